import { formatDate } from '#interface/date.ts';
import { dictionaryOf } from '#interface/dictionaries.ts';
import { fill } from '#interface/dictionary.ts';
import type { Direction } from '#model/compiled.ts';
import { directionOf } from '#text/direction.ts';
import { type Citation, type CitedName, shown, type Value } from './citation.ts';
import { type DateParts, dateParts } from './date-parts.ts';
import { isolate } from './isolate.ts';
import { CSL_TYPES, type CslDate, type CslItem, type CslName, nameToCsl } from './to-csl.ts';

/** An item as styles set it, with a year that stands for one in brackets. */
export interface ItemToSet {
  readonly item: CslItem;
  /** The number that is set in place of the year of an inferred date, if there is one. */
  readonly bracketedYear?: { readonly set: number; readonly year: number };
}

/**
 * A citation as an item to be set in the typography of a language. What is read from the other side
 * is isolated; romanised titles come first where Latin letters are read, the title in its own
 * script behind; a translator of whom nothing is known is said to be unknown.
 */
export function citationToItem(citation: Citation, language: string): ItemToSet {
  const within = directionOf(language);
  const { original, container, issued } = citation;
  const here = (words: string): string => isolate(asWords(words), within);
  const translators = translatorsToSet(citation, language, within);
  const isBracketed = issued?.isSupplied === true && partsToSet(issued.value) !== undefined;
  const bracketedYear = isBracketed ? standIn(issued.value, JSON.stringify(citation)) : undefined;
  const authors = citation.authors.map((name) => nameToSet(name, within));
  const item: CslItem = {
    id: citation.id,
    // Styles set both alike, but for the day, which APA leaves out of a manuscript.
    type: citation.type === 'document' ? 'document' : CSL_TYPES[citation.type],
    language: citation.lang,
    title: titleToSet(citation.title, citation.romanisedTitle, within),
    ...(authors.length > 0 && {
      author: citation.areAuthorsSupplied ? authors.map(inBrackets) : authors,
    }),
    ...(translators.length > 0 && { translator: translators }),
    ...(citation.type === 'article'
      ? { 'container-title': here(shown(container)) }
      : { publisher: here(shown(container)) }),
    ...(issued && { issued: dateToSet(issued, language, bracketedYear?.set) }),
    ...(original && {
      'original-title': titleToSet(original.title, original.romanisedTitle, within),
    }),
    ...(original?.date && { 'original-date': dateToSet(original.date, language) }),
    ...(original?.publisher && { 'original-publisher': here(shown(original.publisher)) }),
    // Where the archive is the container, a second mention would tell nothing.
    ...(!container.isArchive && { archive: here(citation.archive) }),
    archive_location: here(citation.number),
    URL: citation.url,
  };
  return { item, ...(bracketedYear && { bracketedYear }) };
}

/** Stands for `<` in words: the processor takes some elements in a field for its own markup. */
export const LESS_THAN = '\uE002';

/** The words of a source are no markup, whatever signs they hold. */
function asWords(words: string): string {
  return words.replaceAll('<', LESS_THAN);
}

function titleToSet(title: Value, romanised: string | undefined, within: Direction): string {
  const own = isolate(asWords(shown(title)), within);
  if (romanised === undefined || within === 'rtl') return own;
  return `<span class="nocase">${asWords(romanised)}</span> ${own}`;
}

function translatorsToSet(
  { translators }: Citation,
  language: string,
  within: Direction,
): CslName[] {
  const words = dictionaryOf(language);
  switch (translators.kind) {
    case 'none':
      return [];
    case 'unknown':
      return [{ literal: `[${words['cite.unknown']}]` }];
    case 'withheld':
      return [{ literal: `[${words['cite.withheld']}]` }];
    case 'machine': {
      const engine = isolate(asWords(translators.engine), within);
      return [{ literal: fill(words['cite.machine'], { engine }) }];
    }
    case 'people':
      return translators.names.map((name) => nameToSet(name, within));
  }
}

/** In a line that runs to the left the parts of a name are isolated when it is set: styles cut them. */
function nameToSet(name: CitedName, within: Direction): CslName {
  const here = (words: string): string => isolate(asWords(words), within);
  const csl = nameToCsl(name);
  if ('literal' in csl) return { literal: here(csl.literal) };
  const part = within === 'rtl' ? asWords : here;
  const { family, given } = csl;
  return { family: part(family), ...(given !== undefined && { given: part(given) }) };
}

function inBrackets(name: CslName): CslName {
  if ('literal' in name) return { literal: `[${name.literal}]` };
  return { literal: `[${[name.given, name.family].filter(Boolean).join(' ')}]` };
}

function dateToSet(date: Value, language: string, year?: number): CslDate {
  const parts = partsToSet(date.value);
  if (!parts || (date.isSupplied && year === undefined)) {
    return { literal: shown({ ...date, value: formatDate(date.value, language) }) };
  }
  if (year === undefined) return { 'date-parts': parts };
  const [[, ...rest], ...more] = [parts[0] ?? [0], ...parts.slice(1)];
  const [month, day] = rest;
  if (month === undefined) return { 'date-parts': [[year], ...more] };
  return { 'date-parts': [day === undefined ? [year, month] : [year, month, day], ...more] };
}

/** The numbers of a date; the processor refuses a span of which one end says more than the other. */
function partsToSet(date: string): readonly DateParts[] | undefined {
  const parts = dateParts(date);
  return parts?.every(({ length }) => length === parts[0]?.length) ? parts : undefined;
}

/** A number in place of a year, that stands nowhere else in the citation. */
function standIn(date: string, citation: string): { set: number; year: number } {
  const year = Number(date.slice(0, 4));
  let set = 90_000 + year;
  while (citation.includes(String(set))) set += 10_000;
  return { set, year };
}
