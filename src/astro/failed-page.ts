import { inLanguage, pageAddress } from '#catalogue/addresses.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { type Problem, problem } from '#model/problem.ts';

/**
 * The problem of an owner’s page whose code failed when it was made. Where in it that was is not
 * known: the code has been compiled.
 *
 * @param path below the base path
 * @param why what it threw
 */
export function failedPage(
  { archive, pages }: Pick<Catalogue, 'archive' | 'pages'>,
  path: string,
  why: unknown,
): Problem {
  const [defaultLanguage = ''] = archive.languages;
  const address = `/${path.replaceAll(/^\/|\/$/g, '')}/`;
  const page = pages.find(
    ({ slug, lang }) => inLanguage(pageAddress(slug), lang, defaultLanguage) === address,
  );
  if (!page) throw new Error(`There is no page at ${address}.`, { cause: why });
  const [reason = ''] = (why instanceof Error ? why.message : String(why)).split('\n');
  return problem({ file: page.file, line: 1 }, 'page-fails', { reason: reason.replace(/\.$/, '') });
}
