import type { CslDate, CslItem, CslName } from '#cite/to-csl.ts';
import { type Creator, type Item, kept } from './item.ts';

/*
 * What Zotero imports of an item of CSL-JSON: `itemFromCSLJSON` of its utilities with the tables of
 * zotero/zotero-schema, for the variables that we write; written anew from reading them. Zotero
 * writes whole dates in the words of its language; here they stay as numbers.
 */

const TYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'newspaperArticle',
  report: 'report',
  manuscript: 'manuscript',
};

const FIELDS: readonly (readonly [
  variable: Exclude<keyof CslItem, 'author' | 'translator' | 'issued' | 'original-date'>,
  ...fields: string[],
])[] = [
  ['title', 'title'],
  ['container-title', 'publicationTitle'],
  ['publisher', 'institution'],
  ['genre', 'reportType', 'manuscriptType'],
  ['abstract', 'abstractNote'],
  ['language', 'language'],
  ['archive', 'archive'],
  ['archive_location', 'archiveLocation'],
  ['URL', 'url'],
  ['note', 'extra'],
];

export function itemOfCsl(item: CslItem): Item {
  const fields: Partial<Record<string, string>> = {};
  for (const [variable, ...names] of FIELDS) {
    const value = item[variable];
    for (const name of names) if (value !== undefined) fields[name] = value;
  }
  if (item.issued) fields.date = dateOf(item.issued);
  return kept({
    type: TYPES[item.type] ?? 'document',
    creators: [
      ...(item.author ?? []).map((name) => creatorOf(name, 'author')),
      ...(item.translator ?? []).map((name) => creatorOf(name, 'translator')),
    ],
    fields,
    notes: [],
  });
}

function creatorOf(name: CslName, type: string): Creator {
  if ('literal' in name) return { type, lastName: name.literal, firstName: '' };
  return { type, lastName: name.family, firstName: name.given ?? '' };
}

/** Of an interval Zotero keeps the beginning. */
function dateOf(date: CslDate): string {
  const [parts = []] = date['date-parts'] ?? [];
  return (
    date.literal ??
    parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
  );
}
