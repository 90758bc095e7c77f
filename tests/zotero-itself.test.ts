import { beforeAll, describe, expect, test } from 'vitest';
import { citationToCsl } from '#cite/to-csl.ts';
import { citationToRis } from '#cite/to-ris.ts';
import type { Source } from './sources-in-an-archive.ts';
import { factsOf, pageOf, RECORDS, twentyRecords, type Way, wanted } from './zotero/facts.ts';
import type { Item } from './zotero/item.ts';
import {
  hasTranslators,
  HOW_TO_INSTALL,
  type Made,
  type Reading,
  readByZotero,
} from './zotero/translators.ts';

/** The translator that Zotero has to choose. */
const TRANSLATORS: Readonly<Record<Way, string>> = {
  page: 'Embedded Metadata',
  RIS: 'RIS',
  'CSL-JSON': 'CSL JSON',
};

const WAYS: readonly Way[] = ['page', 'RIS', 'CSL-JSON'];

describe.runIf(hasTranslators())('Zotero’s own code reads each fact, and no other', () => {
  let read: ReadonlyMap<string, Made<Item>>;
  beforeAll(async () => {
    const sources = await twentyRecords();
    const records = RECORDS.flatMap((id) => {
      const source = sources.get(id);
      if (!source) throw new Error(`There is no record ${id}.`);
      return WAYS.map((way) => ({ key: `${id} ${way}`, reading: readingOf(source, way) }));
    });
    const made = readByZotero(records.map(({ reading }) => reading));
    read = new Map(
      records.flatMap(({ key }, at) => {
        const one = made[at];
        return one ? [[key, one]] : [];
      }),
    );
  });

  test.each(RECORDS.flatMap((id) => WAYS.map((way) => ({ id, way }))))(
    'of $id in its $way',
    ({ id, way }) => {
      const found = read.get(`${id} ${way}`);
      expect(found?.translator.trim()).toBe(TRANSLATORS[way]);
      expect(found?.items.map(factsOf)).toEqual([wanted(id, way)]);
    },
  );
});

function readingOf(source: Source, way: Way): Reading {
  const { citation, language } = source;
  switch (way) {
    case 'page':
      return { html: pageOf(source), address: citation.url };
    case 'RIS':
      return { file: citationToRis(citation, language) };
    case 'CSL-JSON':
      return { file: JSON.stringify([citationToCsl(citation, language)]) };
  }
}

test.runIf(!hasTranslators())('Zotero’s translators are not installed: they were not asked', () => {
  process.stderr.write(`Zotero’s translators are not installed (${HOW_TO_INSTALL}).\n`);
});
