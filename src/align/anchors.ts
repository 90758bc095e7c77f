import type { ParagraphKind } from '#model/compiled.ts';
import { digitsToAscii } from '#text/fold.ts';
import { primaryLanguage } from '#text/language.ts';
import { eachWord } from '#text/words.ts';
import { Distinct } from './distinct.ts';
import { Vocabulary } from './vocabulary.ts';

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
  /** The stems of its words, as small numbers that stand for them within a run, each once. */
  readonly stems: readonly number[];
}

const NUMBER = /[\p{Nd}]+(?:[.,\u066B\u066C\u00A0\u202F]\p{Nd}+)*/gu;
const QUOTES = /["“”„«»「」]/;
const QUESTION = /[?؟？;](?=\s|$|["”»“])/u;

/**
 * Reads the features of a text’s paragraphs. One reader serves a whole run: it remembers the words
 * that it has seen, and its anchors have the same numbers in every text.
 */
export class AnchorReader {
  readonly #anchors = new Map(ANCHOR_KINDS.map((kind) => [kind, new Map<string, Anchor>()]));
  #anchorCount = 0;
  readonly #stems = new Map<string, number>();
  readonly #vocabularies = new Map<string, Vocabulary>();
  readonly #someAnchors = new Distinct();
  readonly #someStems = new Distinct();

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
    const vocabulary = this.#vocabularyOf(lang, otherScript);
    return paragraphs.map((paragraph) => this.#featuresIn(paragraph, vocabulary));
  }

  #featuresIn(
    { kind, plain, isCaption = false, entities = [] }: ParagraphToAlign,
    vocabulary: Vocabulary,
  ): Features {
    this.#collect('block', isCaption ? 'caption' : kind);
    for (const entity of entities) this.#collect('entity', entity);
    for (const number of plain.match(NUMBER) ?? []) {
      this.#collect('number', plainNumber(digitsToAscii(number)));
    }
    if (QUOTES.test(plain)) this.#collect('quotation', '');
    if (QUESTION.test(plain)) this.#collect('question', '');
    const [anchors, stems] = [this.#someAnchors, this.#someStems];
    let length = 0;
    let before = -1;
    eachWord(plain, (start, end) => {
      const word = vocabulary.wordAt(plain, start, end);
      length += vocabulary.lettersOf(word);
      const lastAnchor = vocabulary.anchorsEnd(word);
      for (let n = vocabulary.anchorsEnd(word - 1); n < lastAnchor; n += 1) {
        const anchor = vocabulary.anchor(n);
        anchors.add(anchor, serialOf(anchor));
      }
      const lastStem = vocabulary.stemsEnd(word);
      for (let n = vocabulary.stemsEnd(word - 1); n < lastStem; n += 1) {
        stems.add(vocabulary.stem(n));
      }
      if (vocabulary.isOfCalendar(word)) {
        const meaning = vocabulary.calendarMeaning(before, word);
        if (meaning !== undefined) this.#collect('calendar', meaning);
      }
      before = word;
    });
    return { length, anchors: anchors.take(), stems: stems.take() };
  }

  #collect(kind: AnchorKind, value: string): void {
    const anchor = this.#anchor(kind, value);
    this.#someAnchors.add(anchor, serialOf(anchor));
  }

  #anchor(kind: AnchorKind, value: string): Anchor {
    const ofKind = this.#anchors.get(kind);
    let anchor = ofKind?.get(value);
    if (anchor === undefined) {
      anchor = this.#anchorCount * ANCHOR_KINDS.length + ANCHOR_KINDS.indexOf(kind);
      this.#anchorCount += 1;
      ofKind?.set(value, anchor);
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

  #vocabularyOf(lang: string, otherScript: boolean): Vocabulary {
    const key = `${lang} ${String(otherScript)}`;
    let vocabulary = this.#vocabularies.get(key);
    if (!vocabulary) {
      vocabulary = new Vocabulary(primaryLanguage(lang), otherScript, {
        anchor: (kind, value) => this.#anchor(kind, value),
        stem: (stem) => this.#stem(stem),
      });
      this.#vocabularies.set(key, vocabulary);
    }
    return vocabulary;
  }
}

/** Anchors are numbered one after the other, whatever their kind. */
function serialOf(anchor: Anchor): number {
  return (anchor / ANCHOR_KINDS.length) | 0;
}

/** `5,000`, `5.000` and `5 000` are one number; `1.5` and `1,5` are another. */
function plainNumber(written: string): string {
  const groups = written.split(/\D/);
  const isGrouped = groups.slice(1).every((group) => group.length === 3);
  return isGrouped ? groups.join('') : groups.map(Number).join('.');
}
