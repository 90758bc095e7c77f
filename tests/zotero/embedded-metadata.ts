import { type Creator, type Item, kept } from './item.ts';

/*
 * What Zotero reads in a page. The rules are those of its translators “Embedded Metadata”
 * (2024-06-13) and “RDF” (2019-09-08), and of `cleanAuthor` in its utilities, for all that can
 * stand in a page of ours: written anew from reading them, because they are not to be had from a
 * package. Where Zotero takes the first of several names for a fact, they stand in its order.
 */

const DC = 'http://purl.org/dc/elements/1.1/';
const TERMS = 'http://purl.org/dc/terms/';
const OG = 'http://ogp.me/ns#';
const ARTICLE = 'http://ogp.me/ns/article#';
const Z = 'http://www.zotero.org/namespaces/export#';

/** The prefixes that are known without being declared. */
const PREFIXES: Readonly<Record<string, string>> = {
  dc: DC,
  dcterms: TERMS,
  og: OG,
  article: ARTICLE,
  z: Z,
};

/** The facts of a page, by the whole name of their property, in the order of the page. */
type Statements = ReadonlyMap<string, readonly string[]>;

/** Where each field comes from; the first that is there wins. */
const SOURCES: readonly (readonly [field: string, ...properties: string[]])[] = [
  ['title', `${DC}title`, `${TERMS}title`, `${OG}title`],
  ['publicationTitle', `${DC}source`, `${TERMS}source`],
  ['rights', `${DC}rights`, `${TERMS}rights`],
  ['institution', `${DC}publisher`, `${TERMS}publisher`],
  ['date', `${OG}published_time`, `${ARTICLE}published_time`]
    .concat(['date.issued', 'issued', 'date', 'dateSubmitted'].map((name) => TERMS + name))
    .concat(`${DC}date`) as [string, ...string[]],
  ['url', `${OG}url`],
  ['archiveLocation', `${DC}coverage`, `${TERMS}coverage`],
  ['abstractNote', `${OG}description`, `${TERMS}abstract`, `${DC}description.abstract`],
  ['language', `${DC}language`, `${TERMS}language`],
  ['extra', `${DC}description`],
];

const CREATORS = [
  ['author', [`${DC}creator`, `${TERMS}creator`, `${DC}contributor`, `${TERMS}contributor`]],
  ['translator', [`${Z}translators`]],
] as const;

/** The item that “Save to Zotero” makes of a page. */
export function itemOfPage(page: Document, address: string): Item {
  const statements = statementsOf(page);
  const fields: Partial<Record<string, string>> = {};
  for (const [field, ...properties] of SOURCES) {
    const [value] = first(statements, properties);
    if (value !== undefined) fields[field] = value;
  }
  const type = first(statements, [`${Z}itemType`])[0] ?? 'webpage';
  const [site] = first(statements, [`${OG}site_name`]);
  if (site !== undefined && type === 'newspaperArticle') fields.publicationTitle ??= site;
  for (const [property, [value = '']] of statements) {
    if (property.startsWith(Z)) fields[property.slice(Z.length)] = value;
  }
  const creators = CREATORS.flatMap(([role, properties]) =>
    first(statements, properties).map((name) => cleanAuthor(name, role, name.includes(','))),
  );
  return kept({ type, notes: [], ...withGuesses(page, address, { fields, creators }) });
}

/** What Zotero takes from a page where its metadata leave a fact open. */
function withGuesses(
  page: Document,
  address: string,
  { fields, creators }: Pick<Item, 'fields' | 'creators'>,
): Pick<Item, 'fields' | 'creators'> {
  const content = (selector: string): string =>
    page.querySelector(selector)?.getAttribute('content') ?? '';
  const guessed: Partial<Record<string, string>> = { ...fields };
  guessed.title = withoutPublication(
    (fields.title ?? page.title).replaceAll(/\s+/g, ' '),
    fields.publicationTitle,
  );
  guessed.abstractNote ??= content('meta[name="description" i]');
  guessed.url ??= page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? address;
  guessed.language ??= page.documentElement.lang;
  guessed.date ??= page.querySelector('time[datetime]')?.getAttribute('datetime') ?? '';
  if (creators.length > 0) return { fields: guessed, creators };
  const bylines = page.querySelectorAll('.byline, .bylines, .vcard, .article-byline');
  const named = [content('meta[name="author" i]'), content('meta[property="article:author"]')]
    .concat([...bylines].map(({ textContent }) => textContent))
    .filter((name) => name.trim() !== '');
  return { fields: guessed, creators: named.map((name) => cleanAuthor(name, 'author', false)) };
}

