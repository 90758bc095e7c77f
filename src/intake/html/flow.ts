import type { Element, ElementContent, RootContent } from 'hast';
import type { OutsideBlock } from '#intake/document.ts';
import { isCaption } from './caption.ts';
import { type Draft, leavesIn } from './draft.ts';
import { attribute, isHidden, isInline, isSilent, isTool, lineOf, styleOf } from './element.ts';
import { isEmbedded, leftOf } from './embedded.ts';
import { isGallery } from './gallery.ts';
import { bounded, isBlank, type Leaf, type Marks, paragraphsOf } from './leaf.ts';
import { linesOf, wordsIn } from './lines.ts';
import { linkAddress } from './links.ts';
import { marksIn } from './marks.ts';
import { isLabel } from './note-label.ts';
import type { NotesOfPage } from './notes.ts';
import { isPictureAddress, sourcesOf } from './pictures.ts';
import { type DataTable, dataTable } from './table.ts';
import { isVerse } from './verse.ts';

/** What a walk over a page has to know, and where it puts what is no block. */
export interface Walk {
  /** The address of the document, to which its links are relative. */
  readonly base: string | undefined;
  readonly notes: NotesOfPage;
  /** Whether blank lines part paragraphs and line ends are lines, as editors of blogs take them. */
  readonly hasBlankLines: boolean;
  /** The name of the first picture among some addresses that is at hand, or null. */
  readonly picture: (addresses: readonly string[]) => string | null;
  /** Takes note of a picture that is not at hand. */
  readonly missing: (address: string, alt: string, line: number) => void;
  readonly drop: (lines: readonly string[]) => void;
  /** What the caller knows an element to be: its headline, its byline. */
  readonly is: (element: Element) => OutsideBlock['is'];
}

/** What holds for everything inside an element. */
interface Scope {
  readonly marks: Marks;
  readonly lang?: string;
  readonly is?: NonNullable<OutsideBlock['is']>;
  /** The address of a picture to which the words around it link. */
  readonly larger?: string;
  /** How many lists, quotations and notes stand around. */
  readonly depth: number;
  /** Whether line ends are lines, as `white-space: pre` has it. */
  readonly keepsLines: boolean;
}

type Content = RootContent | ElementContent;

/** Lists and quotations inside each other deeper than this are set as what they hold. */
const DEEPEST = 20;
const LITERAL = new Set(['pre', 'xmp', 'listing', 'plaintext']);
const LISTS = new Set(['ul', 'ol', 'menu', 'dir']);

/** The blocks that some nodes of a page come to, in order. */
export function draftsOf(nodes: readonly Content[], walk: Walk): Draft[] {
  return collect(nodes, { marks: {}, depth: 0, keepsLines: walk.hasBlankLines }, walk);
}

function collect(nodes: readonly Content[], scope: Scope, walk: Walk): Draft[] {
  const flow = new Flow(walk);
  for (const node of nodes) flow.visit(node, scope);
  flow.flush(scope);
  return flow.drafts;
}

/** One container as it fills: running words gather until a block begins or ends. */
class Flow {
  readonly drafts: Draft[] = [];
  private leaves: Leaf[] = [];
  private readonly walk: Walk;

  constructor(walk: Walk) {
    this.walk = walk;
  }

  visit(node: Content, scope: Scope): void {
    if (node.type === 'text') this.words(node.value, lineOf(node), scope);
    if (node.type !== 'element') return;
    const { notes, drop } = this.walk;
    const { marks } = scope;
    const label = notes.calls.get(node);
    if (label !== undefined) {
      this.leaves.push({ kind: 'call', label, line: lineOf(node), marks });
      if (!isLabel(wordsIn(node), label)) drop(linesOf([node]));
    } else if (notes.labels.has(node)) return;
    else if (notes.returns.has(node)) drop(linesOf([node]));
    else if (isSilent(node)) return;
    else if (isHidden(node) || (isTool(node) && isInline(node))) drop(linesOf([node]));
    else if (isEmbedded(node)) drop(leftOf(node));
    else if (node.tagName === 'img') this.picture(node, scope);
    else if (node.tagName === 'br') this.leaves.push({ kind: 'break', line: lineOf(node), marks });
    else if (isInline(node)) this.inline(node, scope);
    else this.block(node, scope);
  }

