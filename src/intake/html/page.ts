import type { Element, Root } from 'hast';
import type { OutsideDocument, OutsidePicture } from '#intake/document.ts';
import type { Notice } from '#intake/notices.ts';
import { draftsToBlocks } from './drafts-to-blocks.ts';
import { draftsOf } from './flow.ts';
import { shownFacts } from './shown-facts.ts';
import { attribute } from './element.ts';
import { findMainText } from './main-text.ts';
import { elementsOf } from './nodes-of.ts';
import { findNotes, settleNotes } from './notes.ts';
import { pageFacts } from './page-facts.ts';
import { pictureDesk } from './picture-desk.ts';
import { prune } from './prune.ts';
import type { Seen } from './readable.ts';

/**
 * A page as a document: its text as blocks, what it says about itself as facts, and all its other
 * words as lines that are dropped. The tree is used up.
 *
 * @param atHand the pictures that lie beside it, by their addresses in the page
 */
export function pageToDocument(
  tree: Root,
  atHand: ReadonlyMap<string, OutsidePicture>,
): Omit<OutsideDocument, 'name' | 'source'> {
  const saidFacts = pageFacts(tree);
  const address = saidFacts.find(({ key, value }) => key === 'url' && URL.canParse(value))?.value;
  const base = baseOf(tree, address);
  const found = findNotes(tree, address);
  const { kept, is, isSure, leftOut } = findMainText(tree, saidFacts, found);
  const facts = [...saidFacts, ...shownFacts(is)];
  const notes = settleNotes(found, (element) => holdsOne(element, kept));
  const dropped = prune(tree, kept);
  const used = new Map<string, OutsidePicture>();
  const desk = pictureDesk((source) => {
    const picture = atHand.get(source);
    if (picture) used.set(picture.name, picture);
    return picture?.name ?? null;
  }, base);
  const drafts = draftsOf(tree.children, {
    base,
    notes,
    hasBlankLines: false,
    picture: desk.find,
    missing: (source, alt, line) => dropped.push(desk.miss(source, alt, line)),
    drop: (lines) => {
      for (const line of lines) dropped.push(line);
    },
    is: (element) => is.get(element),
  });
  const { blocks, notices } = draftsToBlocks(drafts, 0);
  const unsure: Notice[] = [
    ...(isSure ? [] : [{ code: 'no-main-text', args: {} } as const]),
    ...(leftOut === 0
      ? []
      : [{ code: 'paragraphs-left-out', args: { count: String(leftOut) } } as const]),
  ];
  return {
    blocks,
    facts,
    dropped,
    pictures: [...used.values(), ...desk.pictures()],
    notices: [...unsure, ...desk.notices(), ...notices],
    // The archive does not take the place of the site that the page was saved from.
    addresses: [],
  };
}

function holdsOne(element: Element, kept: ReadonlySet<Seen>): boolean {
  return element.children.some((child) =>
    child.type === 'text' ? kept.has(child) : child.type === 'element' && holdsOne(child, kept),
  );
}

/** What links and pictures are relative to: the page’s address, or what it names in its place. */
function baseOf(tree: Root, address: string | undefined): string | undefined {
  for (const node of elementsOf(tree)) {
    const href = attribute(node, 'href');
    if (node.tagName !== 'base' || !URL.canParse(href, address)) continue;
    const { href: whole, protocol } = new URL(href, address);
    return /^https?:$/.test(protocol) ? whole : address;
  }
  return address;
}
