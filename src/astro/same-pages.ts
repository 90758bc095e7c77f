import { pagesFor } from '#catalogue/pages-of-passages.ts';
import type { LoadedArchive } from '#pipeline.ts';

type Paged = Pick<LoadedArchive, 'appearances' | 'permanence'>;

/**
 * Whether an archive has the pages that it had before an edit. Astro gathers the addresses of every
 * route that might answer when the first page is asked for, which takes longer than the edit itself.
 */
export function hasSamePages(before: Paged, after: Paged): boolean {
  return (
    before.permanence.addresses.owners === after.permanence.addresses.owners &&
    formerPages(before) === formerPages(after) &&
    pagesOfMentions(before) === pagesOfMentions(after)
  );
}

/** Pages that stand for what is no longer there. */
function formerPages({ permanence }: Paged): string {
  return JSON.stringify(permanence.former.map(({ id, kind }) => [id, kind]));
}

/** On how many pages the mentions of each entity stand. */
function pagesOfMentions({ appearances }: Paged): string {
  const pages = [...appearances].map(([entity, some]) => {
    const rows = some.reduce((sum, one) => sum + one.rows, 0);
    return [entity, pagesFor(rows)];
  });
  return JSON.stringify(pages.sort());
}
