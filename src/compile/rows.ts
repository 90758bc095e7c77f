import type { Cell, CompiledBody, Paragraph, Row } from '#model/compiled.ts';
import { LEDE, type ParagraphId, type TextId, TITLE } from '#model/ids.ts';

/** A text as rows see it, in the order in which its article shows its texts. */
export interface TextOfRows {
  readonly id: TextId;
  readonly record: { readonly title: string; readonly lede?: string | undefined };
  readonly body: CompiledBody;
}

/** The title and the lede of each text, which are paragraphs too. */
export interface HeadRow {
  readonly id: ParagraphId;
  readonly cells: readonly { readonly text: TextId; readonly words: string }[];
}

export interface Rows {
  readonly title: HeadRow;
  /** Null where no text has a lede. */
  readonly lede: HeadRow | null;
  readonly body: readonly Row[];
  /** The second story of each text that has one; these are not aligned. */
  readonly secondStories: readonly Cell[];
}

/**
 * The rows of an article: the connected components of shared ids, in the first text’s order. A row
 * that the first text lacks follows its predecessor in its own text. Linear in the paragraphs.
 */
export function toRows(texts: readonly TextOfRows[]): Rows {
  const ledes = texts.flatMap(({ id, record }) =>
    record.lede === undefined ? [] : [{ text: id, words: record.lede }],
  );
  return {
    title: { id: TITLE, cells: texts.map(({ id, record }) => ({ text: id, words: record.title })) },
    lede: ledes.length > 0 ? { id: LEDE, cells: ledes } : null,
    body: bodyRows(texts),
    secondStories: texts
      .map(({ id, body }) => ({
        text: id,
        paragraphs: body.paragraphs.filter(({ secondStory }) => secondStory),
      }))
      .filter(({ paragraphs }) => paragraphs.length > 0),
  };
}

/** A row while it is being collected, and the rows that will stand directly behind it. */
interface GrowingRow {
  readonly cells: Map<TextId, Paragraph[]>;
  readonly followers: GrowingRow[];
  isPlaced: boolean;
}

function bodyRows(texts: readonly TextOfRows[]): Row[] {
  const stories = texts.map(({ id, body }) => ({
    id,
    paragraphs: body.paragraphs.filter(({ secondStory }) => !secondStory),
  }));
  const components = new Components(
    stories.flatMap(({ paragraphs }) => paragraphs.map(({ ids }) => ids)),
  );
  const rowOf = new Map<ParagraphId, GrowingRow>();
  /** What a later text has before anything that it shares. */
  const before = growingRow();
  /** The first text's rows, which follow each other. */
  const first = growingRow();

  for (const [index, { id, paragraphs }] of stories.entries()) {
    let predecessor = before;
    for (const paragraph of paragraphs) {
      const component = components.of(paragraph.ids);
      const known = component === undefined ? undefined : rowOf.get(component);
      const row = known ?? growingRow();
      if (component !== undefined) rowOf.set(component, row);
      const cell = row.cells.get(id);
      if (cell) cell.push(paragraph);
      else row.cells.set(id, [paragraph]);
      if (!row.isPlaced) {
        (index === 0 ? first : predecessor).followers.push(row);
        row.isPlaced = true;
      }
      predecessor = row;
    }
  }
  return [...inOrder(before), ...inOrder(first)].map(({ cells }) => {
    const ids = [...cells.values()].flatMap((paragraphs) => paragraphs.flatMap((one) => one.ids));
    return {
      ids: [...new Set(ids)],
      cells: [...cells].map(([text, paragraphs]) => ({ text, paragraphs })),
    };
  });
}

function growingRow(): GrowingRow {
  return { cells: new Map(), followers: [], isPlaced: false };
}

/** The rows behind a row, each directly followed by its own followers; a stack, because chains are long. */
function inOrder(start: GrowingRow): GrowingRow[] {
  const ordered: GrowingRow[] = [];
  const waiting = [...start.followers].reverse();
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    ordered.push(row);
    for (let index = row.followers.length - 1; index >= 0; index -= 1) {
      const follower = row.followers[index];
      if (follower) waiting.push(follower);
    }
  }
  return ordered;
}

/** Which ids are joined by paragraphs that carry several of them (union–find). */
class Components {
  readonly #parents = new Map<ParagraphId, ParagraphId>();

  constructor(groups: Iterable<readonly ParagraphId[]>) {
    for (const [first, ...others] of groups) {
      if (first !== undefined)
        for (const other of others) this.#parents.set(this.#root(other), this.#root(first));
    }
  }

  /** The id that stands for the component; undefined for a paragraph that has no id yet. */
  of([first]: readonly ParagraphId[]): ParagraphId | undefined {
    return first === undefined ? undefined : this.#root(first);
  }

  #root(id: ParagraphId): ParagraphId {
    let root = id;
    for (let next = this.#parents.get(root); next !== undefined && next !== root;) {
      root = next;
      next = this.#parents.get(root);
    }
    if (root !== id) this.#parents.set(id, root);
    return root;
  }
}
