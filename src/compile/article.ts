import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import {
  type ArticleId,
  type EntityId,
  LEDE,
  type ParagraphId,
  type TextId,
  TITLE,
} from '#model/ids.ts';
import type { KnownConcordance } from '#model/mention.ts';
import { inFile, type LocalProblem, type Problem } from '#model/problem.ts';
import { directionOf } from '#text/direction.ts';
import { type ArticleEntry, type ArticleWithConcordance, recallArticle } from './article-entry.ts';
import type { CompileCache } from './cache.ts';
import { decode } from './decode.ts';
import { sha256Of } from './digest.ts';
import type { ArchiveFiles } from './files.ts';
import { readIndex } from './index-file.ts';
import { joinTexts } from './join-texts.ts';
import {
  type ArticleMentions,
  articleMentions,
  countMentions,
  type MentionCount,
  mostNamed,
} from './mentions.ts';
import type { NameList } from './name-list.ts';
import { pictureProblems } from './pictures.ts';
import type { Reference } from './references.ts';
import { type SourceClaim, sourceProblems } from './sources.ts';
import { svgProblems } from './svg.ts';
import type { ArticleFolder } from './survey.ts';
import { type CompiledText, compileText } from './text.ts';

/** An article's folder, compiled: light; the bodies are in the cache. */
export interface CompiledArticle {
  readonly id: ArticleId;
  /** Null where no text could be used. */
  readonly article: ArticleSummary | null;
  /** What can be cited in it, also in texts that could not be used. */
  readonly ids: ReadonlySet<ParagraphId>;
  /** SHA-256 of the file of each text that could be used. */
  readonly digests: ReadonlyMap<TextId, string>;
  readonly references: readonly Reference[];
  /** How often it names each entity. */
  readonly named: ReadonlyMap<EntityId, MentionCount>;
  /** The keys of all that it uses of the cache. */
  readonly keys: readonly string[];
  readonly problems: readonly Problem[];
}

/** A text with its file and its key in the cache. */
interface TextInFile {
  readonly id: TextId;
  readonly file: string;
  readonly key: string;
  readonly text: CompiledText;
}

/** An article just compiled, with where it names each entity, which is not to be kept. */
export interface FreshArticle extends CompiledArticle {
  readonly concordance: KnownConcordance;
}

/**
 * Compiles the texts of an article’s folder, its record and its note, and checks what joins them.
 * Where nothing of it has changed, what it came to is taken from the cache; only its pictures and
 * sources are looked at again.
 */
export async function compileArticle(
  folder: ArticleFolder,
  files: ArchiveFiles,
  cache: CompileCache,
  names: NameList,
): Promise<FreshArticle> {
  const own = await filesOf(folder, files);
  const key = cache.key('article', names.key, JSON.stringify(folder), own.index, ...own.texts);
  let known = await recallArticle(key, cache);
  if (!known) {
    known = await compileFiles(folder, own, cache, names);
    await cache.put(key, known.entry);
  }
  const { entry, concordance } = known;
  const problems = [...(await svgProblems(folder, files)), ...entry.problems];
  for (const claim of entry.sources) problems.push(...(await sourceProblems(claim, folder, files)));
  return {
    ...{ id: folder.id, article: entry.article, references: entry.references, concordance },
    ids: new Set(entry.ids),
    digests: new Map(entry.digests),
    named: new Map(entry.named),
    keys: [key, ...entry.keys],
    problems,
  };
}

/** The files of an article that are compiled: of `index.md` nothing, where there is none. */
interface OwnFiles {
  readonly index: Uint8Array;
  /** As the folder lists the texts. */
  readonly texts: readonly Uint8Array[];
}

async function filesOf(
  { folder, hasRecord, texts }: ArticleFolder,
  files: ArchiveFiles,
): Promise<OwnFiles> {
  const read = async (name: string): Promise<Uint8Array> =>
    (await files.read(`${folder}/${name}.md`)) ?? new Uint8Array();
  return {
    index: hasRecord ? await read('index') : new Uint8Array(),
    texts: await Promise.all(texts.map(read)),
  };
}

