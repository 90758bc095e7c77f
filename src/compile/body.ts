import type { Nodes, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { CompiledBody, HouseLink, Paragraph, PictureLink } from '#model/compiled.ts';
import type { ParagraphId } from '#model/ids.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { unbalancedQuotes } from '#text/quotes.ts';
import { type Block, takeBlocks } from './blocks.ts';
import { collectLinks } from './links.ts';
import { holds } from './holds.ts';
import {
  blockToHtml,
  blockToPlain,
  markdownToHtml,
  parseMarkdown,
  plainParagraphOf,
  type PlainParagraph,
} from './markdown.ts';
import { checkNotes } from './notes.ts';
import { takeSaid } from './said.ts';

/** The body of a text, parsed and divided into its paragraphs. */
export interface ReadBody {
  /** What readers will see of it: without its markers. */
  readonly tree: Root;
  readonly blocks: readonly Block[];
  readonly links: readonly HouseLink[];
  readonly pictures: readonly PictureLink[];
  readonly problems: readonly LocalProblem[];
}

/** The body of a text, compiled, with what it refers to and what is wrong with it. */
export interface BodyResult extends Omit<ReadBody, 'tree' | 'blocks'> {
  readonly body: CompiledBody;
}

/**
 * Reads a body.
 *
 * @param source Markdown whose lines are those of the file
 */
export function readBody(source: string): ReadBody {
  const { tree, problems } = parseMarkdown(source);
  const nothing = { tree: { type: 'root' as const, children: [] }, blocks: [], links: [] };
  if (!tree) return { ...nothing, pictures: [], problems };
  const { links, pictures, problems: linkProblems } = collectLinks(tree);
  const hasNotes = holds(tree, (node) => node.type.startsWith('footnote') || looksLikeCall(node));
  const noteProblems = hasNotes ? [...checkNotes(tree), ...noteQuoteProblems(tree)] : [];
  const { blocks, problems: blockProblems } = takeBlocks(tree, source);
  const found = [...linkProblems, ...noteProblems, ...blockProblems, ...idProblems(blocks, source)];
  return { tree, blocks, links, pictures, problems: found };
}

/** Words that were meant to call a note, and do not. */
function looksLikeCall(node: Nodes): boolean {
  return node.type === 'text' && node.value.includes('[^');
}

/**
 * Compiles a body.
 *
 * @param source Markdown whose lines are those of the file
 * @param prefix begins the ids of its notes
 */
export function compileBody(source: string, prefix: string): BodyResult {
  const { tree, blocks, links, pictures, problems } = readBody(source);
  const body = toParagraphs(blocks, tree, prefix);
  const quotes = body.paragraphs.flatMap(quoteProblems);
  return { body, links, pictures, problems: [...problems, ...quotes] };
}

/** What has an ordinal; headings, code and pictures have none. */
const COUNTED: ReadonlySet<string> = new Set(['paragraph', 'list', 'quote', 'table']);

function toParagraphs(blocks: readonly Block[], tree: Root, prefix: string): CompiledBody {
  const words = new Map<RootContent, PlainParagraph>();
  for (const { node } of blocks) {
    const plain = plainParagraphOf(node);
    if (plain) words.set(node, plain);
  }
  const others = tree.children.filter((node) => !words.has(node));
  const html =
    others.length === 0
      ? { blocks: [], notes: [] }
      : markdownToHtml({ ...tree, children: others }, prefix);
  if (html.blocks.length + words.size !== blocks.length) {
    const counts = `${String(blocks.length)} blocks became ${String(html.blocks.length + words.size)}`;
    throw new Error(`Markdown and HTML do not match in ${prefix}: ${counts}.`);
  }
  const elements = html.blocks.values();
  let ordinal = 0;
  let secondStory = false;
  const paragraphs = blocks.map((block): Paragraph => {
    const said = words.get(block.node);
    const element = said === undefined ? elements.next().value : undefined;
    const marks = block.marker?.marks ?? [];
    secondStory ||= marks.includes('second-story');
    const isCounted = COUNTED.has(block.kind) && !secondStory && !marks.includes('caption');
    if (isCounted) ordinal += 1;
    const plain = element ? blockToPlain(element) : (said?.plain ?? '');
    return {
      ids: block.marker?.ids ?? [],
      kind: block.kind,
      marks,
      secondStory,
      ordinal: isCounted ? ordinal : null,
      line: block.line,
      ...takeSaid(element ? blockToHtml(element) : (said?.html ?? ''), plain),
      plain,
    };
  });
  const notes = html.notes.map((note) => ({ ...note, ...takeSaid(note.html, note.plain) }));
  return { paragraphs, notes };
}

function idProblems(blocks: readonly Block[], source: string): LocalProblem[] {
  if (blocks.length === 0) {
    const firstLine = /^\s*/.exec(source)?.[0].split('\n').length ?? 1;
    return [problemAt(firstLine, 'no-paragraphs', {})];
  }
  const problems: LocalProblem[] = [];
  const firstLines = new Map<ParagraphId, number>();
  for (const { marker } of blocks) {
    for (const id of marker?.ids ?? []) {
      const first = firstLines.get(id);
      const line = marker?.line ?? 1;
      if (first === undefined) firstLines.set(id, line);
      else problems.push(problemAt(line, 'id-twice', { id, first: String(first) }));
    }
  }
  const unnumbered = blocks.filter(({ marker }) => (marker?.ids ?? []).length === 0);
  const [first] = unnumbered;
  if (first) {
    problems.push(problemAt(first.line, 'unnumbered', { count: String(unnumbered.length) }));
  }
  return problems;
}

function quoteProblems({ plain, line, kind }: Paragraph): LocalProblem[] {
  return kind === 'code' ? [] : unbalanced(plain, line);
}

function noteQuoteProblems(tree: Root): LocalProblem[] {
  const problems: LocalProblem[] = [];
  visit(tree, 'footnoteDefinition', (note) => {
    problems.push(...unbalanced(toString(note), note.position?.start.line ?? 1));
  });
  return problems;
}

/** The quotation marks that do not balance in words that begin in a line. */
export function unbalanced(words: string, line: number): LocalProblem[] {
  const marks = unbalancedQuotes(words);
  return marks.length === 0
    ? []
    : [problemAt(line, 'unbalanced-quotes', { marks: marks.join(' ') })];
}
