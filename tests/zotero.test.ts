import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { citationToCsl } from '#cite/to-csl.ts';
import { citationToRis } from '#cite/to-ris.ts';
import { headFacts } from '#exchange/head-facts.ts';
import { escapeXml } from '#exchange/xml.ts';
import { readExample } from './archive-in-a-file.ts';
import { type Source, sourcesIn } from './sources-in-an-archive.ts';
import { itemOfCsl } from './zotero/csl-json.ts';
import { itemOfPage } from './zotero/embedded-metadata.ts';
import type { Item } from './zotero/item.ts';
import { itemOfRis } from './zotero/ris.ts';

const FOLDER = join(import.meta.dirname, 'zotero');

/** The facts of an item, as the file beside the records writes them down. */
type Facts = Readonly<Partial<Record<string, string | readonly string[]>>>;

const WANTED = parse(readFileSync(join(FOLDER, 'twenty-records.yaml'), 'utf8')) as Readonly<
  Record<string, Facts>
>;

let sources: ReadonlyMap<string, Source>;
beforeAll(async () => {
  const records = readFileSync(join(FOLDER, 'twenty-records.txt'), 'utf8');
  sources = await sourcesIn(readExample(records).files);
});

function sourceOf(id: string): Source {
  const source = sources.get(id);
  if (!source) throw new Error(`There is no record ${id}.`);
  return source;
}

/** A page with the head of a text. */
function pageOf({ citation, language }: Source): Document {
  const title = `Who: ${citation.title.value}`;
  const metas = headFacts(citation, { title, url: citation.url, language }).map((fact) => {
    const [key, name] = 'name' in fact ? ['name', fact.name] : ['property', fact.property];
    return `<meta ${key}="${name}" content="${escapeXml(fact.content)}">`;
  });
  const html = `<html lang="${language}"><head><title>${escapeXml(title)}</title>${metas.join('')}`;
  return new JSDOM(html).window.document;
}

/** Zotero adds a space within initials; joiners are not seen. */
function asSeen(name: string): string {
  return name.replaceAll('\u2060', '').replaceAll(/\.(?=\S)/g, '. ');
}

function factsOf({ type, creators, fields }: Item): Facts {
  const { extra, ...rest } = fields;
  return {
    type,
    creators: creators.map(({ type: role, lastName, firstName }) =>
      [`${role}: ${asSeen(lastName)}`, ...(firstName === '' ? [] : [asSeen(firstName)])].join(
        ' | ',
      ),
    ),
    ...rest,
    ...(extra !== undefined && { extra: extra.split('\n') }),
  };
}

/** What is wanted of a way in which some facts read otherwise. */
function wanted(id: string, otherwise: Facts = {}): Facts {
  const facts = { ...WANTED[id], ...otherwise };
  const creators = Array.isArray(facts.creators) ? facts.creators.map(asSeen) : [];
  return { ...facts, creators };
}

test('there are twenty records of every kind', () => {
  expect([...sources.keys()].sort()).toEqual(Object.keys(WANTED).sort());
  expect(sources.size).toBe(20);
});

describe.each(Object.keys(WANTED))('of %s Zotero reads each fact, and no other', (id) => {
  test('in its page', () => {
    const source = sourceOf(id);
    expect(factsOf(itemOfPage(pageOf(source), source.citation.url))).toEqual(wanted(id));
  });

  test('in its RIS', () => {
    const { citation, language } = sourceOf(id);
    const facts = { ...wanted(id, RIS[id]), rights: undefined };
    expect(factsOf(itemOfRis(citationToRis(citation, language)))).toEqual(facts);
  });

  test('in its CSL-JSON', () => {
    const { citation, language } = sourceOf(id);
    const facts = { ...wanted(id, CSL[id]), rights: undefined };
    expect(factsOf(itemOfCsl(citationToCsl(citation, language)))).toEqual(facts);
  });
});

/** A decade in four digits: Zotero would keep none of `193X`. An Arabic comma in a name stays. */
const RIS: Readonly<Record<string, Facts>> = {
  'letter/ar': { date: '1930/1939' },
  'lamp/ar': { creators: ['author: قسم التحرير، بيروت'] },
};

/** Of an interval the beginning with the whole in a line below; a comma in a whole name stays. */
const CSL: Readonly<Record<string, Facts>> = {
  'minutes/en': { date: '1931-11', extra: ['Issued: 1931-11/1932-03'] },
  'strike/en-bureau': {
    creators: [
      'translator: Doe | John',
      'translator: Bureau of Translation, Beirut',
      'translator: Hādī al-Kātib',
    ],
  },
  'lamp/ar': { creators: ['author: قسم التحرير، بيروت'] },
  'talk/en': { creators: ['author: Desk, Foreign'] },
  'talk/ar': { creators: ['author: Desk, Foreign', 'translator: Haddad | Rīm'] },
};
