import { createHash } from 'node:crypto';
import type { ArticleSummary, HouseLink, NoteSummary, TextSummary } from '#model/compiled.ts';
import type { TextId } from '#model/ids.ts';
import { didYouMean, inFile, type LocalProblem, type Problem, problem } from '#model/problem.ts';
import { type ArticleRecord, articleSchema } from '#model/schema/article.ts';
import { ROLES } from '#model/schema/text.ts';
import type { CompileCache } from './cache.ts';
import { decode } from './decode.ts';
import type { ArchiveFiles } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { compileNote } from './note.ts';
import { readRecord } from './record.ts';
import { referencesOfArticle } from './references.ts';
import { checkSvg } from './svg.ts';
import type { ArticleFolder } from './survey.ts';
import { type CompiledText, compileText } from './text.ts';

/** A reference to an entity, article or paragraph, with the file in which it stands. */
export interface Reference extends HouseLink {
  readonly file: string;
}

/** An article's folder, compiled: light; the bodies are in the cache. */
export interface CompiledArticle {
  /** Null where no text could be used. */
  readonly article: ArticleSummary | null;
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

/** A text as it is compiled alone, as the cache keeps it. */
interface TextEntry {
  readonly text: CompiledText | null;
  readonly problems: readonly LocalProblem[];
}

/** Compiles the texts of an article's folder, its record and its note, and checks what joins them. */
export async function compileArticle(
  folder: ArticleFolder,
  files: ArchiveFiles,
  cache: CompileCache,
): Promise<CompiledArticle> {
  const problems: Problem[] = [];
  const references: Reference[] = [];
  const compiled = new Map<TextId, { entry: CompiledText; file: string; key: string }>();

  for (const id of folder.texts) {
    const file = `${folder.folder}/${id}.md`;
    const bytes = (await files.read(file)) ?? new Uint8Array();
    const key = cache.key('text', id, bytes);
    const entry = await textEntry(id, bytes, key, cache);
    problems.push(...inFile(file, entry.problems));
    if (!entry.text) continue;
    compiled.set(id, { entry: entry.text, file, key });
    references.push(...entry.text.links.map((link) => ({ ...link, file })));
    problems.push(...pictureProblems(entry.text, file, folder.pictures));
    problems.push(...(await sourceProblems(entry.text, file, folder, files)));
  }
  problems.push(...(await svgProblems(folder, files)));

  const index = folder.hasRecord ? await readIndex(folder, files, cache) : NO_INDEX;
  problems.push(...index.problems);
  references.push(...index.references);

  const texts = [...compiled].map(([id, { entry, file, key }]): TextSummary => {
    const { record, lang, dir, ids, unnumbered } = entry;
    return { id, article: folder.id, file, lang, dir, record, ids, unnumbered, body: key };
  });
  const joined = joinTexts(texts, compiled, folder.texts);
  problems.push(...joined.problems);
  if (joined.texts.length === 0) return { article: null, references, problems };
  return {
    article: {
      id: folder.id,
      folder: folder.folder,
      record: index.record,
      texts: joined.texts,
      ...(index.note && { note: index.note }),
      pictures: folder.pictures,
    },
    references,
    problems,
  };
}

async function textEntry(
  id: TextId,
  bytes: Uint8Array,
  key: string,
  cache: CompileCache,
): Promise<TextEntry> {
  const cached = await cache.get(key);
  if (isTextEntry(cached)) return cached;
  const decoded = decode(bytes);
  const entry: TextEntry =
    decoded.text === null
      ? { text: null, problems: decoded.problems }
      : compileText(id, decoded.text);
  await cache.put(key, entry);
  return entry;
}

/** Whether a value of the cache is a text; its key answers for the rest of its shape. */
export function isTextEntry(value: unknown): value is TextEntry {
  return typeof value === 'object' && value !== null && 'text' in value && 'problems' in value;
}

interface Index {
  readonly record: ArticleRecord;
  readonly note?: NoteSummary;
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

const NO_INDEX: Index = { record: {}, references: [], problems: [] };

async function readIndex(
  { folder }: ArticleFolder,
  files: ArchiveFiles,
  cache: CompileCache,
): Promise<Index> {
  const file = `${folder}/index.md`;
  const bytes = (await files.read(file)) ?? new Uint8Array();
  const { text, problems: decoding } = decode(bytes);
  const { parts, problems: split } =
    text === null ? { parts: null, problems: decoding } : splitFrontMatter(text);
  if (!parts) return { ...NO_INDEX, problems: inFile(file, split) };

  const { record, lineOf, problems } = readRecord(parts.yaml, parts.yamlLine, articleSchema);
  const { note, problems: noteProblems } = compileNote(parts.body, parts.bodyLine, 'note');
  const links = [...(record ? referencesOfArticle(record, lineOf) : []), ...(note?.links ?? [])];
  const body = cache.key('note', 'note', bytes);
  if (note) await cache.put(body, note);
  return {
    record: record ?? {},
    ...(note && { note: { file, body } }),
    references: links.map((link) => ({ ...link, file })),
    problems: inFile(file, [...problems, ...noteProblems]),
  };
}

/**
 * Brings the texts into the article’s order and finds out which renders which. A text that has
 * errors of its own may be the original that seems to be missing, so then nothing is said of it.
 *
 * @param all the ids of the article’s texts, also of those that could not be used
 */
function joinTexts(
  texts: readonly TextSummary[],
  compiled: ReadonlyMap<TextId, { entry: CompiledText }>,
  all: readonly TextId[],
): { texts: TextSummary[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const lineOf = (text: TextSummary, key: 'role' | 'of'): number =>
    compiled.get(text.id)?.entry.lines[key] ?? 1;
  const originals = texts.filter(({ record }) => record.role === 'original');
  const [original, second] = originals;
  if (original && second) {
    const place = { file: second.file, line: lineOf(second, 'role') };
    problems.push(problem(place, 'two-originals', { first: original.id, second: second.id }));
  }
  const renders = new Map<TextId, TextId>();
  for (const text of texts) {
    const { role, of } = text.record;
    if (of !== undefined) {
      const place = { file: text.file, line: lineOf(text, 'of') };
      const known = all.filter((id) => id !== text.id);
      if (of === text.id) problems.push(problem(place, 'of-itself', { of }));
      else if (known.includes(of)) {
        if (compiled.has(of)) renders.set(text.id, of);
      } else {
        const otherwise = `The texts of this article are ${known.join(', ') || 'none but this'}.`;
        const hint = didYouMean(of, known, otherwise);
        problems.push(problem(place, 'translation-of-nothing', { of, hint }));
      }
    } else if (original && role !== 'original') renders.set(text.id, original.id);
    else if (role === 'translation' && texts.length === all.length) {
      problems.push(
        problem({ file: text.file, line: lineOf(text, 'role') }, 'missing-original', {}),
      );
    }
  }
  for (const text of texts) {
    if (text.record.of !== undefined && leadsBack(text.id, renders)) {
      const place = { file: text.file, line: lineOf(text, 'of') };
      problems.push(problem(place, 'of-itself', { of: text.record.of }));
    }
  }
  const order = ({ record, id }: TextSummary): string =>
    `${String(ROLES.indexOf(record.role))} ${id}`;
  const ordered = [...texts].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return {
    texts: ordered.map((text) => {
      const rendered = renders.get(text.id);
      return rendered === undefined ? text : { ...text, renders: rendered };
    }),
    problems,
  };
}

function leadsBack(start: TextId, renders: ReadonlyMap<TextId, TextId>): boolean {
  const seen = new Set<TextId>();
  for (let id = renders.get(start); id !== undefined && !seen.has(id); id = renders.get(id)) {
    if (id === start) return true;
    seen.add(id);
  }
  return false;
}

function pictureProblems(
  { pictures }: CompiledText,
  file: string,
  known: readonly string[],
): Problem[] {
  return pictures
    .filter(({ name }) => !known.includes(name))
    .map(({ name, line }) => {
      const actual = known.find((other) => other.toLowerCase() === name.toLowerCase());
      if (actual !== undefined) {
        return problem({ file, line }, 'different-picture-case', { name, actual });
      }
      const hint = didYouMean(name, known, 'Put the file into the article’s folder.');
      return problem({ file, line }, 'missing-picture', { name, hint });
    });
}

async function svgProblems(
  { folder, pictures }: ArticleFolder,
  files: ArchiveFiles,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const name of pictures.filter((picture) => /\.svg$/i.test(picture))) {
    const file = `${folder}/${name}`;
    const { text, problems: decoding } = decode((await files.read(file)) ?? new Uint8Array());
    problems.push(...inFile(file, text === null ? decoding : checkSvg(text)));
  }
  return problems;
}

/** The imported file is where the record says, and is still what was imported. */
async function sourceProblems(
  { record: { source }, lines }: CompiledText,
  file: string,
  { folder }: ArticleFolder,
  files: ArchiveFiles,
): Promise<Problem[]> {
  if (!source) return [];
  const place = { file, line: lines.source };
  const path = source.file;
  const leaves = /^(?:[/\\]|[a-z]:)/i.test(path) || path.split(/[/\\]/).includes('..');
  if (leaves) return [problem(place, 'path-leaves-archive', { path })];
  const [, inner = '', name = path] = /^(.*\/)?([^/]*)$/.exec(`${folder}/${path}`) ?? [];
  const entry = (await files.list(inner.replace(/\/$/, '')))?.find((other) => other.name === name);
  if (entry?.type === 'link') return [problem(place, 'symbolic-link', { name: path })];
  const bytes = await files.read(`${folder}/${path}`);
  if (!bytes) return [problem(place, 'source-missing', { path })];
  const actual = createHash('sha256').update(bytes).digest('hex');
  return actual === source.sha256 ? [] : [problem(place, 'source-changed', { path, actual })];
}
