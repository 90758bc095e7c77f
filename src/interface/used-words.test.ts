import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from './en.ts';

/** Keys that are made of parts, by the template that makes them: what its blank can be. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  'role.*-in': ['original', 'translation', 'version'],
  'browse.*': ['kind', 'language', 'publisher', 'year'],
  'part.*': ['speaker', 'author', 'translator', 'publisher', 'holder', 'named'],
  'entity.*': ['person', 'organisation', 'place', 'event', 'work', 'term'],
  'edition.*': ['new', 'changed', 'gone'],
  'former.*': [
    ...['article', 'text', 'entity', 'page', 'other', 'cite', 'history'],
    ...['copy-yes', 'copy-no'],
  ],
  'history.*-paragraph': ['title', 'lede'],
  'reason.*': ['copyright', 'law', 'privacy', 'safety', 'error', 'owner'],
  'entities.*': ['person', 'organisation', 'place', 'event', 'work', 'term'],
};

const SOURCES = join(import.meta.dirname, '..');
const NAMESPACES = new Set(Object.keys(en).map((key) => key.replace(/\..*/, '')));

/** All of the sources but tests and the dictionaries themselves. */
const sources = globSync('**/*.{ts,astro}', { cwd: SOURCES })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.ts$|^interface\/(?:en|ar)\.ts$/.test(file))
  .map((file) => readFileSync(join(SOURCES, file), 'utf8'));

/** The templates that make keys, as `entity.*`. */
function templatesIn(source: string): string[] {
  return [...source.matchAll(/`(([a-z]+)\.)\$\{[^}]*\}([a-z-]*)`/g)].flatMap(
    ([, before = '', namespace = '', after = '']) =>
      NAMESPACES.has(namespace) ? [`${before}*${after}`] : [],
  );
}

/** Words in quotation marks of any kind, whole. */
function quotedIn(source: string): string[] {
  return [...source.matchAll(/(['"`])([a-z]+\.[a-z0-9-]+)\1/g)].map(([, , words = '']) => words);
}

function unused(keys: readonly string[], some: readonly string[]): string[] {
  const used = new Set(some.flatMap(quotedIn));
  for (const template of some.flatMap(templatesIn)) {
    for (const part of MADE[template] ?? []) used.add(template.replace('*', part));
  }
  return keys.filter((key) => !used.has(key));
}

test('every word of the interface is said somewhere', () => {
  expect(unused(Object.keys(en), sources)).toEqual([]);
});

test('every template that makes keys is known, and makes keys that there are', () => {
  expect([...new Set(sources.flatMap(templatesIn))].sort()).toEqual(Object.keys(MADE).sort());
  const made = Object.entries(MADE).flatMap(([template, parts]) =>
    parts.map((part) => template.replace('*', part)),
  );
  expect(made.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
});

test('a word is unused that stands in no quotation marks and in no template of its kind', () => {
  const keys = ['entity.work', 'entity.gone', 'search.title', 'search.title-gone'];
  const source = "view.word(`entity.${kind}`); view.word('search.title'); // search.title-gone";
  expect(unused(keys, [source])).toEqual(['entity.gone', 'search.title-gone']);
});
