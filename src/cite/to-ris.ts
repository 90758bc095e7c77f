import { type Citation, type CitedName, type CitedType, shown, type Value } from './citation.ts';
import { dateParts } from './date-parts.ts';
import { notesOf, originalLines } from './notes.ts';

const TYPES: Readonly<Record<CitedType, string>> = {
  article: 'NEWS',
  report: 'RPRT',
  document: 'GEN',
};

/**
 * A citation as RIS, in UTF-8 with the line ends of the format. Tags are those that Zotero,
 * EndNote and Mendeley agree on; what has no tag is a note.
 */
export function citationToRis(citation: Citation, language: string): string {
  const { original, container, translators, issued, abstract, romanisedTitle } = citation;
  const isArticle = citation.type === 'article';
  const lines: (readonly [tag: string, value: string])[] = [
    ['TY', TYPES[citation.type]],
    ['ID', citation.id],
    ['TI', shown(citation.title)],
    ...citation.authors.map((name) => ['AU', authorInRis(name, citation)] as const),
    ...(translators.kind === 'people'
      ? translators.names.map((name) => ['A4', nameInRis(name)] as const)
      : []),
    [isArticle ? 'T2' : 'PB', shown(container)],
    ...(citation.type === 'report' && citation.genre !== undefined
      ? [['M3', citation.genre] as const]
      : []),
    ...(issued ? datesInRis(issued) : []),
    ...(abstract ? [['AB', shown(abstract)] as const] : []),
    ['LA', citation.lang],
    ['DB', citation.archive],
    ['AV', citation.number],
    ['UR', citation.url],
    ...(original ? [['OP', shown(original.title)] as const] : []),
    ...(romanisedTitle === undefined
      ? []
      : [['N1', `Title Romanised: ${romanisedTitle}`] as const]),
    ...[...originalLines(citation), ...notesOf(citation, language)].map(
      (note) => ['N1', note] as const,
    ),
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('');
}

/** `2023/10/30/`: the form of the format; a date that it cannot say is written as it is. */
function datesInRis(date: Value): (readonly [string, string])[] {
  const [parts, ...more] = dateParts(date.value) ?? [];
  if (date.isSupplied || !parts || more.length > 0) return [['DA', shown(date)]];
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
  return areAuthorsSupplied ? `[${nameInRis(name)}]` : nameInRis(name);
}

/** A comma divides family and given names, so a whole name has none. */
function nameInRis(name: CitedName): string {
  if ('whole' in name) return name.whole.replaceAll(/\s*,\s*/g, ' ');
  return name.given === undefined ? name.family : `${name.family}, ${name.given}`;
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
