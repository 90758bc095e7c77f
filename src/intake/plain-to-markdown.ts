import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { blockToPlain, markdownToHtml, parseMarkdown } from '#compile/markdown.ts';

import { keepAsWords } from './words-like-markers.ts';

/** As long a block is parsed to see what it says, in characters. */
const MOST_TRIED = 100_000;

/** Signs that mean something to Markdown somewhere in a line. */
const SUSPECT = /[\\`*_[\]<>&~|@]|https?:|www\./;
/** Beginnings of lines that mean something to Markdown. */
const SUSPECT_BEGINNING = /^(?:[#>+=:|-]|\d{1,9}[.)])/m;

/**
 * Markdown that says certain words and no more: what would be a sign of Markdown is escaped, and
 * nothing else. Lines are kept as lines.
 *
 * @param lines without spaces around them, none of them empty
 */
export function plainToMarkdown(lines: readonly string[]): string {
  return keepAsWords(asMarkdown(lines));
}

function asMarkdown(lines: readonly string[]): string {
  const words = lines.join('\n');
  const light = lines.map(escapeLine).join('\\\n');
  if (!SUSPECT.test(words) && !SUSPECT_BEGINNING.test(words)) return light;
  // So long a block is not parsed to try what is enough.
  if (words.length > MOST_TRIED) return lines.map(escapeAll).join('\\\n');
  const ways = [() => light, () => byLibrary(lines), () => lines.map(escapeAll).join('\\\n')];
  for (const way of ways) {
    const markdown = way();
    if (says(markdown, words)) return markdown;
  }
  return light;
}

/** Words as a reader sees them: spaces within a line are one, and there are none around it. */
export function tidy(words: string): string {
  return words
    .split('\n')
    .map((line) => line.replaceAll(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function escapeLine(line: string): string {
  return escapeBeginning(
    // Addresses are left alone: Markdown makes links of them and reads no signs inside.
    line
      .split(/((?:https?:\/\/|www\.)[^\s<]+)/)
      .map((part, index) => (index % 2 === 1 ? part : escapeSigns(part)))
      .join(''),
  );
}

function escapeSigns(part: string): string {
  return part
    .replaceAll(/\\(?=[!-/:-@[-`{-~]|$)|[`]|~(?=~)|(?<=~)~|\[(?=\^)|\](?=\(|\[)/g, '\\$&')
    .replaceAll(/\*(?! )|(?<! )\*/g, '\\*')
    .replaceAll(/_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/gu, '\\_')
    .replaceAll(/<(?=[A-Za-z/!?])|&(?=#|[A-Za-z][A-Za-z0-9]{0,31};)/g, '\\$&');
}

function escapeBeginning(line: string): string {
  return line
    .replace(/^(?:#{1,6}(?= |$)|>|[-+](?= |$)|[=:|]|-(?=[-: |]*$))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2')
    .replace(/^\*(?= |$)/, '\\*')
    .replace(/^\[(?=[^\]]{1,999}\]:)/, '\\[')
    .replace(/^~~~/, '\\~~~');
}

function escapeAll(line: string): string {
  return line.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

function byLibrary(lines: readonly string[]): string {
  const children = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ type: 'break' as const }]),
    { type: 'text' as const, value: line },
  ]);
  return toMarkdown({ type: 'paragraph', children }, { extensions: [gfmToMarkdown()] }).trimEnd();
}

/** Whether Markdown is one paragraph that shows certain words. */
function says(markdown: string, words: string): boolean {
  const { tree } = parseMarkdown(markdown);
  const [only, ...others] = tree?.children ?? [];
  if (!tree || only?.type !== 'paragraph' || others.length > 0) return false;
  const [block] = markdownToHtml(tree, '_').blocks;
  return block !== undefined && tidy(blockToPlain(block)) === tidy(words);
}
