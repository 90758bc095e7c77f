import { type SearchWord, searchWords } from '#text/search-words.ts';
import { excerptOf, marksIn, type Run } from './excerpt.ts';
import { namesToMark } from './expand.ts';
import { placesIn } from './indexed-copy.ts';
import { isSought, type SoughtForm, wordsOfName, wordsOfPhrase } from './mark-words.ts';
import type { Unit } from './query.ts';
import { type RowsFile, type RowsParagraph, type RowsText, searchedWords } from './rows-file.ts';

/** A row that was found: what is shown of it, and what is marked where it stands. */
export interface Passage {
  /** The id to which a link leads. */
  readonly id: string;
  /** What was found first; then, where there is one, the paragraph that faces it. */
  readonly sides: readonly Side[];
  /** Every spelling that was found in it. */
  readonly spellings: readonly string[];
}

/** What is shown of a row in one text. */
export interface Side {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly runs: readonly Run[];
}

/** What was looked for, and where it was found in the texts of an article. */
export interface Sought {
  readonly units: readonly Unit[];
  readonly sought: readonly SoughtForm[];
  /** By text id, places of its indexed copy. */
  readonly places: ReadonlyMap<string, ReadonlySet<number>>;
}

/** A paragraph that has been read for what was found in it. */
interface ReadParagraph {
  readonly text: RowsText;
  readonly paragraph: RowsParagraph;
  readonly words: readonly SearchWord[];
  readonly found: Set<SearchWord>;
}

/**
 * The rows of an article in which something was found, those with the most different words first,
 * equal ones in the order of the article. The title is there only where nothing else is. Where nothing
 * was found, as when filters alone are asked for, it is the row with which the article opens.
 *
 * @param language the reader’s: its text stands first in a row where something was found in it
 */
export function passagesIn(file: RowsFile, sought: Sought, language: string): Passage[] {
  const read = new Map<RowsParagraph, ReadParagraph>();
  for (const text of file.texts) {
    for (const one of readText(file, text, sought)) read.set(one.paragraph, one);
  }
  const passages = file.rows.flatMap(({ cells }, order) => {
    const sides = file.texts.flatMap(({ id }) =>
      (cells[id] ?? []).flatMap((paragraph) => read.get(paragraph) ?? []),
    );
    const found = sides.filter((side) => side.found.size > 0);
    const hits = found.filter(({ text }) => sought.places.has(text.id));
    const some = hits.length > 0 ? hits : found;
    const main = some.find(({ text }) => isIn(text, language)) ?? some[0];
    return main ? [{ main, sides, order, weight: distinctForms(main) }] : [];
  });
  if (passages.length === 0) return opening(file, read, language);
  const inBody = passages.filter(({ main }) => main.paragraph.kind !== 'title');
  return (inBody.length > 0 ? inBody : passages)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .map(({ main, sides }) => passageOf(main, sides));
}

/** The lede of an article, or its first paragraph behind title and lede. */
function opening(
  { rows, texts }: RowsFile,
  read: ReadonlyMap<RowsParagraph, ReadParagraph>,
  language: string,
): Passage[] {
  const [, row] = rows;
  const sides = texts.flatMap(({ id }) =>
    (row?.cells[id] ?? []).flatMap((paragraph) => read.get(paragraph) ?? []),
  );
  const main = sides.find(({ text }) => isIn(text, language)) ?? sides[0];
  return main ? [passageOf(main, sides)] : [];
}

function isIn({ lang }: RowsText, language: string): boolean {
  return lang === language || lang.startsWith(`${language}-`);
}

function distinctForms({ found }: ReadParagraph): number {
  return new Set([...found].map(({ form }) => form)).size;
}

/** Reads a text as it was indexed, so that places lead back to words. */
function readText(file: RowsFile, text: RowsText, sought: Sought): ReadParagraph[] {
  const places = sought.places.get(text.id);
  const read: ReadParagraph[] = [];
  /** Words at places that Pagefind names, though they are not quite what was looked for. */
  const nearly: [ReadParagraph, SearchWord][] = [];
  let start = 0;
  for (const paragraph of paragraphsOf(file, text)) {
    const words = searchWords(searchedWords(paragraph), text.lang);
    const one: ReadParagraph = { text, paragraph, words, found: new Set() };
    const copy = placesIn(words);
    copy.forEach((place, index) => {
      if (!place || places?.has(start + index) !== true) return;
      if (isSought(place.form, sought.sought)) one.found.add(place.word);
      else nearly.push([one, place.word]);
    });
    start += copy.length;
    for (const word of wordsOfUnits(words, text.lang, sought.units)) one.found.add(word);
    read.push(one);
  }
  if (read.every(({ found }) => found.size === 0)) {
    for (const [paragraph, word] of nearly) paragraph.found.add(word);
  }
  return read;
}

function paragraphsOf({ rows }: RowsFile, { id }: RowsText): RowsParagraph[] {
  return rows.flatMap(({ cells }) => cells[id] ?? []).sort((a, b) => a.place - b.place);
}

/** Names and phrases, wherever they stand: also in a text that faces the one that was found. */
function wordsOfUnits(
  words: readonly SearchWord[],
  language: string,
  units: readonly Unit[],
): SearchWord[] {
  return units.flatMap((unit) => {
    if (unit.kind === 'phrase') {
      const forms = searchWords(unit.typed, language).map(({ form }) => form);
      return wordsOfPhrase(words, forms);
    }
    if (unit.kind === 'word') return [];
    return unit.named
      .flatMap(({ entity }) => namesToMark(entity, language))
      .flatMap((name) => wordsOfName(words, name));
  });
}

function passageOf(main: ReadParagraph, sides: readonly ReadParagraph[]): Passage {
  const others = sides.filter(({ text }) => text.lang !== main.text.lang);
  const facing = others.find(({ found }) => found.size > 0) ?? others[0];
  return {
    id: main.paragraph.ids[0] ?? '',
    sides: [main, ...(facing ? [facing] : [])].map(sideOf),
    spellings: [...new Set(sides.flatMap(spellingsIn))],
  };
}

function sideOf({ text, paragraph, words, found }: ReadParagraph): Side {
  const all = searchedWords(paragraph);
  return {
    lang: text.lang,
    dir: text.dir,
    runs: excerptOf(all, words, marksIn(all, words, found)),
  };
}

function spellingsIn({ paragraph, words, found }: ReadParagraph): string[] {
  const all = searchedWords(paragraph);
  return words.filter((word) => found.has(word)).map(({ start, end }) => all.slice(start, end));
}
