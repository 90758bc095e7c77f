import { readYaml } from '#compile/yaml.ts';
import { ROLES } from '#model/schema/text.ts';
import type { Fact, FactKey } from './document.ts';
import type { Notice } from './notices.ts';

/** What the record of a Markdown file from outside says. */
interface OutsideRecord {
  readonly facts: readonly Fact[];
  /** Lines `key: value` that fit no fact. */
  readonly dropped: readonly string[];
  readonly notices: readonly Notice[];
}

/** What programs that keep Markdown (Jekyll, Hugo, Obsidian, Zettlr …) call the things we know. */
const KEYS: Readonly<Record<string, FactKey>> = {
  title: 'title',
  headline: 'title',
  subtitle: 'lede',
  description: 'lede',
  summary: 'lede',
  excerpt: 'lede',
  abstract: 'lede',
  lede: 'lede',
  author: 'author',
  authors: 'author',
  by: 'author',
  translator: 'translator',
  translators: 'translator',
  date: 'published',
  published: 'published',
  publishdate: 'published',
  pubdate: 'published',
  publisher: 'publisher',
  publication: 'publisher',
  site: 'publisher',
  url: 'url',
  link: 'url',
  canonical: 'url',
  canonical_url: 'url',
  canonicalurl: 'url',
  source: 'url',
  lang: 'lang',
  language: 'lang',
  locale: 'lang',
  tags: 'subject',
  tag: 'subject',
  categories: 'subject',
  category: 'subject',
  keywords: 'subject',
  subjects: 'subject',
  kind: 'kind',
  type: 'kind',
  collection: 'collection',
  series: 'collection',
  licence: 'licence',
  license: 'licence',
  slug: 'slug',
};

/** Keys of which one string may hold several values. */
const LISTS: ReadonlySet<FactKey> = new Set(['subject']);

/** The role that a record gives its text, where it is a record of an archive of ours. */
export function ownRoleIn(yaml: string): string | undefined {
  const { role, title } = readYaml(yaml, 1).map?.value ?? {};
  const isOurs = typeof title === 'string' && ROLES.some((known) => known === role);
  return isOurs ? String(role) : undefined;
}

/** Reads a record in YAML, or in TOML as far as it is plain keys and values. */
export function readOutsideRecord(words: string, language: 'YAML' | 'TOML'): OutsideRecord {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const value = language === 'TOML' ? tomlValues(lines) : readYaml(words, 2).map?.value;
  if (value === undefined) {
    return lines.length === 0
      ? { facts: [], dropped: [], notices: [] }
      : { facts: [], dropped: lines, notices: [{ code: 'record-unread', args: {}, line: 2 }] };
  }
  const facts: Fact[] = [];
  const dropped: string[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const known = Object.hasOwn(KEYS, key.toLowerCase()) ? KEYS[key.toLowerCase()] : undefined;
    for (const [path, words_] of leavesOf(key, inner)) {
      if (known === undefined || (path !== key && !path.endsWith('.name'))) {
        dropped.push(`${path}: ${words_}`);
      } else {
        const values = LISTS.has(known) ? words_.split(/\s*[,،]\s*/) : [words_];
        for (const one of values.filter((each) => each !== '')) {
          facts.push({ key: known, value: one, from: 'the front matter' });
        }
      }
    }
  }
  return { facts, dropped, notices: [] };
}

/** The strings in a value; a list’s are those of its key, a map’s of a path. */
function leavesOf(path: string, value: unknown): (readonly [path: string, words: string])[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [[path, value.trim()]];
  if (Array.isArray(value)) return value.flatMap((inner) => leavesOf(path, inner));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(`${path}.${key}`, inner));
}

/** `key = "value"` and `key = ["a", "b"]`; other lines are kept whole, under their own words. */
function tomlValues(lines: readonly string[]): Readonly<Record<string, unknown>> {
  const entries = lines.map((line): readonly [string, unknown] => {
    const [, key = '', written = ''] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === '') return [line.trim(), '·'];
    if (!written.startsWith('[')) return [key, unquoted(written)];
    return [key, [...written.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? '')];
  });
  return Object.fromEntries(entries);
}

function unquoted(written: string): string {
  return /^(["'])(.*)\1$/.exec(written)?.[2] ?? written;
}
