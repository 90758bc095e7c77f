import type { FormerPage } from '#model/permanence.ts';

/** A former address and where it leads, both as paths with the base path. */
interface Rule {
  readonly from: string;
  readonly to: string;
}

/** `_redirects`, which Cloudflare Pages and Netlify read: a line an address. */
export function toRedirectsFile(former: readonly FormerPage[], base: string): string {
  return rulesOf(former, base)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join('');
}

/** An example for nginx: what moved is answered by 301, what is gone by 410 and its page. */
export function toNginx(former: readonly FormerPage[], base: string): string {
  const gone = former.filter(({ fate }) => 'gone' in fate).map(({ id }) => withBase(id, base));
  return [
    '# An example: include it in the `server` block of this site.',
    '# Without it the pages at these addresses say the same, with status 200.',
    ...rulesOf(former, base).map(({ from, to }) => `location = ${from} { return 301 ${to}; }`),
    ...gone
      .filter((path) => path.endsWith('/'))
      .map((path) => `location = ${path} { error_page 410 ${path}index.html; return 410; }`),
    '',
  ].join('\n');
}

/** An example for Apache, with mod_alias: what moved is answered by 301. */
export function toApache(former: readonly FormerPage[], base: string): string {
  return [
    '# An example: include it in the configuration of this site, or name it .htaccess.',
    '# Without it the pages at these addresses say the same, with status 200.',
    ...rulesOf(former, base).map(
      ({ from, to }) => `RedirectMatch 301 "^${escaped(from)}$" "${to}"`,
    ),
    '',
  ].join('\n');
}

function rulesOf(former: readonly FormerPage[], base: string): Rule[] {
  return former.flatMap(({ id, fate }): Rule[] => {
    // What a server cannot tell from its path alone is left to the page.
    if ('gone' in fate || /[?\s"\\;{}$]/.test(id)) return [];
    const { address, paragraph } = fate.moved;
    const to = withBase(address, base) + (paragraph === undefined ? '' : `#${paragraph}`);
    return [{ from: withBase(id, base), to }];
  });
}

function withBase(address: string, base: string): string {
  return base.replace(/\/$/, '') + encodeURI(decoded(address));
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function escaped(path: string): string {
  return path.replaceAll(/[.*+?^()[\]|]/g, '\\$&');
}
