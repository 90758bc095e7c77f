import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { citationToCsl } from '#cite/to-csl.ts';
import { citationToRis } from '#cite/to-ris.ts';
import type { Source } from './sources-in-an-archive.ts';
import { itemOfCsl } from './zotero/csl-json.ts';
import { itemOfPage } from './zotero/embedded-metadata.ts';
import { factsOf, pageOf, RECORDS, twentyRecords, wanted } from './zotero/facts.ts';
import { itemOfRis } from './zotero/ris.ts';

let sources: ReadonlyMap<string, Source>;
beforeAll(async () => {
  sources = await twentyRecords();
});

function sourceOf(id: string): Source {
  const source = sources.get(id);
  if (!source) throw new Error(`There is no record ${id}.`);
  return source;
}

test('there are twenty records of every kind', () => {
  expect([...sources.keys()].sort()).toEqual([...RECORDS].sort());
  expect(sources.size).toBe(20);
});

describe.each(RECORDS)('of %s Zotero reads each fact, and no other', (id) => {
  test('in its page', () => {
    const source = sourceOf(id);
    const page = new JSDOM(pageOf(source)).window.document;
    expect(factsOf(itemOfPage(page, source.citation.url))).toEqual(wanted(id, 'page'));
  });

  test('in its RIS', () => {
    const { citation, language } = sourceOf(id);
    expect(factsOf(itemOfRis(citationToRis(citation, language)))).toEqual(wanted(id, 'RIS'));
  });

  test('in its CSL-JSON', () => {
    const { citation, language } = sourceOf(id);
    expect(factsOf(itemOfCsl(citationToCsl(citation, language)))).toEqual(wanted(id, 'CSL-JSON'));
  });
});
