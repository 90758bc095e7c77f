import { type Creator, type Item, kept } from './item.ts';

/*
 * What Zotero imports of a RIS file. The rules are those of its translator “RIS” (2023-07-28) for
 * the tags that we write: written anew from reading it.
 */

const TYPES: Readonly<Record<string, string>> = {
  NEWS: 'newspaperArticle',
  RPRT: 'report',
  MANSCPT: 'manuscript',
};

/** The fields of tags; by the type of the item where it decides. */
const FIELDS: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  TI: 'title',
  T2: { newspaperArticle: 'publicationTitle', report: 'seriesTitle' },
  PB: { report: 'institution' },
  M3: { report: 'reportType', manuscript: 'manuscriptType' },
  DA: 'date',
  AB: 'abstractNote',
  LA: 'language',
  DB: 'archive',
  AV: 'archiveLocation',
  AN: 'archiveLocation',
  UR: 'url',
  CR: 'rights',
};
const CREATORS: Readonly<Record<string, string>> = { AU: 'author', A1: 'author', A4: 'translator' };
/** Tags that Zotero leaves out without a word. */
const IGNORED = new Set(['TY', 'ID', 'OP']);

const LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

/** The item that Zotero makes of the first record of a file. */
export function itemOfRis(file: string): Item {
  const lines = file.split('\r\n').map((line) => LINE.exec(line));
  const end = lines.findIndex((line) => line?.[1] === 'ER');
  const pairs = lines.slice(0, end).map((line) => [line?.[1] ?? '', (line?.[2] ?? '').trim()]);
  const type = TYPES[pairs[0]?.[0] === 'TY' ? (pairs[0][1] ?? '') : ''] ?? 'journalArticle';
  const fields: Partial<Record<string, string>> = {};
  const creators: Creator[] = [];
  const notes: string[] = [];
  const extra: string[] = [];
  let year = '';
  for (const [tag = '', value = ''] of pairs) {
    const field = FIELDS[tag];
    const role = CREATORS[tag];
    const name = typeof field === 'string' ? field : field?.[type];
    if (value === '' || IGNORED.has(tag)) continue;
    if (role !== undefined) creators.push(creatorOf(value, role));
    else if (tag === 'N1') notes.push(value);
    else if (tag === 'M2') extra.push(value);
    else if (tag === 'PY') year = dateOf(value);
    else if (name === 'date') fields.date ??= dateOf(value);
    else if (name !== undefined) fields[name] ??= value;
    else if (field === undefined) throw new RangeError(`No tag \`${tag}\` is expected here.`);
  }
  fields.date = fields.date?.replace(/\b0000\b/, year) ?? year;
  if (extra.length > 0) fields.extra = extra.join('\n');
  return kept({ type, creators, fields, notes });
}

function creatorOf(value: string, type: string): Creator {
  const [lastName = ''] = value.split(/\s*,\s*/);
  return { type, lastName, firstName: value.slice(lastName.length).replace(/^\s*,\s*/, '') };
}

/** `2023/10/30/` as `2023-10-30`; of a date without four digits Zotero keeps one word. */
function dateOf(value: string): string {
  const match = /^(\d+)(?:\/(\d{0,2})(?:\/(\d{0,2})(?:[/\s][^/]*)?)?)?$/.exec(value);
  if (match) {
    const [, year = '', month = '', day = ''] = [...match].map((part) => withoutZeros(part));
    const parts = [year.padStart(4, '0')];
    if (month !== '') parts.push(month.padStart(2, '0'));
    if (month !== '' && day !== '') parts.push(day.padStart(2, '0'));
    return parts.join('-');
  }
  const word = /[A-Za-z]+/.exec(value)?.[0];
  return /\b\d{4}\b/.test(value) || word === undefined ? value : `0000 ${word}`;
}

/** Groups of an expression are absent where their part is. */
function withoutZeros(part: string | undefined): string {
  return (part ?? '').replace(/^0+/, '');
}