  /** Makes paragraphs of the running words that have gathered. */
  flush({ lang, is }: Scope): void {
    for (const leaves of paragraphsOf(this.leaves).flatMap(bounded)) {
      for (const part of picturesApart(leaves)) {
        const isPicture = part.every(({ kind }) => kind === 'picture');
        this.drafts.push({
          kind: isPicture ? 'picture' : 'paragraph',
          leaves: part,
          line: part[0]?.line ?? 1,
          ...(lang !== undefined && { lang }),
          ...(is !== undefined && !isPicture && { is }),
        });
      }
    }
    this.leaves = [];
  }

  private words(value: string, line: number, { marks, keepsLines }: Scope): void {
    if (!keepsLines) {
      const before = /^\s*/.exec(value)?.[0].split('\n').length ?? 1;
      this.leaves.push({ kind: 'words', words: value, line: line + before - 1, marks });
      return;
    }
    for (const [index, words] of value.split('\n').entries()) {
      if (index > 0) this.leaves.push({ kind: 'break', line: line + index, marks });
      if (words !== '') this.leaves.push({ kind: 'words', words, line: line + index, marks });
    }
  }

  private inline(node: Element, scope: Scope): void {
    const marks = marksIn(node, scope.marks);
    if (node.tagName !== 'a') {
      const inner = { ...scope, marks };
      const shifted = shiftedFigures(node);
      if (shifted !== undefined) {
        this.words(shifted, lineOf(node), inner);
        return;
      }
      if (node.tagName === 'q') this.words('“', lineOf(node), inner);
      for (const child of node.children) this.visit(child, inner);
      if (node.tagName === 'q') this.words('”', lineOf(node), inner);
      return;
    }
    const href = attribute(node, 'href');
    const link = linkAddress(href, this.walk.base);
    const inner = {
      ...scope,
      marks: link === undefined ? marks : { ...marks, link },
      ...(isPictureAddress(href) && { larger: href }),
    };
    for (const child of node.children) this.visit(child, inner);
  }

  private picture(node: Element, { larger, marks }: Scope): void {
    const alt = attribute(node, 'alt').replaceAll(/\s+/g, ' ').trim();
    const line = lineOf(node);
    if (/^\p{Extended_Pictographic}/u.test(alt) && alt.length < 16) {
      this.leaves.push({ kind: 'words', words: alt, line, marks });
      return;
    }
    const sources = sourcesOf(node);
    const name = this.walk.picture(larger === undefined ? sources : [larger, ...sources]);
    if (name !== null) this.leaves.push({ kind: 'picture', name, alt, line, marks: {} });
    else {
      const address = sources.find((source) => !/^data:/i.test(source));
      if (address !== undefined) this.walk.missing(address, alt, line);
    }
  }

  private block(node: Element, outer: Scope): void {
    this.flush(outer);
    const scope = this.scopeOf(node, outer);
    const { tagName } = node;
    const label = this.walk.notes.definitions.get(node);
    const table = tagName === 'table' && !this.holdsNotes(node) ? dataTable(node) : undefined;
    if (label !== undefined) {
      const { notes, others } = notesApart(collect(node.children, scope, this.walk));
      this.push(node, scope, { kind: 'note', label, children: others });
      this.add(notes);
    } else if (/^h[1-6]$/.test(tagName)) this.heading(node, scope);
    else if (tagName === 'hr') this.push(node, scope, { kind: 'rule' });
    else if (isVerse(node)) {
      for (const child of node.children) this.visit(child, { ...scope, keepsLines: true });
    } else if (LITERAL.has(tagName)) this.literal(node, scope);
    else if (LISTS.has(tagName) && isGallery(node)) {
      for (const item of node.children) this.visit(item, scope);
    } else if (LISTS.has(tagName) && scope.depth < DEEPEST) this.list(node, deeper(scope));
    else if (tagName === 'blockquote' && scope.depth < DEEPEST) {
      const { notes, others } = notesApart(collect(node.children, deeper(scope), this.walk));
      if (others.length > 0) this.push(node, scope, { kind: 'quote', children: others });
      this.add(notes);
    } else if (table) this.table(node, table, scope);
    else for (const child of captionsLast(node)) this.visit(child, scope);
    this.flush(scope);
  }

