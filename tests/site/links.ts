import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/*
 * Holds every link that a built site makes, for people and for machines, against its own files.
 */

/** What was looked at, and what of it leads nowhere. */
export interface CheckedLinks {
  readonly links: number;
  /** Each with the file that has it. */
  readonly dead: readonly string[];
}

/** The files of a site or a folder, by their paths, and the ids on its pages. */
interface Files {
  readonly names: ReadonlySet<string>;
  readonly read: (file: string) => string;
  readonly hasId: (page: string, id: string) => boolean;
}

/** Attributes that lead somewhere: those of HTML, and those that our own scripts follow. */
const LEADING =
  /\s(?:href|src|action|poster|data-forward|data-moved-to|data-cite|data-base|data-home)="([^"]*)"/g;

/** Files in which addresses stand whole. */
const MACHINE_FILES = /\.(?:html|atom|xml|txt|jsonl|jsonld|json|ris|bib)$/;

function filesIn(out: string): Files {
  const names = new Set(globSync('**/*', { cwd: out }).map((file) => file.replaceAll('\\', '/')));
  const read = (file: string): string => readFileSync(join(out, file), 'utf8');
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOn = (page: string): ReadonlySet<string> => {
    const known = ids.get(page);
    if (known) return known;
    const found = new Set(
      [...read(page).matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => unescaped(id)),
    );
    ids.set(page, found);
    return found;
  };
  return { names, read, hasId: (page, id) => page.endsWith('.html') && idsOn(page).has(id) };
}

function unescaped(attribute: string): string {
  return attribute.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
}

/** The addresses in the attributes of a page. */
export function addressesIn(html: string): string[] {
  return [...html.matchAll(LEADING)].map(([, address = '']) => unescaped(address));
}

/** Whether an address is one of another host, or no address of a file at all. */
function isElsewhere(address: string): boolean {
  return /^(?:[a-z][a-z+.-]*:|\/\/)/i.test(address);
}

/**
 * Every link and anchor of a site that is served under a base path: in pages, and whole addresses of
 * the archive in whatever machines read (heads, feeds, sitemaps, records, the dump), and where hosts
 * are told to lead.
 *
 * @param origin the archive’s own, without a slash at its end
 */
export function linksOfSite(out: string, base: string, origin: string): CheckedLinks {
  const files = filesIn(out);
  const dead: string[] = [];
  let links = 0;
  const follow = (from: string, address: string): void => {
    links += 1;
    const [path = '', anchor = ''] = decodeURI(address.replace(/\?[^#]*/, '')).split('#');
    const below = path === '' ? from : path.startsWith(base) ? path.slice(base.length) : undefined;
    const file =
      below === undefined || (below !== '' && !below.endsWith('/')) ? below : `${below}index.html`;
    const isThere = file !== undefined && files.names.has(posix.normalize(file));
    const hasPlace = isThere && (anchor === '' || files.hasId(file, anchor));
    if (!hasPlace) dead.push(`${from} → ${address}`);
  };
  const whole = new RegExp(String.raw`${RegExp.escape(origin)}(/[^\s"'<>\\{}|]*)`, 'g');
  for (const file of files.names) {
    if (!MACHINE_FILES.test(file) || file.startsWith('pagefind')) continue;
    const content = files.read(file);
    for (const [, address = ''] of content.matchAll(whole)) {
      follow(file, unescaped(address).replace(/[.,;)]+$/, ''));
    }
    if (!file.endsWith('.html')) continue;
    for (const address of addressesIn(content)) if (!isElsewhere(address)) follow(file, address);
  }
  for (const line of files.read('_redirects').split('\n')) {
    const [from = '', to] = line.split(' ');
    if (to === undefined) continue;
    // In place of a file of records no page can say where it is now.
    if (from.endsWith('/')) follow('_redirects', from);
    follow('_redirects', to);
  }
  return { links, dead };
}

/** Every link and anchor of a folder that needs no server: they name files, beside the page. */
export function linksOfFolder(out: string): CheckedLinks {
  const files = filesIn(out);
  const dead: string[] = [];
  let links = 0;
  for (const page of files.names) {
    if (!page.endsWith('.html')) continue;
    for (const address of addressesIn(files.read(page))) {
      if (isElsewhere(address)) continue;
      links += 1;
      const [path = '', anchor] = decodeURI(address.replace(/\?[^#]*/, '')).split('#');
      const target = path === '' ? page : posix.join(posix.dirname(page), path);
      const isThere = !path.startsWith('/') && files.names.has(target) && /\.\w+$/.test(target);
      if (!isThere || (anchor !== undefined && anchor !== '' && !files.hasId(target, anchor))) {
        dead.push(`${page} → ${address}`);
      }
    }
  }
  return { links, dead };
}

/**
 * The addresses of a register that a site does not answer: each has a page, and each paragraph is
 * on it, or on the page where it leads, or has a line that says what became of it.
 */
export function unansweredPermalinks(out: string, base: string, register: string): string[] {
  const files = filesIn(out);
  const has = (page: string, id: string): boolean => {
    if (files.hasId(page, id)) return true;
    const [, to = ''] = /\sdata-forward="([^"]*)"/.exec(files.read(page)) ?? [];
    const next = to.startsWith(base) ? `${to.slice(base.length)}index.html` : '';
    return files.names.has(next) && files.hasId(next, id);
  };
  return register
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [address = '', ...ids] = line.split(' ');
      const page = `${address}index.html`;
      if (!files.names.has(page)) return [address];
      // Of what was withdrawn as a whole there is one line for all.
      if (files.read(page).includes('class="fields tombstone"')) return [];
      return ids.filter((id) => !has(page, id)).map((id) => `${address}#${id}`);
    });
}
