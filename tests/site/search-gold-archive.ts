import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCharacter } from '#model/ids.ts';

/** A page of the gold set: an article of one text. */
export interface GoldPage {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly text?: string;
  readonly textFrom?: string;
}

/** The hand-checked answers for search. */
export interface SearchGold {
  readonly pages: readonly GoldPage[];
  readonly queries: readonly { readonly q: string; readonly mustFind: readonly string[] }[];
  readonly inScript: Readonly<Record<string, readonly (readonly [typed: string, text: string])[]>>;
}

/** A pair of the gold set as a page of its own, which holds nothing but the text. */
export interface PairPage extends GoldPage {
  readonly typed: string;
}

export async function readSearchGold(file: string): Promise<SearchGold> {
  const gold: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (isSearchGold(gold)) return gold;
  throw new Error(`${file} holds no pages and queries.`);
}

function isSearchGold(value: unknown): value is SearchGold {
  return typeof value === 'object' && value !== null && 'pages' in value && 'inScript' in value;
}

/** One page a pair; `pairs-en-3` and so on. */
export function pairPages({ inScript }: SearchGold): PairPage[] {
  return Object.entries(inScript).flatMap(([lang, pairs]) =>
    pairs.map(([typed, text], index) => ({
      id: `pairs/${lang}-${String(index)}`,
      lang,
      title: `${FILLER[lang] ?? ''} ${String(index)}`,
      text: `${text}.`,
      typed,
    })),
  );
}

const FILLER: Readonly<Record<string, string>> = { en: 'Page', ar: 'صفحة', fa: 'برگ', he: 'דף' };

/** Which text of the gold archive a page of the gold set is. */
const SEEDS: Readonly<Record<string, string>> = {
  'en/a-translit': 'en.md',
  'en/b-press': 'en-outlet.md',
  'ar/a-orig': 'ar.md',
};

/** Writes pages as an archive in a new folder: an article a page, and entities of another archive. */
export async function archiveOf(
  pages: readonly GoldPage[],
  entities: string,
  seeds?: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'diptych-search-'));
  await writeFile(join(folder, 'archive.yaml'), ARCHIVE);
  await cp(entities, join(folder, 'entities'), { recursive: true });
  for (const { id, lang, title, text } of pages) {
    const article = join(folder, 'articles', id);
    await mkdir(article, { recursive: true });
    const seed = SEEDS[id];
    const body =
      text === undefined && seed !== undefined && seeds !== undefined
        ? bodyOf(await readFile(join(seeds, seed), 'utf8'))
        : `${text ?? ''} {#${idOf(1)}}`;
    await writeFile(
      join(article, `${lang}.md`),
      `---\nrole: version\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`,
    );
  }
  return folder;
}

function bodyOf(file: string): string {
  return file.replace(/^---\n.*?\n---\n/s, '').trim();
}

/** An id with its check character. */
export function idOf(number: number): string {
  const stem = String(number).padStart(4, '0');
  return stem + checkCharacter(stem);
}

const ARCHIVE = `title: {en: "Gold", ar: "ذهب"}
url: https://example.org/
languages: [en, ar]
publisher: {name: "Example"}
licence: CC0-1.0
contact: mailto:archive@example.org
`;
