import { spellingsFor } from './found-spellings.ts';

/*
 * On the page to which a hit leads: marks in the paragraph of the address what was found. A mark has
 * neither padding nor isolate, and a word that a link divides gets a mark in each part, so that
 * Arabic letters stay joined.
 */

mark();
addEventListener('hashchange', mark);

function mark(): void {
  const spellings = spellingsFor(location.href);
  // Ids have no letters that are written in another way in an address.
  const target = document.getElementById(location.hash.slice(1));
  const row =
    target?.closest('.row') ?? (target?.className === 'anchor' ? target.parentElement : target);
  if (!row || spellings.length === 0 || row.querySelector('mark') !== null) return;
  for (const part of row.querySelectorAll('.cell, .paragraph')) {
    if (part.querySelector('.paragraph') === null) markIn(part, spellings);
  }
  if (row.querySelector('.cell, .paragraph') === null) markIn(row, spellings);
}

function markIn(element: Element, spellings: readonly string[]): void {
  let end = 0;
  const texts = textsOf(element).map((text) => {
    const start = end;
    end += text.data.length;
    return { text, start, end };
  });
  const words = texts.map(({ text }) => text.data).join('');
  const longestFirst = spellings.toSorted((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
    'gu',
  );
  // From the end, so that what stands before a mark stays where it is.
  for (const { 0: found, index } of [...words.matchAll(pattern)].reverse()) {
    for (const { text, start, end: stop } of texts) {
      const from = Math.max(index, start);
      const to = Math.min(index + found.length, stop);
      if (from < to) wrap(text, from - start, to - start);
    }
  }
}

function textsOf(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) texts.push(node);
  }
  return texts;
}

/** Puts a part of a text into a mark. */
function wrap(text: Text, from: number, to: number): void {
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  range.surroundContents(document.createElement('mark'));
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
