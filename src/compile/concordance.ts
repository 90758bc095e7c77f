import type { Paragraph } from '#model/compiled.ts';
import type { ArticleId, EntityId, TextId } from '#model/ids.ts';
import type {
  Concordance,
  ConcordanceCell,
  ConcordanceRow,
  Mention,
  Passage,
} from '#model/mention.ts';
import { inContext, wordsAt } from '#names/context.ts';
import { digestOf } from './digest.ts';
import type { TextWithBody } from './mentions.ts';
import { toRows } from './rows.ts';

/** What an article’s page has under one address: the words of each text there. */
interface Place {
  readonly id: string;
  /** Of the paragraph with that id, where it is counted. */
  readonly ordinal?: number;
  readonly cells: ReadonlyMap<TextId, readonly Words[]>;
}

/** Words that mentions point into. */
interface Words {
  /** The key by which mentions know them. */
  readonly key: string;
  readonly plain: string;
}

/**
 * Where an article names each entity, by row: every mention with its words around it, original beside
 * translation. Where one text of a row does not say the name, the words that face it stand there.
 */
export function concordanceOf(
  article: ArticleId,
  texts: readonly TextWithBody[],
  mentions: readonly Mention[],
): Concordance {
  if (mentions.length === 0) return {};
  const byWords = Map.groupBy(mentions, ({ text, paragraph, note }) =>
    keyOf(text, note ?? paragraph),
  );
  const entities = new Map<EntityId, ConcordanceRow[]>();
  for (const { id, ordinal, cells } of placesOf(texts)) {
    const here = new Set<EntityId>();
    for (const words of cells.values()) {
      for (const { key } of words)
        for (const { entity } of byWords.get(key) ?? []) here.add(entity);
    }
    const named = [...here].sort();
    for (const entity of named) {
      const rows = entities.get(entity) ?? [];
      const beside = named.filter((other) => other !== entity);
      rows.push({
        id,
        ...(ordinal !== undefined && { ordinal }),
        beside,
        cells: cellsOf(entity, texts, cells, byWords),
      });
      entities.set(entity, rows);
    }
  }
  return Object.fromEntries(
    [...entities].sort(byKey).map(([entity, rows]) => {
      const passage: Passage = { article, rows };
      const line = JSON.stringify(passage);
      return [entity, { rows: rows.length, digest: digestOf(line), line }];
    }),
  );
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function placesOf(texts: readonly TextWithBody[]): Place[] {
  const rows = toRows(
    texts.map(({ summary, body }) => ({ id: summary.id, record: summary.record, body })),
  );
  const heads = [rows.title, ...(rows.lede ? [rows.lede] : [])].map(({ id, cells }) => ({
    id,
    cells: new Map(
      cells.map(({ text, words }) => [text, [{ key: keyOf(text, id), plain: words }]] as const),
    ),
  }));
  const body = rows.body.flatMap(({ ids: [id], cells }) =>
    id === undefined
      ? []
      : [
          {
            id,
            ...ordinalOf(
              id,
              cells.flatMap(({ paragraphs }) => paragraphs),
            ),
            cells: new Map(cells.map(({ text, paragraphs }) => [text, wordsOf(text, paragraphs)])),
          },
        ],
  );
  const second = rows.secondStories.flatMap(({ text, paragraphs }) =>
    paragraphs.flatMap((paragraph) => {
      const [id] = paragraph.ids;
      if (id === undefined) return [];
      const cells = new Map([[text, wordsOf(text, [paragraph])]]);
      return [{ id, ...ordinalOf(id, [paragraph]), cells }];
    }),
  );
  const notes = texts.flatMap(({ summary, body: { notes: some } }) =>
    some.map(({ id, plain }) => ({
      id,
      cells: new Map([[summary.id, [{ key: keyOf(summary.id, id), plain }]]]),
    })),
  );
  return [...heads, ...body, ...second, ...notes];
}

function ordinalOf(id: string, paragraphs: readonly Paragraph[]): { ordinal?: number } {
  const ordinal = paragraphs.find(({ ids }) => ids.some((one) => one === id))?.ordinal;
  return typeof ordinal === 'number' ? { ordinal } : {};
}

function wordsOf(text: TextId, paragraphs: readonly Paragraph[]): Words[] {
  return paragraphs.flatMap(({ ids: [id], plain, kind }) =>
    id === undefined || kind === 'picture' ? [] : [{ key: keyOf(text, id), plain }],
  );
}

function keyOf(text: TextId, paragraphOrNote: string): string {
  return `${text} ${paragraphOrNote}`;
}

function cellsOf(
  entity: EntityId,
  texts: readonly TextWithBody[],
  cells: Place['cells'],
  byWords: ReadonlyMap<string, readonly Mention[]>,
): ConcordanceCell[] {
  /** How far into its words each text names the entity first, from 0 to 1. */
  let share: number | undefined;
  const naming = new Map<TextId, ConcordanceCell>();
  for (const { summary } of texts) {
    const mentions = (cells.get(summary.id) ?? []).flatMap(({ key, plain }) =>
      (byWords.get(key) ?? [])
        .filter((mention) => mention.entity === entity)
        .map((mention) => {
          share ??= mention.start / Math.max(1, plain.length);
          return inContext(plain, mention);
        }),
    );
    if (mentions.length > 0) naming.set(summary.id, { text: summary.id, mentions });
  }
  return texts.flatMap(({ summary: { id, renders } }, index) => {
    const own = naming.get(id);
    if (own) return [own];
    // The words that face a mention: of the original, and of what renders it.
    const isFacing =
      index === 0 || (renders !== undefined && naming.has(renders) && naming.size === 1);
    const words = (cells.get(id) ?? []).map(({ plain }) => plain).join(' ');
    if (!isFacing || words === '') return [];
    return [{ text: id, mentions: [], facing: wordsAt(words, share ?? 0) }];
  });
}
