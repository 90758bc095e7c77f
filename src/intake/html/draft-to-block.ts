import type { BlockContent, Heading, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '#compile/markdown.ts';
import type { OutsideBlock } from '#intake/document.ts';
import { addressesLinked } from './bare-addresses.ts';
import { type Draft, leavesIn } from './draft.ts';
import { type Leaf, leavesToMarkdown, wordsOf } from './leaf.ts';

const GFM = gfmToMarkdown({ tablePipeAlign: false });
const CAREFUL: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  fences: true,
  incrementListMarker: true,
  listItemIndent: 'one',
  extensions: [GFM],
};
/**
 * How Markdown is written. Without the extension that escapes addresses in running words: there
 * they become links, which is what they say.
 */
const OPTIONS: Options = {
  ...CAREFUL,
  extensions: (GFM.extensions ?? []).filter(
    ({ unsafe }) => unsafe?.some(({ character }) => character === '@') !== true,
  ),
};

/** A draft as a block of Markdown. What comes out has been read again: it is one block, of that kind. */
export function draftToBlock(draft: Draft): OutsideBlock {
  const plain = plainOf(draft);
  const sound = isProse(draft) ? plain : soundMarkdown(draft, plain);
  const { kind, line, lang, is } = draft;
  return {
    kind: sound !== undefined || kind === 'heading' || kind === 'note' ? kind : 'paragraph',
    ...(kind === 'heading' && { level: draft.level }),
    markdown: sound ?? literally(draft),
    plain,
    line,
    ...(lang !== undefined && { lang }),
    ...(is !== undefined && { is }),
  };
}

/** Words that are Markdown as they are: one line that begins with a letter and holds no sign of it. */
const PROSE = /^\p{L}[^\\`*_[\]<>&|~#@\n]*$/u;

/** Most paragraphs are nothing but words; to write and read them would take most of the time. */
function isProse(draft: Draft): boolean {
  if (draft.kind !== 'paragraph') return false;
  const words = wordsOf(draft.leaves);
  return (
    draft.leaves.every(({ kind, marks }) => kind === 'words' && Object.keys(marks).length === 0) &&
    PROSE.test(words) &&
    !/:\/\/|www\./i.test(words)
  );
}

/** A draft as Markdown that reads as one block of its kind with the same words, if that can be. */
function soundMarkdown(draft: Draft, plain: string): string | undefined {
  const ways: readonly (readonly [Options, Phrase])[] = [
    [OPTIONS, leavesToMarkdown],
    ...(plain.includes('://') ? [[OPTIONS, linked] as const] : []),
    [CAREFUL, leavesToMarkdown],
  ];
  for (const [options, phrase] of ways) {
    const written = toMarkdown(nodeOf(draft, phrase), options).trim();
    if (readsAs(written, draft.kind, plain)) return written;
  }
  return undefined;
}

/** How running words become Markdown’s own tree. */
type Phrase = (leaves: readonly Leaf[]) => PhrasingContent[];

function linked(leaves: readonly Leaf[]): PhrasingContent[] {
  return leavesToMarkdown(addressesLinked(leaves));
}

function nodeOf(draft: Draft, phrase: Phrase): RootContent {
  switch (draft.kind) {
    case 'paragraph':
    case 'picture':
      return { type: 'paragraph', children: phrase(draft.leaves) };
    case 'heading':
      return {
        type: 'heading',
        depth: depthOf(draft.level),
        children: phrase(draft.leaves),
      };
    case 'list': {
      const spread = draft.items.some(
        (item) => item.filter(({ kind }) => kind !== 'list').length > 1,
      );
      return {
        type: 'list',
        ordered: draft.start !== null,
        start: draft.start,
        spread,
        children: draft.items.map((item) => ({
          type: 'listItem',
          spread,
          children: item.flatMap((child) => contentOf(child, phrase)),
        })),
      };
    }
    case 'quote':
      return {
        type: 'blockquote',
        children: draft.children.flatMap((child) => contentOf(child, phrase)),
      };
    case 'table':
      return {
        type: 'table',
        children: draft.rows.map((row) => ({
          type: 'tableRow',
          children: row.map((cell) => ({ type: 'tableCell', children: phrase(cell) })),
        })),
      };
    case 'code':
      return { type: 'code', value: draft.value };
    case 'rule':
      return { type: 'thematicBreak' };
    case 'note':
      return {
        type: 'footnoteDefinition',
        identifier: draft.label,
        label: draft.label,
        children: draft.children.flatMap((child) => contentOf(child, phrase)),
      };
  }
}

function contentOf(draft: Draft, phrase: Phrase): BlockContent[] {
  const node = nodeOf(draft, phrase);
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'list':
    case 'blockquote':
    case 'table':
    case 'code':
    case 'thematicBreak':
      return [node];
    default:
      return [];
  }
}

function depthOf(level: number): Heading['depth'] {
  return level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : level === 4 ? 4 : level === 5 ? 5 : 6;
}

/** The words of a draft, each paragraph, item and row of it on lines of its own. */
function plainOf(draft: Draft): string {
  switch (draft.kind) {
    case 'paragraph':
    case 'heading':
      return wordsOf(draft.leaves).trim();
    case 'picture':
      return draft.leaves
        .map((leaf) => (leaf.kind === 'picture' ? leaf.alt : ''))
        .join(' ')
        .trim();
    case 'list':
      return draft.items.flatMap((item) => item.map(plainOf)).join('\n');
    case 'quote':
    case 'note':
      return draft.children.map(plainOf).join('\n');
    case 'table':
      return draft.rows.map((row) => row.map(wordsOf).join(' ').trim()).join('\n');
    case 'code':
      return draft.value;
    case 'rule':
      return '';
  }
}

const KINDS: Readonly<Record<Draft['kind'], RootContent['type']>> = {
  paragraph: 'paragraph',
  picture: 'paragraph',
  heading: 'heading',
  list: 'list',
  quote: 'blockquote',
  table: 'table',
  code: 'code',
  rule: 'thematicBreak',
  note: 'footnoteDefinition',
};

/** Whether Markdown reads as one block of a kind that says the same. */
function readsAs(markdown: string, kind: Draft['kind'], plain: string): boolean {
  const [node, ...others] = parseMarkdown(markdown).tree?.children ?? [];
  if (node?.type !== KINDS[kind] || others.length > 0) return false;
  if (kind === 'picture') return true;
  return letters(toString(node, { includeImageAlt: false })) === letters(plain);
}

/** Without calls of notes: their labels are words where their notes are not there. */
function letters(words: string): string {
  return words.replaceAll(/\[\^[^\]\s]+\]|\s+/g, '');
}

/** A draft as one paragraph in which every sign that could mean something is escaped. */
function literally(draft: Draft): string {
  const isLines = draft.kind === 'paragraph' || draft.kind === 'picture';
  const written = (isLines ? draft.leaves : leavesIn([draft])).map(literalLeaf).join('').trim();
  if (draft.kind === 'heading') return `${'#'.repeat(depthOf(draft.level))} ${written}`;
  return draft.kind === 'note' ? `[^${draft.label}]: ${written}` : written;
}

function literalLeaf(leaf: Leaf): string {
  if (leaf.kind === 'words') {
    return leaf.words.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
  }
  if (leaf.kind === 'picture') return `![](${leaf.name})`;
  return leaf.kind === 'call' ? `[^${leaf.label}]` : '\\\n';
}
