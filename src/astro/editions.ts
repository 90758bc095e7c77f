import type { EditionSummary } from '#register/edition-summary.ts';
import { archiveAtHand } from './archive-at-hand.ts';

/** All editions, the newest first. */
export function allEditions(): EditionSummary[] {
  return archiveAtHand().all('editions').toReversed();
}
