import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { headFacts } from '#exchange/head-facts.ts';
import { escapeXml } from '#exchange/xml.ts';
import { readExample } from '../archive-in-a-file.ts';
import { type Source, sourcesIn } from '../sources-in-an-archive.ts';
import type { Item } from './item.ts';

/** The facts of an item, as the file beside the records writes them down. */
export type Facts = Readonly<Partial<Record<string, string | readonly string[]>>>;

/** The ways in which Zotero takes a record of ours. */
export type Way = 'page' | 'RIS' | 'CSL-JSON';

const WANTED = parse(
  readFileSync(join(import.meta.dirname, 'twenty-records.yaml'), 'utf8'),
) as Readonly<Record<string, Facts>>;

/** What reads otherwise in a file than in a page. */
const OTHERWISE: Readonly<Record<Way, Readonly<Record<string, Facts>>>> = {
  page: {},
  // A decade in four digits: Zotero would keep none of `193X`. An Arabic comma in a name stays.
  RIS: {
    'letter/ar': { date: '1930/1939' },
    'lamp/ar': { creators: ['author: قسم التحرير، بيروت'] },
  },
  // Of an interval the beginning with the whole in a line below; a comma in a whole name stays.
  'CSL-JSON': {
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
  },
};

/** The records, by `<article>/<text>`. */
export function twentyRecords(): Promise<ReadonlyMap<string, Source>> {
  const records = readFileSync(join(import.meta.dirname, 'twenty-records.txt'), 'utf8');
  return sourcesIn(readExample(records).files);
}

/** The ids of the records. */
export const RECORDS = Object.keys(WANTED);

/** What Zotero has to make of a record that it takes in a way; no format has its rights. */
export function wanted(id: string, way: Way): Facts {
  const facts = { ...WANTED[id], ...OTHERWISE[way][id] };
  const creators = Array.isArray(facts.creators) ? facts.creators.map(asSeen) : [];
  return { ...facts, creators, ...(way !== 'page' && { rights: undefined }) };
}

/** The facts of an item that Zotero has read. */
export function factsOf({ type, creators, fields }: Item): Facts {
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

/** Zotero adds a space within initials; joiners are not seen. */
function asSeen(name: string): string {
  return name.replaceAll('\u2060', '').replaceAll(/\.(?=\S)/g, '. ');
}

/** A page with the head of a text. */
export function pageOf({ citation, language }: Source): string {
  const title = `Who: ${citation.title.value}`;
  const metas = headFacts(citation, { title, url: citation.url, language }).map((fact) => {
    const [key, name] = 'name' in fact ? ['name', fact.name] : ['property', fact.property];
    return `<meta ${key}="${name}" content="${escapeXml(fact.content)}">`;
  });
  const head = `<head><title>${escapeXml(title)}</title>${metas.join('')}</head>`;
  return `<html lang="${language}">${head}<body></body></html>`;
}
