import {
  type Citation,
  type CitedName,
  type CitedType,
  nameInOrder,
  shown,
  type Value,
} from './citation.ts';
import { dateParts, shownDay } from './date-parts.ts';
import { notesOf, originalLines } from './notes.ts';

const TYPES: Readonly<Record<CitedType, string>> = {
  article: 'NEWS',
  report: 'RPRT',
  document: 'MANSCPT',
};

/**
 * A citation as RIS, in UTF-8 with the line ends of the format. Tags are those that Zotero,
 * EndNote and Mendeley agree on; what has no tag is a note. The same lines stand as M2 as well,
 * which the format leaves for such things, because Zotero has no field for notes of a source and
 * reads M2 into the field where its own records, and our CSL-JSON, have them.
 */
export function citationToRis(citation: Citation, language: string): string {
  const { original, container, translators, issued, abstract, romanisedTitle } = citation;
  const isArticle = citation.type === 'article';
  const notes = [
    ...(romanisedTitle === undefined ? [] : [`Title Romanised: ${romanisedTitle}`]),
    ...originalLines(citation),
    ...notesOf(citation, language),
  ];
  const lines: (readonly [tag: string, value: string])[] = [
    ['TY', TYPES[citation.type]],
    ['ID', citation.id],
    ['TI', shown(citation.title)],
    ...citation.authors.map((name) => ['AU', authorInRis(name, citation)] as const),
    ...(translators.kind === 'people'
      ? translators.names.map((name) => ['A4', nameInRis(name)] as const)
      : []),
    [isArticle ? 'T2' : 'PB', shown(container)],
    ...(!isArticle && citation.genre !== undefined ? [['M3', citation.genre] as const] : []),
    ...(issued ? datesInRis(issued) : []),
    ...(abstract ? [['AB', shown(abstract)] as const] : []),
    ['LA', citation.lang],
    ['DB', citation.archive],
    ['AV', citation.number],
    ['UR', citation.url],
    ...(original ? [['OP', shown(original.title)] as const] : []),
    ...notes.map((note) => ['M2', note] as const),
    ...(notes.length > 0 ? [['N1', `${notes.join('. ')}.`] as const] : []),
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('');
}

/**
 * `2023/10/30/`: the form of the format; a date that it cannot say is written as it is. A decade
 * or century is written by its years, because Zotero keeps no date without four digits.
 */
function datesInRis(date: Value): (readonly [string, string])[] {
  const [parts, ...more] = dateParts(date.value) ?? [];
  if (date.isSupplied || !parts || more.length > 0) {
    return [['DA', shownDay({ ...date, value: inYears(date.value) })]];
  }
  const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'));
  const whole = String(parts[0]).padStart(4, '0');
  return [
    ['PY', whole],
    ...(year === undefined || month === undefined
      ? []
      : [['DA', `${whole}/${month}/${day ?? ''}/`] as const]),
  ];
}

function authorInRis(name: CitedName, { areAuthorsSupplied }: Citation): string {
  return nameInRis(areAuthorsSupplied ? { whole: `[${nameInOrder(name)}]` } : name);
}

/** `186X` as `1860/1869`. */
function inYears(date: string): string {
  if (!/^\d{1,3}X{1,3}$/.test(date)) return date;
  return `${date.replaceAll('X', '0')}/${date.replaceAll('X', '9')}`;
}

/** A comma divides family and given names, so a whole name has none. */
function nameInRis(name: CitedName): string {
  if ('whole' in name) return name.whole.replaceAll(/\s*,\s*/g, ' ');
  return name.given === undefined ? name.family : `${name.family}, ${name.given}`;
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
