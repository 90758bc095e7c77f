import type { OutsideBlock } from '#intake/document.ts';
import type { Leaf } from './leaf.ts';

/** A block of a page on its way to Markdown, with what the page says of it. */
export type Draft = {
  readonly line: number;
  readonly lang?: string;
  readonly is?: NonNullable<OutsideBlock['is']>;
} & (
  | { readonly kind: 'paragraph' | 'picture'; readonly leaves: readonly Leaf[] }
  | { readonly kind: 'heading'; readonly level: number; readonly leaves: readonly Leaf[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly Draft[][] }
  | { readonly kind: 'quote'; readonly children: readonly Draft[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Leaf[])[])[] }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'note'; readonly label: string; readonly children: readonly Draft[] }
);

/** All that some drafts say as one run of words, for what holds a single line: headings and cells. */
export function leavesIn(drafts: readonly Draft[]): Leaf[] {
  return drafts.flatMap((draft, index): Leaf[] => {
    const space: Leaf = { kind: 'words', words: ' ', line: draft.line, marks: {} };
    return index === 0 ? inside(draft) : [space, ...inside(draft)];
  });
}

function inside(draft: Draft): Leaf[] {
  switch (draft.kind) {
    case 'paragraph':
    case 'picture':
    case 'heading':
      return draft.leaves.map((leaf): Leaf =>
        leaf.kind === 'break' || leaf.kind === 'split'
          ? { kind: 'words', words: ' ', line: leaf.line, marks: leaf.marks }
          : leaf,
      );
    case 'list':
      return leavesIn(draft.items.flat());
    case 'quote':
    case 'note':
      return leavesIn(draft.children);
    case 'table':
      return draft.rows
        .flat()
        .flatMap((cell) => [
          ...cell,
          { kind: 'words', words: ' ', line: draft.line, marks: {} } satisfies Leaf,
        ]);
    case 'code':
      return [{ kind: 'words', words: draft.value, line: draft.line, marks: {} }];
    case 'rule':
      return [];
  }
}
