import { getCollection, getEntry, render } from 'astro:content';
import type { PageSummary } from '#model/compiled.ts';
import { archiveEntry } from './view.ts';

/** The owner’s own pages as routes. */
export async function editorialPages() {
  const { record } = await archiveEntry();
  const [defaultLanguage] = record.languages;
  return (await getCollection('pages')).map(({ data: page }) => ({
    params: { page: page.slug, language: page.lang === defaultLanguage ? undefined : page.lang },
    props: { page },
  }));
}

/** The body of an editorial page as a component. */
export async function editorialBody(page: PageSummary) {
  const entry = await getEntry('pageBodies', page.file.replace(/^pages\//, ''));
  if (!entry) throw new Error(`The body of ${page.file} was not found.`);
  const { Content } = await render(entry);
  return Content;
}
