import { inLanguage } from '#catalogue/addresses.ts';
import type { FormerPage } from '#model/permanence.ts';

/** Under what path a site stands, and its interface languages, the default first. */
export interface Under {
  readonly base: string;
  readonly languages: readonly string[];
}

/** A former address and where it leads, both as paths with the base path. */
interface Rule {
  readonly from: string;
  readonly to: string;
}

/** `_redirects`, which Cloudflare Pages and Netlify read: a line an address. */
export function toRedirectsFile(former: readonly FormerPage[], under: Under): string {
  return rulesOf(former, under)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join('');
}

/** An example for nginx: what moved is answered by 301, what is gone by 410 and its page. */
export function toNginx(former: readonly FormerPage[], under: Under): string {
  const gone = former
    .filter(({ fate }) => 'gone' in fate)
    .flatMap((page) =>
      languagesOf(page, under).map((language) => pathIn(page.id, language, under)),
    );
  return [
    '# An example: include it in the `server` block of this site.',
    '# Without it the pages at these addresses say the same, with status 200.',
    ...rulesOf(former, under).map(({ from, to }) => `location = ${from} { return 301 ${to}; }`),
    ...gone
      .filter((path) => path.endsWith('/'))
      .map((path) => `location = ${path} { error_page 410 ${path}index.html; return 410; }`),
    '',
  ].join('\n');
}

/** An example for Apache, with mod_alias: what moved is answered by 301. */
export function toApache(former: readonly FormerPage[], under: Under): string {
  return [
    '# An example: include it in the configuration of this site, or name it .htaccess.',
    '# Without it the pages at these addresses say the same, with status 200.',
    ...rulesOf(former, under).map(
      ({ from, to }) => `RedirectMatch 301 "^${escaped(from)}$" "${to}"`,
    ),
    '',
  ].join('\n');
}

function rulesOf(former: readonly FormerPage[], under: Under): Rule[] {
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
function languagesOf({ kind }: FormerPage, { languages }: Under): readonly string[] {
  return kind === 'text' || kind === 'other' ? languages.slice(0, 1) : languages;
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
