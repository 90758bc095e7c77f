import type { ArticleSummary, CompiledBody, TextSummary } from '#model/compiled.ts';
import { type EntityId, LEDE, type ParagraphId, type TextId, TITLE } from '#model/ids.ts';
import type { Concordance, Mention, PassageDigest } from '#model/mention.ts';
import { type Problem, problem } from '#model/problem.ts';
import { findMentions, type Piece } from '#names/resolve.ts';
import type { CompileCache } from './cache.ts';
import { concordanceOf } from './concordance.ts';
import type { NameList } from './name-list.ts';
import { shorten } from './shorten.ts';
import type { CompiledText } from './text.ts';

/** A text of an article with what its own file came to. */
export interface TextWithBody {
  readonly summary: TextSummary;
  readonly body: CompiledBody;
  readonly lines: CompiledText['lines'];
}

/** What naming comes to in one article. */
export interface ArticleMentions {
  readonly mentions: readonly Mention[];
  readonly concordance: Concordance;
  readonly problems: readonly Problem[];
}

/** The key of an article’s mentions: they depend on its texts and on the list of names alone. */
export function mentionsKey(
  { id, texts }: Pick<ArticleSummary, 'id' | 'texts'>,
  names: NameList,
  cache: CompileCache,
): string {
  const parts = texts.map(({ id: text, body, renders = '' }) => `${text} ${body} ${renders}`);
  return cache.key('mentions', names.key, id, ...parts);
}

/**
 * The mentions in the texts of an article: kept in the cache, found where they are not there. The
 * list of names can change without a text being parsed again.
 */
export async function articleMentions(
  article: Pick<ArticleSummary, 'id' | 'texts'>,
  texts: readonly TextWithBody[],
  names: NameList,
  cache: CompileCache,
): Promise<{ readonly key: string } & ArticleMentions> {
  const key = mentionsKey(article, names, cache);
  const cached = await cache.get(key);
  if (isArticleMentions(cached)) return { key, ...cached };
  const found = mentionsIn(article, texts, names);
  await cache.put(key, found);
  return { key, ...found };
}

/** Whether a value of the cache is an article’s mentions; its key answers for the rest of its shape. */
export function isArticleMentions(value: unknown): value is ArticleMentions {
  return typeof value === 'object' && value !== null && 'mentions' in value && 'problems' in value;
}

/** Where a piece stands. */
interface Place {
  readonly text: TextSummary;
  readonly paragraph: ParagraphId;
  readonly note?: string;
  readonly line: number;
}

/** Finds the mentions in the texts of an article. */
function mentionsIn(
  article: Pick<ArticleSummary, 'id'>,
  texts: readonly TextWithBody[],
  names: NameList,
): ArticleMentions {
  const placed = texts.flatMap(piecesOf);
  const pieces = placed.map(({ piece }) => piece);
  const { found, doubts } = findMentions(names.finder(), pieces);
  const mentions = found.flatMap(({ piece, start, end, nameStart, entity, by }): Mention[] => {
    const one = placed[piece];
    if (!one) return [];
    const { text, paragraph, note } = one.place;
    const form = one.piece.words.slice(start, end);
    const where = {
      article: article.id,
      text: text.id,
      paragraph,
      ...(note !== undefined && { note }),
    };
    return [{ ...where, entity, start, end, nameStart, form, by }];
  });
  return {
    mentions,
    concordance: concordanceOf(article.id, texts, mentions),
    problems: doubtful(
      doubts.flatMap(({ piece, start, end, entities }) => {
        const one = placed[piece];
        return one ? [{ place: one.place, form: one.piece.words.slice(start, end), entities }] : [];
      }),
    ),
  };
}

/** The words of a text that are looked through: what has no id has no address and is left out. */
function piecesOf({
  summary,
  body,
  lines,
}: TextWithBody): readonly { readonly piece: Piece; readonly place: Place }[] {
  const { lang, record } = summary;
  const pieces: { piece: Piece; place: Place }[] = [];
  const add = (piece: Omit<Piece, 'lang'>, place: Omit<Place, 'text'>): void => {
    pieces.push({ piece: { ...piece, lang }, place: { ...place, text: summary } });
  };
  add({ words: record.title }, { paragraph: TITLE, line: lines.title });
  if (record.lede !== undefined) add({ words: record.lede }, { paragraph: LEDE, line: lines.lede });
  for (const { ids, kind, plain: words, said = [], line, html } of body.paragraphs) {
    const [paragraph] = ids;
    // The words of a picture are its description, which nobody sees.
    if (paragraph === undefined || kind === 'picture') continue;
    add({ words, said }, { paragraph, line });
    if (body.notes.length === 0) continue;
    for (const note of body.notes) {
      // A note belongs to the paragraph that calls it first.
      if (!html.includes(`id="${note.calls[0] ?? ''}"`)) continue;
      add({ words: note.plain, said: note.said ?? [] }, { paragraph, note: note.id, line });
    }
  }
  return pieces;
}

interface DoubtfulPlace {
  readonly place: Place;
  readonly form: string;
  readonly entities: readonly EntityId[];
}

/** One warning for a text and a form, at the first place. */
function doubtful(doubts: readonly DoubtfulPlace[]): Problem[] {
  const groups = Map.groupBy(doubts, ({ place, form }) => `${place.text.id} ${form}`);
  return [...groups.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const { place, form, entities } = first;
    const args = {
      form: shorten(form),
      entities: inWords(entities),
      entity: entities[0] ?? '',
      count: some.length === 1 ? '' : ` (${String(some.length)} places of this text)`,
    };
    return [problem({ file: place.text.file, line: place.line }, 'ambiguous-name', args)];
  });
}

/** So many entities are told by their ids. */
const TOLD = 5;

function inWords(entities: readonly EntityId[]): string {
  const told = entities.length > TOLD ? entities.slice(0, TOLD - 1) : entities;
  const others = entities.length - told.length;
  return [
    ...told.map((id) => `\`${id}\``),
    ...(others > 0 ? [`${String(others)} others`] : []),
  ].join(' or ');
}

/** How often an article names an entity, in how many rows, and what tells their words from others. */
export interface MentionCount extends PassageDigest {
  readonly mentions: number;
}

/** How often an article names each entity. */
export function countMentions({
  mentions,
  concordance,
}: ArticleMentions): ReadonlyMap<EntityId, MentionCount> {
  const counts = new Map<EntityId, MentionCount>();
  for (const { entity } of mentions) {
    const before = counts.get(entity)?.mentions ?? 0;
    const { rows = 0, digest = '' } = concordance[entity] ?? {};
    counts.set(entity, { mentions: before + 1, rows, digest });
  }
  return counts;
}

/** So many entities are told with a text: enough for what it is about, whatever its length. */
const MOST = 20;

/** The entities that a text names most often; those named equally often in order of id. */
export function mostNamed(
  { mentions }: Pick<ArticleMentions, 'mentions'>,
  text: TextId,
): readonly EntityId[] {
  const counts = new Map<EntityId, number>();
  for (const mention of mentions) {
    if (mention.text !== text) continue;
    counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([entity]) => entity);
}