async function compileFiles(
  folder: ArticleFolder,
  own: OwnFiles,
  cache: CompileCache,
  names: NameList,
): Promise<ArticleWithConcordance> {
  const problems: Problem[] = [];
  const found: TextInFile[] = [];
  const digests = new Map<TextId, string>();
  const sources: SourceClaim[] = [];
  for (const [place, id] of folder.texts.entries()) {
    const file = `${folder.folder}/${id}.md`;
    const bytes = own.texts[place] ?? new Uint8Array();
    const key = cache.key('text', id, bytes);
    const { text, problems: ofText } = await textEntry(id, bytes, key, cache);
    problems.push(...inFile(file, ofText));
    if (!text) continue;
    digests.set(id, sha256Of(bytes));
    found.push({ id, file, key, text });
    problems.push(...pictureProblems(text, file, folder.pictures));
    const { source, lines } = text;
    if (source) {
      const { file: path, sha256 } = source;
      sources.push({ place: { file, line: lines.source }, path, sha256 });
    }
  }
  const index = await readIndex(folder, own.index, cache);
  problems.push(...index.problems);
  const references = [
    ...found.flatMap(({ text, file }) => text.links.map((link) => ({ ...link, file }))),
    ...index.references,
  ].map((link) => (link.to === 'article' && link.id === '' ? { ...link, id: folder.id } : link));

  const { texts, problems: between } = joinTexts(
    found.flatMap((one) => summaryOf(one, folder.id)),
    new Map(found.map(({ id, text }) => [id, text.lines])),
    folder.texts,
  );
  problems.push(...between);
  const others = {
    ...{ ids: [...citableIds(found)], digests: [...digests], references, sources },
    keys: [...found.map(({ key }) => key), ...(index.note ? [index.note.body] : [])],
  };
  if (texts.length === 0) {
    return { entry: { ...others, article: null, named: [], problems }, concordance: {} };
  }
  const withBodies = texts.flatMap((summary) => {
    const one = found.find(({ id }) => id === summary.id)?.text;
    return one ? [{ summary, body: one.body, lines: one.lines }] : [];
  });
  const mentions = await articleMentions({ id: folder.id, texts }, withBodies, names, cache);
  const entry: ArticleEntry = {
    ...others,
    article: {
      id: folder.id,
      folder: folder.folder,
      record: index.record,
      texts: texts.map((text) => withNames(text, mentions)),
      ...(index.note && { note: index.note }),
      pictures: folder.pictures,
      mentions: mentions.key,
    },
    named: [...countMentions(mentions)],
    keys: [...others.keys, mentions.key],
    problems: [...problems, ...mentions.problems],
  };
  return { entry, concordance: mentions.concordance };
}

function withNames(text: TextSummary, mentions: ArticleMentions): TextSummary {
  const named = mostNamed(mentions, text.id);
  return named.length === 0 ? text : { ...text, named };
}

function summaryOf({ id, file, key, text }: TextInFile, article: ArticleId): TextSummary[] {
  const { record, lang, ids, ordinals, unnumbered, body } = text;
  if (!record) return [];
  const length = [...body.paragraphs, ...body.notes].reduce(
    (sum, { plain }) => sum + plain.length,
    0,
  );
  const dir = directionOf(lang);
  const numbers = { ids, ordinals, unnumbered };
  return [{ id, article, file, lang, dir, record, ...numbers, length, body: key }];
}

function citableIds(found: readonly TextInFile[]): ReadonlySet<ParagraphId> {
  const hasLede = found.some(({ text }) => text.record === null || text.record.lede !== undefined);
  return new Set([...found.flatMap(({ text }) => text.ids), TITLE, ...(hasLede ? [LEDE] : [])]);
}

/** A text as it is compiled alone, as the cache keeps it. */
interface TextEntry {
  readonly text: CompiledText | null;
  readonly problems: readonly LocalProblem[];
}

async function textEntry(
  id: TextId,
  bytes: Uint8Array,
  key: string,
  cache: CompileCache,
): Promise<TextEntry> {
  const cached = await cache.get(key);
  if (isTextEntry(cached)) return cached;
  const { text: words, problems } = decode(bytes);
  const compiled = words === null ? { text: null, problems: [] } : compileText(id, words);
  const entry = { text: compiled.text, problems: [...problems, ...compiled.problems] };
  await cache.put(key, entry);
  return entry;
}

/** Whether a value of the cache is a text; its key answers for the rest of its shape. */
export function isTextEntry(value: unknown): value is TextEntry {
  return typeof value === 'object' && value !== null && 'text' in value && 'problems' in value;
}
