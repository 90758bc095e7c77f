import type { HouseLink, NoteSummary } from '#model/compiled.ts';
import { inFile, type Problem } from '#model/problem.ts';
import { type ArticleRecord, articleSchema } from '#model/schema/article.ts';
import type { CompileCache } from './cache.ts';
import { decode } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { compileNote } from './note.ts';
import { readRecord } from './record.ts';
import { REFERENCES_OF_ARTICLE, referencesIn } from './references.ts';
import type { ArticleFolder } from './survey.ts';

/** `index.md` of an article: its record, and its body as the editor's note. */
interface Index {
  readonly record: ArticleRecord;
  readonly note?: NoteSummary;
  readonly references: readonly (HouseLink & { readonly file: string })[];
  readonly problems: readonly Problem[];
}

const NOTHING: Index = { record: {}, references: [], problems: [] };

/**
 * Reads `index.md` from its bytes; an article without one has an empty record. The note goes into
 * the cache.
 */
export async function readIndex(
  { folder, hasRecord }: ArticleFolder,
  bytes: Uint8Array,
  cache: CompileCache,
): Promise<Index> {
  if (!hasRecord) return NOTHING;
  const file = `${folder}/index.md`;
  const { text, problems: decoding } = decode(bytes);
  const { parts, problems: split } =
    text === null ? { parts: null, problems: [] } : splitFrontMatter(text);
  if (!parts) return { ...NOTHING, problems: inFile(file, [...decoding, ...split]) };

  const read = readRecord(parts.yaml, parts.yamlLine ?? 1, articleSchema);
  const { note, problems } = compileNote(parts.body, '_note');
  const body = cache.key('note', 'note', bytes);
  if (note && (await cache.get(body)) === undefined) await cache.put(body, note);
  const links = [
    ...referencesIn(read.value, read.lineOf, REFERENCES_OF_ARTICLE),
    ...(note?.links ?? []),
  ];
  return {
    record: read.record ?? {},
    ...(note && { note: { file, body } }),
    references: links.map((link) => ({ ...link, file })),
    problems: inFile(file, [...decoding, ...read.problems, ...problems]),
  };
}
