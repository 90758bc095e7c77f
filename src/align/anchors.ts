import type { ParagraphKind } from '#model/compiled.ts';
import { calendarWords } from '#text/calendar.ts';
import { digitsToAscii, fold } from '#text/fold.ts';
import { primaryLanguage } from '#text/language.ts';
import { scriptOf } from '#text/script.ts';
import { skeletonsOf } from '#text/skeleton.ts';
import { stemsOf } from '#text/stem.ts';

/** What a paragraph offers to find its counterpart by. */
export interface ParagraphToAlign {
  readonly kind: ParagraphKind;
  readonly isCaption?: boolean;
  /** Its words without markup. */
  readonly plain: string;
  /** The entities that it names, where that is known. */
  readonly entities?: readonly string[];
}

/** Kinds of what survives translation. */
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

/**
 * Something that survives translation, such as the number 1821, the name `blk` or the entity
 * `bulaq-press`, as a small number that stands for it within a run.
 */
export type Anchor = number;

/** Of what kind an anchor is; its number ends in it. */
export function kindOf(anchor: Anchor): AnchorKind {
  return ANCHOR_KINDS[anchor % ANCHOR_KINDS.length] ?? 'word';
}

/** A paragraph as the aligner sees it. */
export interface Features {
  /** Letters and digits in it. */
  readonly length: number;
  /** What it has that survives translation, each once. */
  readonly anchors: readonly Anchor[];
  /** The stems of its words, as small numbers that stand for them within a run. */
  readonly stems: ReadonlySet<number>;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u02BB-\u02BF\u2018\u2019'\u0640\u200C]*/gu;
const NUMBER = /[\p{Nd}]+(?:[.,\u066B\u066C\u00A0\u202F]\p{Nd}+)*/gu;
const QUOTES = /["“”„«»「」]/;
const QUESTION = /[?؟？;](?=\s|$|["”»“])/u;
/** Scripts with capitals, by which names are known. */
const CASED: ReadonlySet<string> = new Set(['Latn', 'Cyrl', 'Grek', 'Armn']);

/** What one word offers, found out once. */
interface Word {
  readonly folded: string;
  readonly letters: number;
  /** Compared with a text in another script, and with one in the same. */
  readonly sounds: readonly Anchor[];
  readonly spelling: readonly Anchor[];
  readonly stems: readonly number[];
}

/**
 * Reads the features of a text’s paragraphs. One reader serves a whole run: it remembers the words
 * that it has seen, and its anchors have the same numbers in every text.
 */
export class AnchorReader {
  readonly #anchors = new Map<string, Anchor>();
  readonly #stems = new Map<string, number>();
  readonly #words = new Map<string, Word>();
  readonly #calendars = new Map<string, Calendar>();

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
    const language = primaryLanguage(lang);
    const calendar = this.#calendarOf(language);
    return paragraphs.map(({ kind, plain, isCaption = false, entities = [] }) => {
      const anchors = new Set<Anchor>([this.#anchor('block', isCaption ? 'caption' : kind)]);
      for (const entity of entities) anchors.add(this.#anchor('entity', entity));
      for (const [number] of plain.matchAll(NUMBER)) {
        anchors.add(this.#anchor('number', plainNumber(digitsToAscii(number))));
      }
      if (QUOTES.test(plain)) anchors.add(this.#anchor('quotation', ''));
      if (QUESTION.test(plain)) anchors.add(this.#anchor('question', ''));
      const stems = new Set<number>();
      let length = 0;
      let before = '';
      for (const written of plain.match(WORD) ?? []) {
        const word = this.#word(written);
        length += word.letters;
        for (const anchor of otherScript ? word.sounds : word.spelling) anchors.add(anchor);
        for (const stem of word.stems) stems.add(stem);
        const meaning = calendar.get(before, word.folded);
        // “may” and “sat” are words; English writes its months and days with capitals.
        const isName = language !== 'en' || /^\p{Lu}/u.test(written);
        if (meaning !== undefined && isName) anchors.add(this.#anchor('calendar', meaning));
        before = word.folded;
      }
      return { length, anchors: [...anchors], stems };
    });
  }

  #anchor(kind: AnchorKind, value: string): Anchor {
    const key = `${kind}:${value}`;
    let anchor = this.#anchors.get(key);
    if (anchor === undefined) {
      anchor = this.#anchors.size * ANCHOR_KINDS.length + ANCHOR_KINDS.indexOf(kind);
      this.#anchors.set(key, anchor);
    }
    return anchor;
  }

  #stem(stem: string): number {
    let number = this.#stems.get(stem);
    if (number === undefined) {
      number = this.#stems.size;
      this.#stems.set(stem, number);
    }
    return number;
  }

  #word(written: string): Word {
    let word = this.#words.get(written);
    if (!word) {
      const folded = fold(written);
      // Where a script has capitals, only capitalised words are names.
      const isName = !CASED.has(scriptOf(written) ?? '') || /^\P{L}*\p{Lu}/u.test(written);
      word = {
        folded,
        letters: written.match(/[\p{L}\p{N}]/gu)?.length ?? 0,
        sounds: isName ? skeletonsOf(written).map((sounds) => this.#anchor('name', sounds)) : [],
        spelling: folded.length >= 4 ? [this.#anchor('word', folded.slice(0, 5))] : [],
        stems: stemsOf(written).map((stem) => this.#stem(stem)),
      };
      this.#words.set(written, word);
    }
    return word;
  }

  #calendarOf(language: string): Calendar {
    let calendar = this.#calendars.get(language);
    if (!calendar) {
      calendar = new Calendar(calendarWords(language));
      this.#calendars.set(language, calendar);
    }
    return calendar;
  }
}

/** The names of months and days, of one word or of two. */
class Calendar {
  readonly #words: ReadonlyMap<string, string>;
  readonly #seconds: ReadonlySet<string>;

  constructor(words: ReadonlyMap<string, string>) {
    this.#words = words;
    this.#seconds = new Set([...words.keys()].flatMap((name) => name.split(' ').slice(1)));
  }

  /** What a word means, or the word before it and this one together. */
  get(before: string, word: string): string | undefined {
    const both = this.#seconds.has(word) ? this.#words.get(`${before} ${word}`) : undefined;
    return both ?? this.#words.get(word);
  }
}

/** `5,000`, `5.000` and `5 000` are one number; `1.5` and `1,5` are another. */
function plainNumber(written: string): string {
  const groups = written.split(/\D/);
  const isGrouped = groups.slice(1).every((group) => group.length === 3);
  return isGrouped ? groups.join('') : groups.map(Number).join('.');
}
