import type {
  BlockContent,
  DefinitionContent,
  Heading,
  Paragraph as MarkdownParagraph,
  Root,
  RootContent,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ParagraphKind } from '#model/compiled.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { cutMarker, onlyMarker, readMarker, type Marker } from './marker.ts';
import { hideEscapedBraces } from './escaped-braces.ts';
import { strayMarkers } from './stray-markers.ts';

/** A block at top level of a text, with its marker taken out of it. */
export interface Block {
  readonly kind: ParagraphKind;
  readonly marker: Marker | null;
  /** From 1, in the body. */
  readonly line: number;
  /** Where a marker that it lacks would be written. */
  readonly place: MarkerPlace;
  /** What stands in the tree of it. */
  readonly node: RootContent;
}

/**
 * Where a marker is written: behind the last words of a block, on a line of its own below it, or its
 * ids inside a marker that has none. Line and column are the end of what it follows, from 1; inside
 * a marker they are the end of that marker.
 */
export interface MarkerPlace {
  readonly how: 'behind' | 'below' | 'inside';
  readonly line: number;
  readonly column: number;
}

const KINDS: Readonly<Partial<Record<RootContent['type'], ParagraphKind>>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  list: 'list',
  blockquote: 'quote',
  table: 'table',
  code: 'code',
};

/** What a node at top level is as a paragraph; undefined for rules, definitions and raw HTML. */
export function kindOf(node: RootContent): ParagraphKind | undefined {
  return isPicture(node) ? 'picture' : KINDS[node.type];
}

/**
 * The blocks of a text in order. Takes their markers out of the tree, and the paragraphs that were
 * nothing but a marker; what stays in the tree is what readers see. Behind a backslash, a brace opens
 * no marker.
 *
 * @param source what the tree was parsed from
 */
export function takeBlocks(
  tree: Root,
  source: string,
): { blocks: Block[]; problems: LocalProblem[] } {
  const putBack = hideEscapedBraces(tree, source);
  const problems: LocalProblem[] = [];
  const blocks: Block[] = [];
  const kept: RootContent[] = [];
  /** Whether a marker on a line of its own may still belong to the last block. */
  let open = false;

  for (const node of tree.children) {
    const kind = kindOf(node);
    const written = node.type === 'paragraph' ? onlyMarker(textOf(node)) : undefined;
    const last = blocks.at(-1);
    if (written !== undefined) {
      if (!open || !last)
        problems.push(problemAt(lineOf(node), 'marker-alone', { marker: written }));
      else if (last.marker) {
        problems.push(problemAt(lineOf(node), 'marker-twice', { marker: written }));
      } else {
        const read = readMarker(written, lineOf(node));
        problems.push(...read.problems);
        const place = read.marker.ids.length === 0 ? endOf(node, 'inside') : last.place;
        blocks[blocks.length - 1] = { ...last, marker: read.marker, place };
      }
      continue;
    }
    kept.push(node);
    if (node.type === 'thematicBreak') open = false;
    if (kind) {
      const place = placeIn(node);
      const { marker, problems: found } = takeMarker(node);
      const written: MarkerPlace = marker?.ids.length === 0 ? { ...place, how: 'inside' } : place;
      // Only without its marker does a picture show nothing but itself.
      const shown = kindOf(node) ?? kind;
      blocks.push({ kind: shown, marker, line: lineOf(node), place: written, node });
      problems.push(...found);
      open = true;
    }
  }
  tree.children = kept;
  problems.push(...strayMarkers(tree));
  putBack();
  return { blocks, problems };
}

/** Takes the marker off the end of a block’s last paragraph. */
function takeMarker(node: RootContent): { marker: Marker | null; problems: LocalProblem[] } {
  const tail = tailOf(node);
  const text = tail?.paragraph.children.at(-1);
  if (!tail || text?.type !== 'text') return { marker: null, problems: [] };
  const cut = cutMarker(text.value);
  if (!cut) return { marker: null, problems: [] };

  // A second marker beside the first is taken out as well: it is named, not printed.
  const line = text.position?.end.line ?? lineOf(node);
  const beside = cutMarker(cut.words);
  const twice = beside ? [problemAt(line, 'marker-twice', { marker: cut.written })] : [];
  const words = beside?.words ?? cut.words;
  text.value = words;
  if (text.value === '') tail.paragraph.children.pop();
  if (tail.paragraph.children.length === 0) tail.remove?.();
  const { marker, problems } = readMarker(beside?.written ?? cut.written, line);
  const hashesAfter =
    node.type === 'heading' && / #+$/.test(words)
      ? [problemAt(line, 'marker-after-closing-hashes', {})]
      : [];
  return { marker, problems: [...problems, ...twice, ...hashesAfter] };
}

/** Where the marker of a block stands or would stand, by the rules of the content format. */
function placeIn(node: RootContent): MarkerPlace {
  const paragraph = tailOf(node)?.paragraph;
  if (!paragraph) return endOf(node, 'below');
  const last = paragraph.children.at(-1);
  if (paragraph.type !== 'heading') return endOf(paragraph, 'behind');
  // The closing `#`s of a heading come after it; an empty heading has nothing but its opening ones.
  const { line, column } = paragraph.position?.start ?? { line: 1, column: 1 };
  return last ? endOf(last, 'behind') : { how: 'behind', line, column: column + paragraph.depth };
}

function endOf(node: RootContent, how: MarkerPlace['how']): MarkerPlace {
  const { line, column } = node.position?.end ?? { line: 1, column: 1 };
  return { how, line, column };
}

interface Tail {
  readonly paragraph: MarkdownParagraph | Heading;
  /** Takes the paragraph out of what holds it, where it is inside a list or quote. */
  readonly remove?: () => void;
}

function tailOf(node: RootContent): Tail | undefined {
  if (node.type === 'paragraph' || node.type === 'heading') return { paragraph: node };
  if (node.type === 'list') {
    const item = node.children.at(-1);
    return item && tailWithin(item.children);
  }
  return node.type === 'blockquote' ? tailWithin(node.children) : undefined;
}

function tailWithin(children: (BlockContent | DefinitionContent)[]): Tail | undefined {
  const last = children.at(-1);
  if (last?.type !== 'paragraph') return last && tailOf(last);
  return { paragraph: last, remove: () => void children.pop() };
}

/** Whether a paragraph shows nothing but pictures. */
function isPicture(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const shown = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return (
    shown.length > 0 &&
    shown.every(({ type }) => type === 'image' || type === 'imageReference' || type === 'break')
  );
}

function textOf(node: MarkdownParagraph): string {
  return node.children.every(({ type }) => type === 'text') ? toString(node) : '';
}

function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}