  /** Whether a table is a list of notes, with their labels in a column of their own. */
  private holdsNotes(table: Element): boolean {
    const { definitions } = this.walk.notes;
    const look = (nodes: readonly ElementContent[]): boolean =>
      nodes.some(
        (child) =>
          child.type === 'element' &&
          ((child.tagName === 'tr' && definitions.has(child)) ||
            (['tbody', 'thead', 'tfoot'].includes(child.tagName) && look(child.children))),
      );
    return definitions.size > 0 && look(table.children);
  }

  private push(node: Element, { lang, is }: Scope, draft: Unplaced): void {
    this.drafts.push({
      ...draft,
      line: lineOf(node),
      ...(lang !== undefined && { lang }),
      ...(is !== undefined && { is }),
    });
  }

  private add(drafts: readonly Draft[]): void {
    for (const draft of drafts) this.drafts.push(draft);
  }

  private scopeOf(node: Element, outer: Scope): Scope {
    // What a whole page says of its language is a fact, and often that of its program.
    const own = node.tagName === 'html' || node.tagName === 'body' ? '' : langOf(node);
    const lang = own || outer.lang;
    const is = this.walk.is(node) ?? (isCaption(node) ? 'caption' : outer.is);
    const space = styleOf(node).get('white-space') ?? '';
    return {
      ...outer,
      marks: marksIn(node, outer.marks),
      ...(lang !== undefined && { lang }),
      ...(is !== undefined && { is }),
      keepsLines: space === '' ? outer.keepsLines : space.startsWith('pre'),
    };
  }

  private heading(node: Element, scope: Scope): void {
    const { notes, others } = notesApart(collect(node.children, scope, this.walk));
    const leaves = leavesIn(others);
    for (const leaf of leaves) if (leaf.kind === 'picture') this.leaves.push(leaf);
    this.flush(scope);
    const [words] = paragraphsOf(leaves.filter(({ kind }) => kind !== 'picture'));
    // A heading is strong by itself.
    const plain = words?.map((leaf) => ({ ...leaf, marks: { ...leaf.marks, strong: false } }));
    const level = Number(node.tagName.charAt(1));
    if (plain) this.push(node, scope, { kind: 'heading', level, leaves: plain });
    this.add(notes);
  }

  private literal(node: Element, scope: Scope): void {
    const value = literalWords(node).replace(/^\n/, '').trimEnd();
    if (!isBlank(value)) this.push(node, scope, { kind: 'code', value });
  }

  private list(node: Element, scope: Scope): void {
    const items: Draft[][] = [];
    const notes: Draft[] = [];
    const add = (drafts: readonly Draft[], continues: boolean): void => {
      const { notes: found, others: item } = notesApart(drafts);
      notes.push(...found);
      const last = items.at(-1);
      if (item.length === 0) return;
      if (continues && last) last.push(...item);
      else items.push(item);
    };
    for (const child of node.children) {
      const isList = child.type === 'element' && LISTS.has(child.tagName);
      const isNote = child.type === 'element' && this.walk.notes.definitions.has(child);
      if (
        child.type === 'element' &&
        child.tagName === 'li' &&
        !isNote &&
        !isSkipped(child, this.walk)
      )
        add(collect(child.children, this.scopeOf(child, scope), this.walk), false);
      else add(collect([child], scope, this.walk), isList);
    }
    const start =
      node.tagName === 'ol' ? Number.parseInt(attribute(node, 'start') || '1', 10) : null;
    const first = start === null || (start >= 0 && start < 1e9) ? start : 1;
    if (items.length > 0) this.push(node, scope, { kind: 'list', start: first, items });
    this.add(notes);
  }

