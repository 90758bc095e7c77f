import type { PhrasingContent } from 'mdast';

/** What stands around a leaf, from the outside in. */
export interface Marks {
  readonly link?: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly delete?: boolean;
  readonly code?: boolean;
}

/** The smallest piece of running words. `split` ends a paragraph, `break` a line. */
export type Leaf = { readonly line: number; readonly marks: Marks } & (
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'break' | 'split' }
  | { readonly kind: 'picture'; readonly name: string; readonly alt: string }
  | { readonly kind: 'call'; readonly label: string }
);

/** What Markdown can put around words, in the order in which it is better put. */
const WRAPPINGS = ['link', 'strong', 'emphasis', 'delete'] as const;
type Wrapping = (typeof WRAPPINGS)[number];

/** Spaces that a page tells apart and a text does not; those that join or part letters are none. */
const SPACES = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;

/** Words with each run of spaces as one plain space. */
export function plainSpaces(words: string): string {
  return words.replaceAll(SPACES, ' ');
}

/** Whether words are nothing but spaces, byte-order marks and zero-width spaces. */
export function isBlank(words: string): boolean {
  return !/[^\s\u00A0\u200B\u2060\uFEFF]/.test(words);
}

/**
 * Divides running words into paragraphs: at `split`, and at two breaks with nothing between them.
 * Spaces are settled, and none stands at the edge of a paragraph or beside a break.
 */
export function paragraphsOf(leaves: readonly Leaf[]): Leaf[][] {
  const paragraphs: Leaf[][] = [];
  let current: Leaf[] = [];
  const finish = (): void => {
    const settled = settleSpaces(withoutBrackets(current));
    if (settled.length > 0) paragraphs.push(settled);
    current = [];
  };
  let breaks = 0;
  for (const leaf of leaves) {
    if (leaf.kind === 'split') {
      finish();
      breaks = 0;
    } else if (leaf.kind === 'break') {
      breaks += 1;
      if (breaks === 2) finish();
      else if (breaks === 1) current.push(leaf);
    } else {
      if (leaf.kind !== 'words' || !isBlank(leaf.words)) breaks = 0;
      current.push(leaf);
    }
  }
  finish();
  return paragraphs;
}

/** More pieces than a paragraph of words has, and as many as what reads Markdown copes with. */
const MOST = 600;

/** A paragraph as several where it has more pieces than anyone means; parted at a line’s end if it can be. */
export function bounded(paragraph: readonly Leaf[]): readonly (readonly Leaf[])[] {
  if (paragraph.length <= MOST) return [paragraph];
  const parts: Leaf[][] = [];
  let part: Leaf[] = [];
  for (const leaf of paragraph) {
    const isEnd = leaf.kind === 'break' && part.length > MOST / 4;
    if (!isEnd) part.push(leaf);
    if (!isEnd && part.length < MOST) continue;
    parts.push(part);
    part = [];
  }
  return [...parts, part].map(settleSpaces).filter((leaves) => leaves.length > 0);
}

/** Brackets that a page prints around the call of a note are part of the call. */
function withoutBrackets(leaves: readonly Leaf[]): readonly Leaf[] {
  const pairs = new Set<number>();
  for (const [index, leaf] of leaves.entries()) {
    const [last, next] = [leaves[index - 1], leaves[index + 1]];
    if (leaf.kind !== 'call' || last?.kind !== 'words' || next?.kind !== 'words') continue;
    if (last.words.endsWith('[') && next.words.startsWith(']')) pairs.add(index);
  }
  return pairs.size === 0
    ? leaves
    : leaves.map((leaf, index) => {
        if (leaf.kind !== 'words') return leaf;
        const start = pairs.has(index - 1) ? 1 : 0;
        return { ...leaf, words: leaf.words.slice(start, pairs.has(index + 1) ? -1 : undefined) };
      });
}

