import { constants, setPriority } from 'node:os';
import { putAtHand } from './archive-at-hand.ts';
import { openBundle } from './bundled-pages.ts';
import { help } from './helper.ts';
import { makeOwn, pageMaker } from './page-maker.ts';
import type { Asked, DuePage, Rendering } from './rendering.ts';
import { tracedArchive } from './traced-archive.ts';

/*
 * A process beside a build that makes some of its pages. It gives way to the search index, which is
 * made by one process after the other while pages can be made by any.
 */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

help<Rendering>(async ({ bundle, records, site }) => {
  const archive = tracedArchive(records);
  putAtHand(archive);
  const pages = await openBundle(bundle);
  // Then only Astro can make them.
  if (!pages) return (due) => Promise.resolve(due.map(() => null));
  const make = pageMaker(site, archive, pages.render);
  const nameOf = ({ route, component }: DuePage['route']): string => `${route} ${component}`;
  const routes = new Map(pages.routes.map((route) => [nameOf(route), route]));
  return async (due) => {
    const asked: Asked[] = [];
    for (const { pathname, route } of due) {
      const known = routes.get(nameOf(route));
      asked.push(known ? await makeOwn(make, pathname, known) : null);
    }
    return asked;
  };
});
