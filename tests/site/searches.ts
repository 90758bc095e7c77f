import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { GoldPage } from './search-archive.ts';

/** What readers type, the pages that answer, and the names that are listed. */
export interface Searches {
  readonly entities: Readonly<Record<string, object>>;
  readonly pages: Readonly<Record<string, string>>;
  readonly searches: Readonly<Record<string, readonly string[]>>;
}

export const NAMES: Searches = readSearches();

/** The pages of these searches, an article each. */
export const NAME_PAGES: readonly GoldPage[] = Object.entries(NAMES.pages).map(([id, text]) => ({
  ...{ id, lang: id.slice(0, 2), title: '—', text },
}));

function readSearches(): Searches {
  const file = join(import.meta.dirname, '../searches/names.yaml');
  const value: unknown = parse(readFileSync(file, 'utf8'));
  if (isSearches(value)) return value;
  throw new Error(`${file} lacks entities, pages or searches.`);
}

function isSearches(value: unknown): value is Searches {
  return (
    typeof value === 'object' &&
    value !== null &&
    'entities' in value &&
    'pages' in value &&
    'searches' in value
  );
}