function settleSpaces(leaves: readonly Leaf[]): Leaf[] {
  const settled: Leaf[] = [];
  /** Whether a space would stand at an edge, beside a break or beside another space. */
  let isIdle = true as boolean;
  for (const leaf of leaves) {
    if (leaf.kind === 'words') {
      const words = plainSpaces(leaf.words);
      const kept: string = isIdle ? words.trimStart() : words;
      if (kept === '') continue;
      isIdle = kept.endsWith(' ');
      const last = settled.at(-1);
      if (last?.kind === 'words' && hasSameMarks(last, leaf)) {
        settled[settled.length - 1] = { ...last, words: last.words + kept };
      } else settled.push({ ...leaf, words: kept });
    } else {
      if (leaf.kind === 'break') dropSpaceAtEnd(settled);
      isIdle = leaf.kind === 'break';
      if (leaf.kind !== 'break' || settled.length > 0) settled.push(leaf);
    }
  }
  dropSpaceAtEnd(settled);
  while (settled.at(-1)?.kind === 'break') {
    settled.pop();
    dropSpaceAtEnd(settled);
  }
  return settled.every((leaf) => leaf.kind === 'words' && isBlank(leaf.words)) ? [] : settled;
}

function hasSameMarks({ marks: one }: Leaf, { marks: other }: Leaf): boolean {
  return (
    one === other ||
    ([...WRAPPINGS, 'code'] as const).every(
      (mark) => (one[mark] ?? false) === (other[mark] ?? false),
    )
  );
}

function dropSpaceAtEnd(leaves: Leaf[]): void {
  const last = leaves.at(-1);
  if (last?.kind !== 'words' || !last.words.endsWith(' ')) return;
  const words = last.words.trimEnd();
  leaves.pop();
  if (words === '') dropSpaceAtEnd(leaves);
  else leaves.push({ ...last, words });
}

/** The words of leaves without markup; a break is a line break. */
export function wordsOf(leaves: readonly Leaf[]): string {
  return leaves
    .map((leaf) => (leaf.kind === 'words' ? leaf.words : leaf.kind === 'break' ? '\n' : ''))
    .join('');
}

/** Leaves as Markdown’s own tree, each mark as wide as it can be. */
export function leavesToMarkdown(leaves: readonly Leaf[]): PhrasingContent[] {
  return wrap(moveEdgesOut(leaves), WRAPPINGS);
}

function wrap(leaves: readonly Leaf[], wrappings: readonly Wrapping[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let from = 0; from < leaves.length;) {
    const { wrapping, to } = widest(leaves, from, wrappings);
    const group = leaves.slice(from, to);
    from = to;
    if (wrapping === undefined) for (const node of bare(group)) nodes.push(node);
    else {
      const children = wrap(
        group,
        wrappings.filter((other) => other !== wrapping),
      );
      const url = group[0]?.marks.link ?? '';
      nodes.push(
        wrapping === 'link' ? { type: 'link', url, children } : { type: wrapping, children },
      );
    }
  }
  return nodes;
}

/** The mark that holds for the most leaves from one on; where none does, the leaves without any. */
function widest(
  leaves: readonly Leaf[],
  from: number,
  wrappings: readonly Wrapping[],
): { readonly wrapping?: Wrapping; readonly to: number } {
  const ends = wrappings
    .filter((wrapping) => isSet(leaves[from], wrapping))
    .map((wrapping) => {
      const value = leaves[from]?.marks[wrapping];
      return { wrapping, to: runFrom(leaves, from, (leaf) => leaf.marks[wrapping] === value) };
    });
  const [first, ...others] = ends;
  if (first) return others.reduce((best, end) => (end.to > best.to ? end : best), first);
  const isPlain = (leaf: Leaf): boolean => !wrappings.some((wrapping) => isSet(leaf, wrapping));
  return { to: runFrom(leaves, from, isPlain) };
}

/** Where a run of leaves that pass a test ends; the first is in it. */
function runFrom(leaves: readonly Leaf[], from: number, test: (leaf: Leaf) => boolean): number {
  let to = from + 1;
  for (let leaf = leaves[to]; leaf && test(leaf); leaf = leaves[to]) to += 1;
  return to;
}