  private table(node: Element, { captions, rows }: DataTable, scope: Scope): void {
    for (const caption of captions) {
      const inner = { ...this.scopeOf(caption, scope), is: 'caption' } as const;
      this.add(collect(caption.children, inner, this.walk));
    }
    const notes: Draft[] = [];
    const cells = rows.map((row) =>
      row.map((cell) => {
        if (cell === null) return [];
        const drafts = collect(cell.children, this.scopeOf(cell, scope), this.walk);
        const { notes: found, others } = notesApart(drafts);
        notes.push(...found);
        return paragraphsOf(leavesIn(others))[0] ?? [];
      }),
    );
    const filled = cells.filter((row) => row.some((cell) => cell.length > 0));
    if (filled.length > 0) this.push(node, scope, { kind: 'table', rows: filled });
    this.add(notes);
  }
}

type Unplaced = Draft extends infer Each
  ? Each extends Draft
    ? Omit<Each, 'line' | 'lang' | 'is'>
    : never
  : never;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/**
 * Raised or lowered figures in the characters that Unicode has for them. Markdown has no markup for
 * them, and a square set as a plain figure would be another number.
 */
function shiftedFigures({ tagName, children }: Element): string | undefined {
  const [only] = children;
  if ((tagName !== 'sup' && tagName !== 'sub') || children.length !== 1) return undefined;
  if (only?.type !== 'text' || !/^\d+$/.test(only.value)) return undefined;
  const figures = tagName === 'sup' ? RAISED : LOWERED;
  return only.value.replaceAll(/\d/g, (figure) => figures.charAt(Number(figure)));
}

function langOf(node: Element): string {
  return attribute(node, 'lang') || attribute(node, 'xmlLang');
}

function deeper(scope: Scope): Scope {
  return { ...scope, depth: scope.depth + 1 };
}

/** Notes stand at top level, wherever a page has them. */
function notesApart(drafts: readonly Draft[]): {
  readonly notes: Draft[];
  readonly others: Draft[];
} {
  return {
    notes: drafts.filter(({ kind }) => kind === 'note'),
    others: drafts.filter(({ kind }) => kind !== 'note'),
  };
}

function isSkipped(node: Element, { notes }: Walk): boolean {
  return isHidden(node) || notes.returns.has(node) || notes.labels.has(node);
}

/** Pictures at the beginning and the end of a paragraph stand for themselves. */
function picturesApart(leaves: readonly Leaf[]): Leaf[][] {
  const isPart = ({ kind }: Leaf): boolean => kind !== 'picture' && kind !== 'break';
  const first = leaves.findIndex((leaf) => isPart(leaf) && !isSpace(leaf));
  const last = leaves.findLastIndex((leaf) => isPart(leaf) && !isSpace(leaf));
  const pictures = (some: readonly Leaf[]): Leaf[][] =>
    some.filter(({ kind }) => kind === 'picture').map((leaf) => [leaf]);
  if (first < 0) return pictures(leaves);
  const [words = []] = paragraphsOf(leaves.slice(first, last + 1));
  return [...pictures(leaves.slice(0, first)), words, ...pictures(leaves.slice(last + 1))];
}

function isSpace(leaf: Leaf): boolean {
  return leaf.kind === 'words' && isBlank(leaf.words);
}

/** Of a figure, its caption after what it shows; of all else, the children as they are. */
function captionsLast({ tagName, children }: Element): readonly ElementContent[] {
  if (tagName !== 'figure') return children;
  const isOne = (child: ElementContent): boolean =>
    child.type === 'element' && child.tagName === 'figcaption';
  return [...children.filter((child) => !isOne(child)), ...children.filter(isOne)];
}

function literalWords(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element' || isSilent(child)) return '';
      return child.tagName === 'br' ? '\n' : literalWords(child);
    })
    .join('');
}
