import type { OutsideBlock } from '#intake/document.ts';
import type { Notice } from '#intake/notices.ts';
import { strayMarker } from '#compile/marker.ts';
import type { Draft } from './draft.ts';
import { draftToBlock } from './draft-to-block.ts';

/**
 * Drafts as blocks of Markdown. Headings of the text begin at the second level, for the first is
 * the page’s own.
 *
 * @param lines is added to the line of each
 */
export function draftsToBlocks(
  drafts: readonly Draft[],
  lines: number,
): { readonly blocks: readonly OutsideBlock[]; readonly notices: readonly Notice[] } {
  const hasFirst = drafts.some((draft) => isOfText(draft) && draft.level === 1);
  const blocks = withoutRuleBeforeNotes(drafts)
    .map((draft): Draft =>
      hasFirst && isOfText(draft) ? { ...draft, level: Math.min(draft.level + 1, 6) } : draft,
    )
    .map((draft) => draftToBlock({ ...draft, line: draft.line + lines }));
  const notices = blocks.flatMap(({ plain, line }): Notice[] => {
    const stray = strayMarker(plain);
    return stray ? [{ code: 'looks-like-a-marker', args: { marker: stray.marker }, line }] : [];
  });
  return { blocks, notices };
}

function isOfText(draft: Draft): draft is Draft & { readonly kind: 'heading' } {
  return draft.kind === 'heading' && draft.is === undefined;
}

/** The line that a page draws between its text and its notes parts nothing where notes stand apart. */
function withoutRuleBeforeNotes(drafts: readonly Draft[]): readonly Draft[] {
  const last = drafts.findLastIndex(({ kind }) => kind !== 'note' && kind !== 'rule');
  return drafts.filter(({ kind }, index) => index <= last || kind === 'note');
}
