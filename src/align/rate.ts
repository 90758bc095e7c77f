import type { Alignment } from './align.ts';
import { type AnchorKind, kindOf } from './anchors.ts';
import type { LikelyBead } from './bead.ts';

/** How far a bead can be trusted: an unsure one is not written. */
export type Rating = 'sure' | 'likely' | 'unsure';

/** Anchors that two paragraphs do not share by chance alone. */
const TELLING: ReadonlySet<AnchorKind> = new Set(['entity', 'number', 'calendar', 'name', 'word']);
/** How far lengths may be from the usual ratio, in standard deviations, and still be plausible. */
const PLAUSIBLE = 1.5;

/**
 * Rates a bead that has two sides. It is sure only where its probability is high and either one
 * paragraph plausibly renders one other or something that survives translation stands in both.
 */
export function rate(bead: LikelyBead, { measure, support }: Alignment): Rating {
  const { left, right, probability } = bead;
  if (probability < 0.5) return 'unsure';
  const isSupported = support.value >= ENOUGH && support.value >= ENOUGH_FOR_EACH * support.pairs;
  if (probability < SURE || !isSupported) return 'likely';
  const place = [left[0] ?? 0, left.length, right[0] ?? 0, right.length] as const;
  const isPlausible =
    left.length === 1 && right.length === 1 && Math.abs(measure.stretch(...place)) < PLAUSIBLE;
  return isPlausible || measure.shared(...place).some((anchor) => TELLING.has(kindOf(anchor)))
    ? 'sure'
    : 'likely';
}

/**
 * What must speak for two texts rendering each other at all, as a natural logarithm, together and for
 * each pair of paragraphs: texts of equal length that have nothing to do with each other have less.
 */
const ENOUGH = 3;
const ENOUGH_FOR_EACH = 0.35;

/** From which probability on: measured on texts in ten languages, damaged at random. */
const SURE = 0.985;
