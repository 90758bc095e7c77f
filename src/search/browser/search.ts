import type { PagefindFragment, PagefindModule, PagefindResult } from './pagefind.d.ts';
import { excerptToRuns, type Run } from './excerpt.ts';

/** A text that was found, in the language of its bundle. */
export interface Hit {
  readonly language: string;
  readonly load: () => Promise<Found>;
}

/** What is shown of a text that was found. */
export interface Found {
  readonly title: string;
  readonly attribution: string;
  /** Id of its article. */
  readonly article: string;
  readonly paragraphs: readonly { readonly id: string; readonly runs: readonly Run[] }[];
}

/** Searches all languages at once; each language is a bundle and a module of its own. */
export type Search = (words: string) => Promise<readonly Hit[]>;

const EXCERPT_WORDS = 24;

/**
 * Loads the bundles at first use, because two hundred kilobytes are not read by who only looks.
 *
 * @param base the base path of the site
 * @param languages in the order in which their hits are shown
 */
export function searchIn(base: string, languages: readonly string[]): Search {
  const modules = new Map<string, Promise<PagefindModule>>();
  const moduleOf = (language: string): Promise<PagefindModule> => {
    const known = modules.get(language);
    if (known) return known;
    const loading = load(`${base}pagefind/${language}/`);
    modules.set(language, loading);
    // One that failed is not remembered, so that the reader can try again.
    loading.catch(() => modules.delete(language));
    return loading;
  };
  return async (words) => {
    const found = await Promise.all(
      languages.map(async (language) => {
        const { results } = await (await moduleOf(language)).search(words);
        return results.map((result): Hit => ({ language, load: () => read(result) }));
      }),
    );
    return found.flat();
  };
}

async function load(path: string): Promise<PagefindModule> {
  const url = new URL(`${path}pagefind.js`, location.href).href;
  const module: unknown = await import(/* @vite-ignore */ url);
  if (!isPagefind(module)) throw new Error(`${url} is not Pagefind.`);
  await module.options({ bundlePath: path, baseUrl: '/', excerptLength: EXCERPT_WORDS });
  await module.init();
  return module;
}

function isPagefind(module: unknown): module is PagefindModule {
  return typeof module === 'object' && module !== null && 'search' in module && 'init' in module;
}

async function read(result: PagefindResult): Promise<Found> {
  const fragment: PagefindFragment = await result.data();
  const article = /articles\/(.+)\/[^/]+\/$/.exec(
    new URL(fragment.url, location.href).pathname,
  )?.[1];
  return {
    title: fragment.meta.title ?? '',
    attribution: fragment.meta.attribution ?? '',
    article: article ?? '',
    paragraphs: fragment.sub_results.flatMap(({ anchor, excerpt }) =>
      anchor ? [{ id: anchor.id, runs: excerptToRuns(excerpt) }] : [],
    ),
  };
}
