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
export function rate({ left, right, probability }: LikelyBead, { measure }: Alignment): Rating {
  if (probability < 0.5) return 'unsure';
  if (probability < SURE) return 'likely';
  const place = [left[0] ?? 0, left.length, right[0] ?? 0, right.length] as const;
  const isPlausible =
    left.length === 1 && right.length === 1 && Math.abs(measure.stretch(...place)) < PLAUSIBLE;
  return isPlausible || measure.shared(...place).some((anchor) => TELLING.has(kindOf(anchor)))
    ? 'sure'
    : 'likely';
}

/** From which probability on: measured on texts in ten languages, damaged at random. */
const SURE = 0.985;
