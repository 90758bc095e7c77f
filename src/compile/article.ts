import type { ArticleSummary, HouseLink, TextSummary } from '#model/compiled.ts';
import {
  type ArticleId,
  type EntityId,
  LEDE,
  type ParagraphId,
  type TextId,
  TITLE,
} from '#model/ids.ts';
import type { Concordance } from '#model/mention.ts';
import { inFile, type LocalProblem, type Problem } from '#model/problem.ts';
import { directionOf } from '#text/direction.ts';
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
import { sourceProblems } from './sources.ts';
import { svgProblems } from './svg.ts';
import type { ArticleFolder } from './survey.ts';
import { type CompiledText, compileText } from './text.ts';

/** A reference to an entity, article or paragraph, with the file in which it stands. */
export interface Reference extends HouseLink {
  readonly file: string;
}

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
  readonly concordance: Concordance;
}

/** Compiles the texts of an article's folder, its record and its note, and checks what joins them. */
export async function compileArticle(
  folder: ArticleFolder,
  files: ArchiveFiles,
  cache: CompileCache,
  names: NameList,
): Promise<FreshArticle> {
  const problems: Problem[] = [...(await svgProblems(folder, files))];
  const found: TextInFile[] = [];
  const digests = new Map<TextId, string>();
  for (const id of folder.texts) {
    const file = `${folder.folder}/${id}.md`;
    const bytes = (await files.read(file)) ?? new Uint8Array();
    const key = cache.key('text', id, bytes);
    const { text, problems: own } = await textEntry(id, bytes, key, cache);
    problems.push(...inFile(file, own));
    if (!text) continue;
    digests.set(id, sha256Of(bytes));
    found.push({ id, file, key, text });
    problems.push(...pictureProblems(text, file, folder.pictures));
    problems.push(...(await sourceProblems(text, file, folder, files)));
  }
  const index = await readIndex(folder, files, cache);
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
  const others = { id: folder.id, ids: citableIds(found), digests, references };
  problems.push(...between);
  if (texts.length === 0) {
    return { ...others, article: null, named: new Map(), concordance: {}, problems };
  }
  const withBodies = texts.flatMap((summary) => {
    const one = found.find(({ id }) => id === summary.id)?.text;
    return one ? [{ summary, body: one.body, lines: one.lines }] : [];
  });
  const mentions = await articleMentions({ id: folder.id, texts }, withBodies, names, cache);
  return {
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
    named: countMentions(mentions),
    concordance: mentions.concordance,
    problems: [...problems, ...mentions.problems],
  };
}

function withNames(text: TextSummary, mentions: ArticleMentions): TextSummary {
  const named = mostNamed(mentions, text.id);
  return named.length === 0 ? text : { ...text, named };
}

function summaryOf({ id, file, key, text }: TextInFile, article: ArticleId): TextSummary[] {
  const { record, lang, ids, unnumbered, body } = text;
  if (!record) return [];
  const length = [...body.paragraphs, ...body.notes].reduce(
    (sum, { plain }) => sum + plain.length,
    0,
  );
  const dir = directionOf(lang);
  return [{ id, article, file, lang, dir, record, ids, unnumbered, length, body: key }];
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
