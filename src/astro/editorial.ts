import { getEntry, render } from 'astro:content';
import type { PageSummary } from '#model/compiled.ts';
import { archiveAtHand } from './archive-at-hand.ts';

/** One of the owner’s own pages by its file. Throws where there is none. */
export function pageByFile(file: string): PageSummary {
  const page = archiveAtHand().one('pages', file);
  if (!page) throw new Error(`There is no page ${file}.`);
  return page;
}

/** The body of an editorial page as a component. */
export async function editorialBody(page: PageSummary) {
  const entry = await getEntry('pageBodies', page.file.replace(/^pages\//, ''));
  if (!entry) throw new Error(`The body of ${page.file} was not found.`);
  const { Content } = await render(entry);
  return Content;
}
