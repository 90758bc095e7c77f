import { absoluteIn, type Whereabouts } from '#exchange/citation-of.ts';
import { archiveAtHand } from './archive-at-hand.ts';
import { archiveEntry } from './view.ts';

/** The archive at hand as something that is referred to from outside. */
export function whereabouts(): Whereabouts {
  const { record, edition } = archiveEntry();
  return {
    archive: record,
    entities: { get: (id) => archiveAtHand().one('entities', id) },
    absolute: absoluteIn(record.url, import.meta.env.DIPTYCH_BASE),
    ...(edition && { edition }),
  };
}