function isSet(leaf: Leaf | undefined, wrapping: Wrapping): boolean {
  const value = leaf?.marks[wrapping];
  return value !== undefined && value !== false;
}

function bare(leaves: readonly Leaf[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const leaf of leaves) {
    const last = nodes.at(-1);
    if (leaf.kind === 'words') {
      const type = leaf.marks.code === true ? 'inlineCode' : 'text';
      if (last?.type === type) last.value += leaf.words;
      else nodes.push({ type, value: leaf.words });
    } else if (leaf.kind === 'picture') {
      nodes.push({ type: 'image', url: leaf.name, alt: leaf.alt });
    } else if (leaf.kind === 'call') {
      nodes.push({ type: 'footnoteReference', identifier: leaf.label, label: leaf.label });
    } else {
      nodes.push({ type: 'break' });
    }
  }
  return nodes;
}

/**
 * Takes out of marks what Markdown cannot hold at their edges: spaces and breaks, and punctuation
 * beside a letter, where stars would be taken for the other end (CommonMark, “flanking”).
 */
function moveEdgesOut(leaves: readonly Leaf[]): Leaf[] {
  return leaves.flatMap((leaf, index): Leaf[] => {
    const [last, next] = [leaves[index - 1], leaves[index + 1]];
    if (leaf.kind === 'break') return [{ ...leaf, marks: common(last?.marks, next?.marks) }];
    if (leaf.kind !== 'words') return [leaf];
    const before = commonEdge(leaf, last);
    const after = commonEdge(leaf, next);
    const { words } = leaf;
    const start = before === leaf.marks ? 0 : edge(words, endOf(last), 1);
    if (start === words.length) return [{ ...leaf, marks: common(last?.marks, next?.marks) }];
    const end = words.length - (after === leaf.marks ? 0 : edge(words, startOf(next), -1));
    return [
      { ...leaf, words: words.slice(0, start), marks: before },
      { ...leaf, words: words.slice(start, end) },
      { ...leaf, words: words.slice(end), marks: after },
    ].filter((piece) => piece.words !== '');
  });
}

/** The marks at a leaf’s border to a neighbour: its own where the neighbour has them all. */
function commonEdge(leaf: Leaf, neighbour: Leaf | undefined): Marks {
  const both = common(leaf.marks, neighbour?.marks);
  return WRAPPINGS.every((mark) => !isSet(leaf, mark) || isSet({ ...leaf, marks: both }, mark))
    ? leaf.marks
    : both;
}

/**
 * How many signs at the edge of words have to leave a mark, beside what stands outside of it.
 *
 * @param step 1 at the beginning, -1 at the end
 */
function edge(words: string, beside: string, step: 1 | -1): number {
  const leaves = /[\p{L}\p{N}]/u.test(beside) ? /[\s\p{P}\p{S}]/u : /\s/;
  let count = 0;
  while (leaves.test(words.charAt(step === 1 ? count : words.length - 1 - count))) count += 1;
  return count;
}

function startOf(leaf: Leaf | undefined): string {
  return leaf?.kind === 'words' ? (/^./u.exec(leaf.words)?.[0] ?? '') : '';
}

function endOf(leaf: Leaf | undefined): string {
  return leaf?.kind === 'words' ? (/.$/u.exec(leaf.words.slice(-2))?.[0] ?? '') : '';
}

/** The marks that two neighbours have in common. */
function common(one: Marks | undefined, other: Marks | undefined): Marks {
  if (!one || !other) return {};
  return {
    ...(one.link !== undefined && one.link === other.link && { link: one.link }),
    ...(one.strong === true && other.strong === true && { strong: true }),
    ...(one.emphasis === true && other.emphasis === true && { emphasis: true }),
    ...(one.delete === true && other.delete === true && { delete: true }),
  };
}
