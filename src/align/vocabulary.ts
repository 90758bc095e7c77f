import { calendarWords } from '#text/calendar.ts';
import { fold } from '#text/fold.ts';
import { scriptOf } from '#text/script.ts';
import { skeletonsOf } from '#text/skeleton.ts';
import { stemsOf } from '#text/stem.ts';
import type { Anchor, AnchorKind } from './anchors.ts';
import { Numbers } from './numbers.ts';
import { WordNumbers } from './word-numbers.ts';

const LETTERS = /[\p{L}\p{N}]/gu;
/** Scripts with capitals, by which names are known. */
const CASED: ReadonlySet<string> = new Set(['Latn', 'Cyrl', 'Grek', 'Armn']);

/** What gives the same number to the same thing in every language of a run. */
interface Numbering {
  readonly anchor: (kind: AnchorKind, value: string) => Anchor;
  readonly stem: (stem: string) => number;
}

/** What is known of a word, side by side: its letters, and where its anchors and its stems end. */
const [LETTERS_OF, ANCHORS_END, STEMS_END, IS_OF_CALENDAR] = [0, 1, 2, 3];
const COLUMNS = 4;

/**
 * The words of a language, numbered as they come, and what each offers to find its counterpart by.
 * Tables of numbers, because an archive has a hundred times more words than a language has.
 */
export class Vocabulary {
  readonly #table = new Numbers();
  /** Of all words one behind the other. */
  readonly #anchors = new Numbers();
  readonly #stems = new Numbers();
  readonly #folded: string[] = [];
  readonly #words = new WordNumbers();
  readonly #language: string;
  readonly #otherScript: boolean;
  readonly #numbers: Numbering;
  readonly #calendar: ReadonlyMap<string, string>;
  /** The second words of names of two. */
  readonly #seconds: ReadonlySet<string>;

  /**
   * @param language its primary subtag
   * @param otherScript whether words are compared by their sounds and not by their letters
   */
  constructor(language: string, otherScript: boolean, numbers: Numbering) {
    this.#language = language;
    this.#otherScript = otherScript;
    this.#numbers = numbers;
    this.#calendar = calendarWords(language);
    this.#seconds = new Set([...this.#calendar.keys()].flatMap((name) => name.split(' ').slice(1)));
  }

  /** The number of the word that stands somewhere in a text. */
  wordAt(text: string, start: number, end: number): number {
    const word = this.#words.numberOf(text, start, end);
    if (word === this.#folded.length) this.#learn(text.slice(start, end));
    return word;
  }

  lettersOf(word: number): number {
    return this.#table.at(word * COLUMNS + LETTERS_OF);
  }

  /** The place behind the last anchor of a word; those of the next word begin there. */
  anchorsEnd(word: number): number {
    return this.#table.at(word * COLUMNS + ANCHORS_END);
  }

  anchor(place: number): Anchor {
    return this.#anchors.at(place);
  }

  /** The place behind the last stem of a word; those of the next word begin there. */
  stemsEnd(word: number): number {
    return this.#table.at(word * COLUMNS + STEMS_END);
  }

  stem(place: number): number {
    return this.#stems.at(place);
  }

  /** Whether a word may be the name of a month or day, alone or as the second of two words. */
  isOfCalendar(word: number): boolean {
    return this.#table.at(word * COLUMNS + IS_OF_CALENDAR) === 1;
  }

  /** The month or day that a word names, together with the one before it (−1: none) or alone. */
  calendarMeaning(before: number, word: number): string | undefined {
    const [first = '', second = ''] = [this.#folded[before], this.#folded[word]];
    const both = this.#seconds.has(second) ? this.#calendar.get(`${first} ${second}`) : undefined;
    return both ?? this.#calendar.get(second);
  }

  #learn(written: string): void {
    const folded = fold(written);
    const anchors = this.#otherScript ? this.#sounds(written, folded) : this.#spelling(folded);
    for (const anchor of anchors) this.#anchors.push(anchor);
    for (const stem of stemsOf(written, folded)) this.#stems.push(this.#numbers.stem(stem));
    // “may” and “sat” are words; English writes its months and days with capitals.
    const isName = this.#language !== 'en' || /^\p{Lu}/u.test(written);
    const isOfCalendar = isName && (this.#calendar.has(folded) || this.#seconds.has(folded));
    this.#folded.push(folded);
    this.#table.push(written.match(LETTERS)?.length ?? 0);
    this.#table.push(this.#anchors.length);
    this.#table.push(this.#stems.length);
    this.#table.push(isOfCalendar ? 1 : 0);
  }

  #sounds(written: string, folded: string): Anchor[] {
    const script = scriptOf(written);
    // Where a script has capitals, only capitalised words are names.
    const isName = !CASED.has(script ?? '') || /^\P{L}*\p{Lu}/u.test(written);
    if (!isName) return [];
    const skeletons = skeletonsOf(written, script, folded);
    return skeletons.map((sounds) => this.#numbers.anchor('name', sounds));
  }

  #spelling(folded: string): Anchor[] {
    return folded.length >= 4 ? [this.#numbers.anchor('word', folded.slice(0, 5))] : [];
  }
}
