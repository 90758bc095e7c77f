import type { ArchiveFiles } from '#compile/files.ts';
import { readArchiveRecord } from '#compile/settings.ts';
import { survey } from '#compile/survey.ts';
import { compileText } from '#compile/text.ts';
import { decode } from '#compile/decode.ts';
import { isTextId, RESERVED_PAGE_SLUGS } from '#model/ids.ts';
import type { ExistingText } from './roles.ts';

/** What an import has to know of the archive that it adds to. */
export interface KnownArchive {
  /** Whether there is an `archive.yaml`. */
  readonly exists: boolean;
  readonly languages: readonly string[];
  readonly articles: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
  /** Every address of its pages, which lead nowhere else. */
  readonly addresses: ReadonlySet<string>;
  /** Where each source was imported to, by its SHA-256. */
  readonly sources: ReadonlyMap<string, ImportedSource>;
}

/** A file that was imported. */
export interface ImportedSource {
  readonly article: string;
  /** Its name in `source/`. */
  readonly name: string;
  /** The titles of the texts that came of it. */
  readonly titles: readonly string[];
}

/** An article’s folder as it is. */
export interface KnownArticle {
  readonly texts: readonly ExistingText[];
  readonly hasRecord: boolean;
  /** Every file name in it, and in `source/` below it, in small letters. */
  readonly names: ReadonlySet<string>;
}

/** Looks through an archive for its articles, and for what they were imported from. */
export async function knowArchive(files: ArchiveFiles): Promise<KnownArchive> {
  const settings = await readArchiveRecord(files);
  const { articles, entities, pages } = await survey(files);
  const sources = new Map<string, ImportedSource>();
  for (const { id, folder, texts } of articles) {
    for (const text of texts) {
      const bytes = await files.read(`${folder}/${text}.md`);
      const source = bytes ? sourceIn(new TextDecoder().decode(bytes)) : null;
      if (!source) continue;
      const { sha256, name, title } = source;
      const titles = [...(sources.get(sha256)?.titles ?? []), title];
      sources.set(sha256, { article: id, name, titles });
    }
  }
  return {
    exists: (await files.read('archive.yaml')) !== null,
    languages: settings.languages,
    articles: new Set(articles.map(({ id }) => id)),
    entities: new Set(entities),
    addresses: new Set([
      ...inEach(settings.languages, SITE),
      ...articles.flatMap(({ id, texts, pictures }) => [
        ...inEach(settings.languages, [`/articles/${id}/`]),
        ...texts.map((text) => `/articles/${id}/${text}/`),
        ...pictures.map((picture) => `/articles/${id}/${picture}`),
      ]),
      ...inEach(
        settings.languages,
        entities.map((id) => `/entities/${id}/`),
      ),
      ...inEach(
        settings.languages,
        pages.map(({ slug }) => `/${slug}/`),
      ),
    ]),
    sources,
  };
}

/** Addresses that every site has or keeps for itself. */
const SITE = ['/', ...RESERVED_PAGE_SLUGS.map((slug) => `/${slug}/`)];

function inEach(languages: readonly string[], addresses: readonly string[]): string[] {
  return ['', ...languages.map((language) => `/${language}`)].flatMap((prefix) =>
    addresses.map((address) => prefix + address),
  );
}

/** The source that a record names. The record is not parsed whole: an archive has thousands. */
function sourceIn(words: string): { sha256: string; name: string; title: string } | null {
  const end = words.indexOf('\n---', 3);
  const record = words.slice(0, end < 0 ? 0 : end);
  const sha256 = /\bsha256:\s*["']?([0-9a-f]{64})/.exec(record)?.[1];
  const name = /\bfile:\s*(?:"source\/([^"\n]*)"|source\/([^,}\n]*))/.exec(record);
  if (sha256 === undefined) return null;
  const title = /^title:[ \t]*(.*)$/m.exec(record)?.[1] ?? '';
  return { sha256, name: (name?.[1] ?? name?.[2] ?? '').trim(), title: unquoted(title.trim()) };
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value.replace(/^'(.*)'$/, '$1');
  try {
    const words: unknown = JSON.parse(value);
    return typeof words === 'string' ? words : value;
  } catch {
    return value;
  }
}

/** Reads an article’s folder; one that is not there has no texts. */
export async function knowArticle(files: ArchiveFiles, article: string): Promise<KnownArticle> {
  const folder = `articles/${article}`;
  const texts: ExistingText[] = [];
  const names = new Set<string>();
  let hasRecord = false;
  for (const { name } of (await files.list(folder)) ?? []) {
    names.add(name.toLowerCase());
    const id = name.replace(/\.md$/, '');
    if (name === 'index.md') hasRecord = true;
    else if (id !== name && isTextId(id)) {
      const bytes = (await files.read(`${folder}/${name}`)) ?? new Uint8Array();
      const { text } = compileText(id, decode(bytes).text ?? '');
      const record = text?.record;
      texts.push({
        id,
        role: record?.role ?? 'version',
        lang: text?.lang ?? 'und',
        namesTranslator: record?.translator !== undefined,
      });
    }
  }
  for (const { name } of (await files.list(`${folder}/source`)) ?? []) {
    names.add(`source/${name.toLowerCase()}`);
  }
  return { texts, hasRecord, names };
}
