import type { ParagraphKind } from '#model/compiled.ts';
import { calendarWords } from '#text/calendar.ts';
import { digitsToAscii, fold } from '#text/fold.ts';
import { primaryLanguage } from '#text/language.ts';
import { scriptOf } from '#text/script.ts';
import { skeletonsOf } from '#text/skeleton.ts';

/** What a paragraph offers to find its counterpart by. */
export interface ParagraphToAlign {
  readonly kind: ParagraphKind;
  readonly isCaption?: boolean;
  /** Its words without markup. */
  readonly plain: string;
  /** The entities that it names, where that is known. */
  readonly entities?: readonly string[];
}

/**
 * Something that survives translation. What is compared is the kind and its value, `number:1821`,
 * `name:blk`, `entity:bulaq-press`.
 */
export const ANCHOR_KINDS = [
  'entity',
  'number',
  'calendar',
  'name',
  'word',
  'quotation',
  'question',
  'block',
] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

/** A paragraph as the aligner sees it. */
export interface Features {
  /** Letters and digits in it. */
  readonly length: number;
  readonly anchors: ReadonlySet<string>;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u02BB-\u02BF\u2018\u2019'\u0640\u200C]*/gu;
const NUMBER = /\d+(?:[.,\u066B\u066C\u00A0\u202F]\d+)*/g;
const QUOTES = /["“”„«»「」]/;
const QUESTION = /[?؟？;](?=\s|$|["”»“])/u;
/** Scripts with capitals, by which names are known. */
const CASED: ReadonlySet<string> = new Set(['Latn', 'Cyrl', 'Grek', 'Armn']);

/**
 * Reads the features of a text’s paragraphs. One reader serves a whole run: it remembers the words
 * that it has seen.
 */
export class AnchorReader {
  readonly #skeletons = new Map<string, readonly string[]>();
  readonly #folded = new Map<string, string>();
  readonly #calendars = new Map<string, ReadonlyMap<string, string>>();

  /**
   * The features of each paragraph.
   *
   * @param lang the language of the text, as a BCP 47 tag
   * @param otherScript whether the text to compare is written in another script, so that names are
   *   compared by their sounds and not by their letters
   */
  featuresOf(
    paragraphs: readonly ParagraphToAlign[],
    lang: string,
    otherScript: boolean,
  ): Features[] {
    const calendar = this.#calendarOf(primaryLanguage(lang));
    return paragraphs.map(({ kind, plain, isCaption = false, entities = [] }) => {
      const anchors = new Set<string>([`block:${isCaption ? 'caption' : kind}`]);
      for (const entity of entities) anchors.add(`entity:${entity}`);
      for (const [number] of digitsToAscii(plain).matchAll(NUMBER)) {
        anchors.add(`number:${plainNumber(number)}`);
      }
      if (QUOTES.test(plain)) anchors.add('quotation:');
      if (QUESTION.test(plain)) anchors.add('question:');
      const words = plain.match(WORD) ?? [];
      this.#addCalendar(words, calendar, anchors);
      this.#addNames(words, otherScript, anchors);
      return { length: countLetters(plain), anchors };
    });
  }

  #addCalendar(
    words: readonly string[],
    calendar: ReadonlyMap<string, string>,
    anchors: Set<string>,
  ): void {
    let before = '';
    for (const word of words) {
      const folded = this.#fold(word);
      const meaning = calendar.get(`${before} ${folded}`) ?? calendar.get(folded);
      if (meaning !== undefined) anchors.add(`calendar:${meaning}`);
      before = folded;
    }
  }

  #addNames(words: readonly string[], otherScript: boolean, anchors: Set<string>): void {
    for (const word of words) {
      if (otherScript) {
        for (const skeleton of this.#skeletonsOf(word)) anchors.add(`name:${skeleton}`);
      } else {
        const folded = this.#fold(word);
        if (folded.length >= 4) anchors.add(`word:${folded.slice(0, 5)}`);
      }
    }
  }

  /** Where a script has capitals, only capitalised words are names. */
  #skeletonsOf(word: string): readonly string[] {
    let skeletons = this.#skeletons.get(word);
    if (skeletons === undefined) {
      const isCased = CASED.has(scriptOf(word) ?? '');
      const isName = !isCased || /^\P{L}*\p{Lu}/u.test(word);
      skeletons = isName ? skeletonsOf(word) : [];
      this.#skeletons.set(word, skeletons);
    }
    return skeletons;
  }

  #fold(word: string): string {
    let folded = this.#folded.get(word);
    if (folded === undefined) {
      folded = fold(word);
      this.#folded.set(word, folded);
    }
    return folded;
  }

  #calendarOf(language: string): ReadonlyMap<string, string> {
    let calendar = this.#calendars.get(language);
    if (!calendar) {
      calendar = calendarWords(language);
      this.#calendars.set(language, calendar);
    }
    return calendar;
  }
}

/** `5,000`, `5.000` and `5 000` are one number; `1.5` and `1,5` are another. */
function plainNumber(written: string): string {
  const groups = written.split(/\D/);
  const isGrouped = groups.slice(1).every((group) => group.length === 3);
  return isGrouped ? groups.join('') : groups.map(Number).join('.');
}

function countLetters(plain: string): number {
  return plain.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
