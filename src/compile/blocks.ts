import type {
  BlockContent,
  DefinitionContent,
  Heading,
  Paragraph as MarkdownParagraph,
  Root,
  RootContent,
  Text,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import type { ParagraphKind } from '#model/compiled.ts';
import { type LocalProblem, type ProblemCode, problemAt } from '#model/problem.ts';
import { cutMarker, onlyMarker, readMarker, strayMarker, type Marker } from './marker.ts';

/** A block at top level of a text, with its marker taken out of it. */
export interface Block {
  readonly kind: ParagraphKind;
  readonly marker: Marker | null;
  /** From 1, in the body. */
  readonly line: number;
}

const KINDS: Readonly<Partial<Record<RootContent['type'], ParagraphKind>>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  list: 'list',
  blockquote: 'quote',
  table: 'table',
  code: 'code',
};

/**
 * The blocks of a text in order. Takes their markers out of the tree, and the paragraphs that were
 * nothing but a marker; what stays in the tree is what readers see.
 */
export function takeBlocks(tree: Root): { blocks: Block[]; problems: LocalProblem[] } {
  const problems: LocalProblem[] = [];
  const blocks: Block[] = [];
  const kept: RootContent[] = [];
  /** Whether a marker on a line of its own may still belong to the last block. */
  let open = false;

  for (const node of tree.children) {
    const kind = KINDS[node.type];
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
        blocks[blocks.length - 1] = { ...last, marker: read.marker };
      }
      continue;
    }
    kept.push(node);
    if (node.type === 'thematicBreak') open = false;
    if (kind) {
      const { marker, problems: found } = takeMarker(node);
      blocks.push({ kind: isPicture(node) ? 'picture' : kind, marker, line: lineOf(node) });
      problems.push(...found);
      open = true;
    }
  }
  tree.children = kept;
  return { blocks, problems: [...problems, ...strayMarkers(tree)] };
}

/** Takes the marker off the end of a block’s last paragraph. */
function takeMarker(node: RootContent): { marker: Marker | null; problems: LocalProblem[] } {
  const tail = tailOf(node);
  const text = tail?.paragraph.children.at(-1);
  if (!tail || text?.type !== 'text') return { marker: null, problems: [] };
  const cut = cutMarker(text.value);
  if (!cut) return { marker: null, problems: [] };

  text.value = cut.words;
  if (text.value === '') tail.paragraph.children.pop();
  if (tail.paragraph.children.length === 0) tail.remove?.();
  const line = text.position?.end.line ?? lineOf(node);
  const { marker, problems } = readMarker(cut.written, line);
  const hashesAfter = node.type === 'heading' && / #+$/.test(cut.words);
  return {
    marker,
    problems: hashesAfter
      ? [...problems, problemAt(line, 'marker-after-closing-hashes', {})]
      : problems,
  };
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

/** Markers that are left where no paragraph ends, each with what went wrong there. */
function strayMarkers(tree: Root): LocalProblem[] {
  const problems: LocalProblem[] = [];
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'text') {
      const marker = strayMarker(node.value);
      if (marker === undefined) return;
      const types = ancestors.map(({ type }) => type);
      problems.push(problemAt(lineOf(node), strayCode(types, node, ancestors), { marker }));
    }
    if (node.type === 'code') {
      const lastLine = node.value.trimEnd().split('\n').at(-1) ?? '';
      const marker = strayMarker(lastLine);
      const isOnlyThat = onlyMarker(lastLine.replace(/^\s*(?:`{3,}|~{3,})/, '')) !== undefined;
      if (marker === undefined || !isOnlyThat) return;
      problems.push(problemAt(node.position?.end.line ?? 1, 'marker-in-code', { marker }));
    }
  });
  return problems;
}

type StrayCode = Extract<
  ProblemCode,
  'marker-in-note' | 'marker-in-table' | 'marker-on-earlier-item' | 'marker-misplaced'
>;

function strayCode(
  types: readonly string[],
  node: Text,
  ancestors: readonly { type: string }[],
): StrayCode {
  if (types.includes('footnoteDefinition')) return 'marker-in-note';
  if (types.includes('table')) return 'marker-in-table';
  const paragraph = ancestors.at(-1);
  const endsParagraph =
    cutMarker(node.value) !== undefined &&
    paragraph !== undefined &&
    'children' in paragraph &&
    Array.isArray(paragraph.children) &&
    paragraph.children.at(-1) === node;
  return types.includes('listItem') && endsParagraph
    ? 'marker-on-earlier-item'
    : 'marker-misplaced';
}

function textOf(node: MarkdownParagraph): string {
  return node.children.every(({ type }) => type === 'text') ? toString(node) : '';
}

function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}
