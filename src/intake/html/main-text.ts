import type { Element, Root } from 'hast';
import type { Fact, OutsideBlock } from '#intake/document.ts';
import { blocksOfPage, type PageBlock } from './blocks-of-page.ts';
import { dropConsent } from './consent.ts';
import type { FoundNotes } from './notes.ts';
import { type Outline, outlineOf } from './outline.ts';
import { readHead } from './page-head.ts';
import { readableParts, type Seen } from './readable.ts';
import {
  isProse,
  regainAround,
  regainEnds,
  regainFigures,
  regainNotes,
  regainWithin,
} from './regain.ts';
import { siteNamesIn } from './site-names.ts';
import { ancestors, isKept, isWithin, sightOf, standsAround } from './sight.ts';

/** Which parts of a page are its text, and what some of them are. */
export interface MainText {
  readonly kept: ReadonlySet<Seen>;
  readonly is: ReadonlyMap<Element, NonNullable<OutsideBlock['is']>>;
  /** Whether the page looks like one with a text at all. */
  readonly isSure: boolean;
  /** How many paragraphs of running words were left out that nothing marks as no part of the text. */
  readonly leftOut: number;
}

/**
 * Finds the text of a page: what Readability takes for it; what belongs to that and Readability
 * cuts all the same (notes, captions, tables, headings, first paragraphs, the same text in another
 * script); and the headline, byline, date and lede over it.
 */
export function findMainText(tree: Root, facts: readonly Fact[], notes: FoundNotes): MainText {
  const readable = readableParts(tree);
  const blocks = blocksOfPage(tree);
  const outline = outlineOf(tree);
  const sight = readable && sightOf(blocks, outline, withoutNames(readable, blocks, outline));
  if (!sight || !blocks.some((block) => isProse(block) && isKept(block, sight.kept))) {
    return everything(blocks, outline);
  }
  regainWithin(sight);
  regainAround(sight);
  regainEnds(sight);
  regainNotes(notes, sight);
  const { is, from } = readHead(sight, facts);
  regainFigures(sight, from);
  dropConsent(sight);
  const leftOut = blocks.filter(
    (block) => isProse(block) && !isKept(block, sight.kept) && !standsAround(block, sight),
  ).length;
  return { kept: sight.kept, is, isSure: true, leftOut };
}

/** The name of a site over a text is no part of it. */
function withoutNames(
  readable: ReadonlySet<Seen>,
  blocks: readonly PageBlock[],
  outline: Outline,
): ReadonlySet<Seen> {
  const names = [...siteNamesIn(outline)];
  const seen = blocks
    .filter(({ element }) => names.some((name) => isWithin(element, name, outline)))
    .flatMap((block) => block.seen);
  const left = new Set(readable);
  for (const part of seen) left.delete(part);
  return left;
}

/** Where there is no telling, all but what the page itself calls its navigation. */
function everything(blocks: readonly PageBlock[], outline: Outline): MainText {
  const kept = blocks
    .filter(({ element }) =>
      ancestors(element, outline).every(({ tagName }) => tagName !== 'nav' && tagName !== 'footer'),
    )
    .flatMap(({ seen }) => seen);
  return { kept: new Set(kept), is: new Map(), isSure: false, leftOut: 0 };
}
