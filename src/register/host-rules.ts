import { inLanguage, ROWS } from '#catalogue/addresses.ts';
import type { FormerFile, FormerPage } from '#model/permanence.ts';

/** Under what path a site stands, and its interface languages, the default first. */
export interface Under {
  readonly base: string;
  readonly languages: readonly string[];
}

/** What is no longer where it was: a page, or a file beside it. */
type Former = FormerPage | FormerFile;

/** A former address and where it leads, both as paths with the base path. */
interface Rule {
  readonly from: string;
  readonly to: string;
}

/** `_redirects`, which Cloudflare Pages and Netlify read: a line an address. */
export function toRedirectsFile(former: readonly Former[], under: Under): string {
  return rulesOf(former, under)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join('');
}

/** An example for nginx: what moved is answered by 301, what is gone by 410 and its page. */
export function toNginx(former: readonly Former[], under: Under): string {
  const gone = former
    .filter(({ fate }) => 'gone' in fate)
    .flatMap((one) =>
      languagesOf(one, under).map((language) => ({
        from: pathIn(one.id, language, under),
        page: pathIn(pageOf(one).id, language, under),
      })),
    );
  return [
    '# An example: include it in the `server` block of this site.',
    '# Without it the pages at these addresses say the same, with status 200.',
    ...rulesOf(former, under).map(({ from, to }) => {
      // nginx leaves out the query, which names a paragraph on a page of citations.
      const [path = '', anchor] = to.split('#');
      const whole = anchor === undefined ? `${path}$is_args$args` : to;
      return `location = ${from} { return 301 ${whole}; }`;
    }),
    ...gone
      .filter(({ page }) => page.endsWith('/'))
      .map(
        ({ from, page }) => `location = ${from} { error_page 410 ${page}index.html; return 410; }`,
      ),
    '',
  ].join('\n');
}

/** An example for Apache, with mod_alias: what moved is answered by 301. */
export function toApache(former: readonly Former[], under: Under): string {
  return [
    '# An example: include it in the configuration of this site, or name it .htaccess.',
    '# Without it the pages at these addresses say the same, with status 200.',
    ...rulesOf(former, under).map(
      ({ from, to }) => `RedirectMatch 301 "^${escaped(from)}$" "${to}"`,
    ),
    '',
  ].join('\n');
}

function rulesOf(former: readonly Former[], under: Under): Rule[] {
  return former.flatMap((page): Rule[] => {
    const { id, fate } = page;
    // What a server cannot tell from its path alone is left to the page.
    if ('gone' in fate || /[?\s"\\;{}$]/.test(id)) return [];
    const { address, paragraph } = fate.moved;
    const anchor = paragraph === undefined ? '' : `#${paragraph}`;
    return languagesOf(page, under).map((language) => ({
      from: pathIn(id, language, under),
      to: pathIn(address, language, under) + anchor,
    }));
  });
}

/** Of a text, and of an address that never was one of ours, there is one page in no language. */
function languagesOf(former: Former, { languages }: Under): readonly string[] {
  const { kind } = pageOf(former);
  // Rows are the same whatever the interface language.
  const isOnce = kind === 'text' || kind === 'other' || former.id.endsWith(ROWS);
  return isOnce ? languages.slice(0, 1) : languages;
}

function pageOf(former: Former): FormerPage {
  return 'page' in former ? former.page : former;
}

function pathIn(address: string, language: string, { base, languages }: Under): string {
  const [defaultLanguage = ''] = languages;
  return (
    base.replace(/\/$/, '') + encodeURI(decoded(inLanguage(address, language, defaultLanguage)))
  );
}

/** An address with its letters as people read them; one that is garbled stays as it is. */
export function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function escaped(path: string): string {
  return path.replaceAll(/[.*+?^()[\]|]/g, '\\$&');
}
