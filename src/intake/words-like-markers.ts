import { visit } from 'unist-util-visit';
import { takeBlocks } from '#compile/blocks.ts';
import { braceOffsets, isBareAddress } from '#compile/escaped-braces.ts';
import { parseMarkdown } from '#compile/markdown.ts';
import { markerBraces, strayMarker } from '#compile/marker.ts';
import type { OutsideBlock } from './document.ts';
import type { Notice } from './notices.ts';

/** As long a block is parsed to see which of its braces are words, in characters. */
const MOST_PARSED = 100_000;

/** Markdown in which no words are taken for the marker of a paragraph: their braces are escaped. */
export function keepAsWords(markdown: string): string {
  return escapeAt(markdown, openBraces(markdown));
}

/** Blocks of a document that knows no markers, with whatever looks like one kept as words. */
export function withoutMarkers(blocks: readonly OutsideBlock[]): OutsideBlock[] {
  return blocks.map((block) =>
    block.kind === 'code' ? block : { ...block, markdown: keepAsWords(block.markdown) },
  );
}

/** A block of Markdown that may have a marker of ours. */
export interface MarkedBlock {
  readonly markdown: string;
  readonly hasMarker: boolean;
}

/** Keeps a marker that is whole and stands where it belongs, and everything like it as words. */
export function keepOwnMarker(markdown: string): MarkedBlock {
  const braces = openBraces(markdown);
  if (braces.length === 0) return { markdown, hasMarker: false };
  for (const kept of [markdown, escapeAt(markdown, braces.slice(0, -1))]) {
    const { tree } = parseMarkdown(kept);
    const read = tree && takeBlocks(tree, kept);
    if (read?.problems.length === 0) {
      return { markdown: kept, hasMarker: read.blocks.some(({ marker }) => marker !== null) };
    }
  }
  return { markdown: escapeAt(markdown, braces), hasMarker: false };
}

/** What an editor is told of words that look like markers. */
export function markerNotices(blocks: readonly OutsideBlock[]): Notice[] {
  return blocks.flatMap(({ plain, line, kind }): Notice[] => {
    const stray = kind === 'code' ? undefined : strayMarker(plain);
    return stray ? [{ code: 'looks-like-a-marker', args: { marker: stray.marker }, line }] : [];
  });
}

/** Where braces stand that would open a marker, as offsets. */
function openBraces(markdown: string): number[] {
  if (!/\{[^{}]{0,200}[#.]|#[0-9a-z]{5}[^{}]{0,200}\{/.test(markdown)) return [];
  if (markdown.length > MOST_PARSED) return markerBraces(markdown);
  const found: number[] = [];
  const { tree } = parseMarkdown(markdown);
  if (!tree) return markerBraces(markdown);
  visit(tree, 'text', ({ value, position }, _, parent) => {
    const from = position?.start.offset;
    if (from === undefined || !value.includes('{') || isBareAddress(parent, markdown)) return;
    const places = braceOffsets(markdown.slice(from, position?.end.offset));
    const opening = new Set(markerBraces(value));
    const inValue = [...value.matchAll(/\{/g)];
    for (const [index, { index: at }] of inValue.entries()) {
      const place = places[index];
      if (opening.has(at) && place?.isEscaped === false) found.push(from + place.at);
    }
  });
  return found.sort((one, other) => one - other);
}

function escapeAt(markdown: string, offsets: readonly number[]): string {
  const ends = [...offsets, markdown.length];
  const begins = [0, ...offsets];
  return begins.map((begin, index) => markdown.slice(begin, ends[index])).join('\\');
}
