import type { ParagraphId, TextId } from '#model/ids.ts';
import { scriptOf } from '#text/script.ts';
import { align, type Alignment } from './align.ts';
import type { AnchorReader, ParagraphToAlign } from './anchors.ts';
import type { Link } from './bead.ts';
import type { Lexicons } from './lexicon.ts';
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

/** What an aligner has learnt, for a whole run. */
export interface Aligner {
  readonly reader: AnchorReader;
  readonly lexicons: Lexicons;
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

/** Aligns two texts of an article around the ids that they share. Second stories are left out. */
export function alignTexts(
  name: string,
  pair: TextPair,
  { reader, lexicons }: Aligner,
): { alignment: Alignment; links: readonly Link[] } {
  const lexicon = lexicons.of(pair.left.lang, pair.right.lang);
  const key = `${name} ${pair.right.id}`;
  const learnt = lexicon.learntFrom(key);
  if (learnt && isCertain(learnt)) return { alignment: learnt, links: sharedIds(pair) };
  const { features, known } = prepare(pair, reader);
  const { links } = known;
  const alone = learnt ?? align(...features, known);
  if (isCertain(alone)) return { alignment: alone, links };
  const words = lexicon.between(key, ...features);
  return { alignment: align(...features, { ...known, words, first: alone.beads }), links };
}

/** Whether words could add nothing: most texts are rendered paragraph by paragraph. */
function isCertain(alignment: Alignment): boolean {
  return alignment.beads.every((bead) => {
    const isOneSided = bead.left.length === 0 || bead.right.length === 0;
    return isOneSided ? bead.probability > 0.95 : rate(bead, alignment) === 'sure';
  });
}

/** Lets an aligner learn from two texts of an article what renders what. */
export function learnFrom(name: string, pair: TextPair, { reader, lexicons }: Aligner): void {
  const lexicon = lexicons.of(pair.left.lang, pair.right.lang);
  if (lexicon.isFull) return;
  const { features, known } = prepare(pair, reader);
  lexicon.learn(`${name} ${pair.right.id}`, ...features, align(...features, known));
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
function numberable(left: readonly ParagraphToNumber[], right: readonly ParagraphToNumber[]) {
  const idsIn = (story: readonly ParagraphToNumber[], start: number, count: number): number =>
    story.slice(start, start + count).reduce((sum, { ids }) => sum + ids.length, 0);
  const isNumbered = [left, right].some((story) => idsIn(story, 0, story.length) > 0);
  return (i: number, a: number, j: number, b: number): boolean => {
    if (!isNumbered) return true;
    const [lefts, rights] = [idsIn(left, i, a), idsIn(right, j, b)];
    if (lefts > 0 && rights > 0) return false;
    if (lefts > 0) return b <= (a === 1 ? lefts : 1);
    if (rights > 0) return a <= (b === 1 ? rights : 1);
    return true;
  };
}
