import { getCollection } from 'astro:content';
import { inLanguage } from '#catalogue/addresses.ts';
import type { FormerPage } from '#model/permanence.ts';
import { decoded } from '#register/host-rules.ts';
import { archiveEntry, type View } from './view.ts';

/** The route of a former address, in a language. */
export interface FormerRoute {
  readonly params: { readonly former: string };
  readonly props: { readonly former: FormerPage; readonly language: string };
}

/**
 * A page for every former address. What had pages in every interface language has them still; of a
 * text, and of an address that was never ours to begin with, there is one.
 */
export async function formerRoutes(): Promise<FormerRoute[]> {
  const { record } = await archiveEntry();
  const [defaultLanguage = ''] = record.languages;
  const entries = await getCollection('former');
  return entries.flatMap(({ data: former }) => {
    // A query is no part of a file’s name.
    if (former.id.includes('?')) return [];
    const isOnce = former.kind === 'text' || former.kind === 'other';
    const languages = isOnce ? [defaultLanguage] : record.languages;
    return languages.map((language) => ({
      params: { former: pathOf(inLanguage(former.id, language, defaultLanguage)) },
      props: { former, language },
    }));
  });
}

function pathOf(address: string): string {
  return decoded(address).replaceAll(/^\/|\/$/g, '');
}

/** Whether the address of a former page stands in every interface language, or only once. */
export function hrefOf(address: string, view: View, former: FormerPage): string {
  return former.kind === 'text' || former.kind === 'other'
    ? view.once(address)
    : view.href(address);
}
