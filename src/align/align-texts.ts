import type { ParagraphId, TextId } from '#model/ids.ts';
import { scriptOf } from '#text/script.ts';
import { align, type Alignment, type Known } from './align.ts';
import { AnchorReader, type ParagraphToAlign } from './anchors.ts';
import type { Link } from './bead.ts';
import { type Lexicon, Lexicons } from './lexicon.ts';
import { type Yardstick, yardstick } from './likelihood.ts';
import { rate } from './rate.ts';

/** A paragraph with what its marker says. */
export interface ParagraphToNumber extends ParagraphToAlign {
  readonly ids: readonly ParagraphId[];
  /** Whether it belongs to a second story, which is never aligned. */
  readonly secondStory: boolean;
}

/** A text whose paragraphs are to have ids. */
export interface TextToNumber {
  readonly id: TextId;
  readonly lang: string;
  /** The text that it renders and is aligned with. */
  readonly renders: TextId | undefined;
  readonly paragraphs: readonly ParagraphToNumber[];
}

/** Two texts that are aligned with each other. */
export interface TextPair {
  readonly left: TextToNumber;
  readonly right: TextToNumber;
}

/**
 * Which texts of an article are aligned: each with the one that it renders; one that renders none,
 * with the first such. In an order in which every text is a right one before it is a left one.
 *
 * @param texts the original first
 */
export function pairTexts(texts: readonly TextToNumber[]): TextPair[] {
  const root = texts.find(({ renders }) => renders === undefined);
  const pairs = new Map<TextToNumber, TextPair>();
  const add = (right: TextToNumber): void => {
    if (right === root || pairs.has(right)) return;
    const left = texts.find(({ id }) => id === right.renders) ?? root;
    if (!left) return;
    add(left);
    pairs.set(right, { left, right });
  };
  texts.forEach(add);
  return [...pairs.values()];
}

/** The languages of two texts that are aligned with each other. */
export interface LanguagePair {
  readonly left: Pick<TextToNumber, 'lang'>;
  readonly right: Pick<TextToNumber, 'lang'>;
}

/** Two texts, read, and aligned by themselves: by no words that other articles have taught. */
interface First {
  readonly ready: ReturnType<typeof prepare>;
  readonly by: Yardstick;
  readonly alignment: Alignment;
}

/** Aligns the texts of a whole run, and learns from some of them how to align others. */
export class Aligner {
  readonly #reader = new AnchorReader();
  readonly #lexicons = new Lexicons();
  /** Of the texts that were learnt from: they need not be looked at again. */
  readonly #learnt = new Map<string, First>();

  /** What knows the words of the languages of two texts. */
  lexiconOf({ left, right }: LanguagePair): Lexicon {
    return this.#lexicons.of(left.lang, right.lang);
  }

  /** Learns from two texts of an article what renders what. */
  learnFrom(name: string, pair: TextPair): void {
    const lexicon = this.lexiconOf(pair);
    if (lexicon.isFull) return;
    const first = this.#first(pair);
    const key = `${name} ${pair.right.id}`;
    this.#learnt.set(key, first);
    lexicon.learn(key, ...first.ready.features, first.alignment.beads);
  }

  /** Aligns two texts of an article around the ids that they share. Second stories are left out. */
  align(name: string, pair: TextPair): { alignment: Alignment; links: readonly Link[] } {
    const key = `${name} ${pair.right.id}`;
    const { ready, by, alignment: alone } = this.#learnt.get(key) ?? this.#first(pair);
    const { features, known } = ready;
    if (isCertain(alone)) return { alignment: alone, links: known.links };
    const words = this.lexiconOf(pair).between(key, ...features);
    const alignment = align(...features, { ...known, words, by, first: alone.beads });
    return { alignment, links: known.links };
  }

  #first(pair: TextPair): First {
    const ready = prepare(pair, this.#reader);
    const by = yardstick(...ready.features);
    return { ready, by, alignment: align(...ready.features, { ...ready.known, by }) };
  }
}

/** Whether words could add nothing: most texts are rendered paragraph by paragraph. */
function isCertain(alignment: Alignment): boolean {
  return alignment.beads.every((bead) => {
    const isOneSided = bead.left.length === 0 || bead.right.length === 0;
    return isOneSided ? bead.probability > 0.95 : rate(bead, alignment) === 'sure';
  });
}

/** The features of two texts, and what their ids say before they are aligned. */
export function prepare({ left, right }: TextPair, reader: AnchorReader) {
  const [leftStory, rightStory] = [storyOf(left), storyOf(right)];
  const otherScript = scriptIn(leftStory) !== scriptIn(rightStory);
  const features = [
    reader.featuresOf(leftStory, left.lang, otherScript),
    reader.featuresOf(rightStory, right.lang, otherScript),
  ] as const;
  const links = sharedIds({ left, right });
  return { features, known: { links, mayBe: numberable(leftStory, rightStory) } };
}

/** The paragraphs that are aligned; a second story stands at the end. */
function storyOf({ paragraphs }: TextToNumber): readonly ParagraphToNumber[] {
  return paragraphs.filter(({ secondStory }) => !secondStory);
}

function scriptIn(story: readonly ParagraphToNumber[]): string | undefined {
  return scriptOf(
    story
      .slice(0, 20)
      .map(({ plain }) => plain.slice(0, 200))
      .join(' '),
  );
}

function sharedIds({ left, right }: TextPair): Link[] {
  const [leftStory, rightStory] = [storyOf(left), storyOf(right)];
  const places = new Map<ParagraphId, number>();
  for (const [index, { ids }] of leftStory.entries()) for (const id of ids) places.set(id, index);
  return rightStory.flatMap(({ ids }, index) => {
    const lefts = new Set(ids.flatMap((id) => places.get(id) ?? []));
    return [...lefts].map((place) => ({ left: place, right: index }));
  });
}

/**
 * Whether a bead could be written without a change to an id that is there. Who numbered both sides
 * and did not join them said that they are two.
 */
function numberable(
  left: readonly ParagraphToNumber[],
  right: readonly ParagraphToNumber[],
): Known['mayBe'] {
  const [lefts, rights] = [idsBefore(left), idsBefore(right)];
  if ((lefts.at(-1) ?? 0) + (rights.at(-1) ?? 0) === 0) return undefined;
  return (i, a, j, b) => {
    const inLeft = (lefts[i + a] ?? 0) - (lefts[i] ?? 0);
    const inRight = (rights[j + b] ?? 0) - (rights[j] ?? 0);
    if (inLeft > 0 && inRight > 0) return false;
    if (inLeft > 0) return b <= (a === 1 ? inLeft : 1);
    if (inRight > 0) return a <= (b === 1 ? inRight : 1);
    return true;
  };
}

/** How many ids stand before each paragraph, and behind the last one. */
function idsBefore(story: readonly ParagraphToNumber[]): number[] {
  let count = 0;
  return [0, ...story.map(({ ids }) => (count += ids.length))];
}
