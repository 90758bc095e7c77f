import type { FormerPage } from '#model/permanence.ts';
import { archiveAtHand } from './archive-at-hand.ts';
import type { View } from './view.ts';

/** What became of a former address. Throws where it is none: its page would not have been asked for. */
export function formerByAddress(address: string): FormerPage {
  const former = archiveAtHand().one('former', address);
  if (!former) throw new Error(`${address} is no former address.`);
  return former;
}

/** Whether a former address stands only once, or in every interface language. */
export function isOnce({ kind }: FormerPage): boolean {
  return kind === 'text' || kind === 'other';
}

/** The path of a former address for the readers of a view. */
export function hrefOf(former: FormerPage, view: View): string {
  return isOnce(former) ? view.once(former.id) : view.href(former.id);
}
