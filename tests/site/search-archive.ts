import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
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

/** The entities of an archive: those of another archive, or records by id. */
export type Entities =
  { readonly folder: string } | { readonly records: Readonly<Record<string, object>> };

/** Writes pages as an archive in a new folder, an article a page. @param seeds folder of the texts that are seeds */
export async function archiveOf(
  pages: readonly GoldPage[],
  entities: Entities,
  seeds?: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'diptych-search-'));
  await writeFile(join(folder, 'archive.yaml'), ARCHIVE);
  await addTo(folder, pages, entities, seeds);
  return folder;
}

/** Adds pages, an article each, and entities to an archive; an entity that it has already stays. */
export async function addTo(
  archive: string,
  pages: readonly GoldPage[],
  entities: Entities,
  seeds?: string,
): Promise<void> {
  const target = join(archive, 'entities');
  await mkdir(target, { recursive: true });
  if ('folder' in entities) await cp(entities.folder, target, { recursive: true, force: false });
  else {
    for (const [id, record] of Object.entries(entities.records)) {
      const file = join(target, `${id}.md`);
      if (!existsSync(file)) await writeFile(file, `---\n${stringify(record)}---\n`);
    }
  }
  for (const { id, lang, title, text = '' } of pages) {
    const article = join(archive, 'articles', id);
    await mkdir(article, { recursive: true });
    const seed = SEEDS[id];
    const body =
      seed !== undefined && seeds !== undefined
        ? bodyOf(await readFile(join(seeds, seed), 'utf8'))
        : numbered(text);
    await writeFile(
      join(article, `${lang}.md`),
      `---\nrole: version\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`,
    );
  }
}

function numbered(text: string): string {
  const paragraphs = text.split('\n\n');
  return paragraphs.map((words, index) => `${words} {#${idOf(index + 1)}}`).join('\n\n');
}

function bodyOf(file: string): string {
  return file.replace(/^---\n.*?\n---\n/s, '').trim();
}

/** An id with its check character. */
function idOf(number: number): string {
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