function withoutPublication(title: string, publication: string | undefined): string {
  if (publication === undefined) return title;
  const name = publication.replaceAll(/[()[\]$^*+.?|]/g, String.raw`\$&`);
  return title.replace(new RegExp(String.raw`\s*[-–—=_:|~#]\s*${name}\s*$`, 'i'), '');
}

function statementsOf(page: Document): Statements {
  const prefixes = { ...PREFIXES };
  for (const link of page.querySelectorAll('link[rel^="schema."]')) {
    const [, prefix = ''] = /^schema\.([a-z]+)/i.exec(link.getAttribute('rel') ?? '') ?? [];
    prefixes[prefix.toLowerCase()] = link.getAttribute('href') ?? '';
  }
  const declared = page.documentElement.getAttribute('prefix') ?? '';
  for (const [, prefix = '', address = ''] of declared.matchAll(/(\w+):\s+(\S+)/g)) {
    prefixes[prefix.toLowerCase()] = address;
  }
  const statements = new Map<string, string[]>();
  for (const meta of page.querySelectorAll('meta')) {
    const names = meta.getAttribute('name') ?? meta.getAttribute('property') ?? '';
    const value = meta.getAttribute('content') ?? '';
    if (names === '' || value === '') continue;
    for (const name of names.split(/\s+/)) {
      // HighWire’s names, wherever they stand, replace all creators and so every translator.
      if (name.includes('citation_')) throw new RangeError(`${name} would replace all else.`);
      const [prefix = '', ...rest] = name.split(/[.:_]/);
      const address = prefixes[prefix.toLowerCase()];
      if (address === undefined || rest.length === 0) continue;
      const property = name.slice(prefix.length + 1);
      const whole = address + property.charAt(0).toLowerCase() + property.slice(1);
      statements.set(whole, [...(statements.get(whole) ?? []), value]);
    }
  }
  return statements;
}

function first(statements: Statements, properties: readonly string[]): readonly string[] {
  const found = properties.find((property) => statements.has(property));
  return (found === undefined ? undefined : statements.get(found)) ?? [];
}

/** A name without what stands at its ends, divided at its comma, else before its last word. */
function cleanAuthor(name: string, type: string, hasComma: boolean): Creator {
  const clean = name
    .replace(/^[\s.,/[\]:]+/, '')
    .replace(/[\s.,/[\]:]+$/, '')
    .replace(/\s+/, ' ');
  if (hasComma) {
    const [lastName = '', firstName = ''] = clean.replace(/\.([^ ])/, '. $1').split(/[,،] ?/);
    return { type, lastName, firstName: withInitials(firstName, lastName) };
  }
  const at = clean.lastIndexOf(' ');
  const [firstName, lastName] = [clean.slice(0, Math.max(at, 0)), clean.slice(at + 1)];
  return { type, lastName, firstName: withInitials(firstName, lastName) };
}

/** `JR` as `J. R.`, and a dot behind every initial; other dots are lost. */
function withInitials(firstName: string, lastName: string): string {
  const areLetters =
    /^[A-Z\u0400-\u042F]{1,3}$/.test(firstName) &&
    (firstName.length === 1 || lastName.toUpperCase() !== lastName);
  const names = areLetters ? firstName.replaceAll(/./g, '$& ').trim() : firstName;
  return names
    .replace(/\s*[-\u00AD\u2010-\u2015]\s*/, '-')
    .split(/[\s.]+|(?=-)/)
    .map((part) => (/^-?[A-Z\u0400-\u042F]$/.test(part) ? `${part}.` : part))
    .join(' ')
    .replaceAll(' -', '-')
    .trim();
}
