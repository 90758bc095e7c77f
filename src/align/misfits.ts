import { pairTexts, prepare, type TextPair, type TextToNumber } from './align-texts.ts';
import { align } from './align.ts';
import type { AnchorReader } from './anchors.ts';
import type { Link } from './bead.ts';
import { yardstick } from './likelihood.ts';

/** Two paragraphs that share an id although it does not look as if they rendered each other. */
export interface Misfit {
  readonly texts: TextPair;
  readonly link: Link;
  /** How much longer the right one is than the left one lets expect, as a factor; below 1 if shorter. */
  readonly factor?: number;
  /** The paragraph of the right text that fits the left one far better. */
  readonly better?: number;
}

/** From so many standard deviations on, two lengths are hardly those of one paragraph in two languages. */
const FAR = 5;
/** So sure must another alignment be to speak against the one that is written. */
const SURE = 0.97;

/** The paragraphs of an article’s texts whose shared ids neither lengths nor anchors bear out. */
export function misfits(texts: readonly TextToNumber[], reader: AnchorReader): Misfit[] {
  return pairTexts(texts).flatMap((pair) => {
    const { features, known } = prepare(pair, reader);
    const { links } = known;
    if (links.length === 0) return [];
    const given = links.map((link) => ({ left: [link.left], right: [link.right], probability: 1 }));
    const by = yardstick(...features);
    const measure = by(given);
    const free = align(...features, { first: given, by });
    return onlyPairs(links).flatMap((link): Misfit[] => {
      const z = measure.stretch(link.left, 1, link.right, 1);
      if (Math.abs(z) > FAR) {
        const [l, r] = [features[0][link.left]?.length ?? 0, features[1][link.right]?.length ?? 0];
        const factor = (r + 1) / (l + 1) / Math.exp(measure.ratio);
        return [{ texts: pair, link, factor }];
      }
      const other = free.beads.find((bead) => bead.left.includes(link.left));
      const better = other?.right[0];
      const speaksAgainst =
        other !== undefined && other.probability >= SURE && !other.right.includes(link.right);
      return speaksAgainst && better !== undefined ? [{ texts: pair, link, better }] : [];
    });
  });
}

/** The links whose two paragraphs have no other: one renders one. */
function onlyPairs(links: readonly Link[]): Link[] {
  const [lefts, rights] = [new Map<number, number>(), new Map<number, number>()];
  for (const { left, right } of links) {
    lefts.set(left, (lefts.get(left) ?? 0) + 1);
    rights.set(right, (rights.get(right) ?? 0) + 1);
  }
  return links.filter(({ left, right }) => lefts.get(left) === 1 && rights.get(right) === 1);
}
