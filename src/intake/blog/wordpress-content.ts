import type { Notice } from '#intake/notices.ts';
import { footnotesToHtml } from './footnotes.ts';
import { mediaToLinks } from './media-blocks.ts';
import { type ShortcodeContext, withoutShortcodes } from './shortcodes.ts';

/** The content of a post of WordPress as HTML alone. */
export interface WordPressContent {
  readonly html: string;
  /** Whether it was written in blocks; else blank lines part its paragraphs. */
  readonly hasBlocks: boolean;
  readonly dropped: readonly string[];
  readonly notices: readonly Notice[];
}

const BLOCK = /^\s*wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)\s*/;
/** What WordPress keeps of a post outside of its content. */
export interface BesideContent extends ShortcodeContext {
  /** Its notes, as the field `footnotes` has them. */
  readonly footnotes?: string;
}

/** Blocks without words of their own that a post does not lack. */
const SILENT = ['spacer', 'separator', 'more', 'nextpage', 'post-title', 'post-featured-image'];

/**
 * Takes out of a post’s content what is WordPress’s and not HTML: the comments that mark blocks, the
 * signs `<!--more-->` and `<!--nextpage-->`, and its shortcodes. Lines stay where they are.
 */
export function wordpressToHtml(source: string, context: BesideContent): WordPressContent {
  const notes = footnotesToHtml(context.footnotes ?? '');
  const { html, comments } = withoutComments(source, notes ?? '');
  const blocks = comments.flatMap((comment) => BLOCK.exec(comment)?.[1] ?? []);
  const made = comments.flatMap((comment) => {
    const name = BLOCK.exec(comment)?.[1] ?? '';
    const isMade = comment.trimEnd().endsWith('/') && !SILENT.includes(name);
    return name !== '' && isMade && (name !== 'footnotes' || notes === null) ? [name] : [];
  });
  const plain = withoutShortcodes(html, context);
  const media = mediaToLinks(plain.html);
  const teasers = comments.flatMap((comment) => /^more\s+(\S.*)$/s.exec(comment.trim())?.[1] ?? []);
  const told: readonly (readonly [Notice['code'], Notice['args'], boolean])[] = [
    ['shortcode-kept', { names: listed(plain.unknown) }, plain.unknown.length > 0],
    ['block-without-words', { names: listed([...new Set(made)]) }, made.length > 0],
    ['gallery-without-pictures', { ids: plain.missing.join(', ') }, plain.missing.length > 0],
  ];
  return {
    html: media.html,
    hasBlocks: blocks.length > 0,
    dropped: [...teasers.map((words) => words.replaceAll(/\s+/g, ' ')), ...media.dropped],
    notices: told.flatMap(([code, args, holds]) => (holds ? [{ code, args }] : [])),
  };
}

/** HTML without its comments, and what stood in them; with its notes where their block stood. */
function withoutComments(source: string, notes: string): { html: string; comments: string[] } {
  const parts: string[] = [];
  const comments: string[] = [];
  let at = 0;
  for (;;) {
    const begin = source.indexOf('<!--', at);
    const end = begin < 0 ? -1 : source.indexOf('-->', begin + 4);
    if (end < 0) break;
    const comment = source.slice(begin + 4, end);
    comments.push(comment);
    parts.push(source.slice(at, begin), inPlaceOf(comment, notes));
    at = end + 3;
  }
  parts.push(source.slice(at));
  return { html: parts.join(''), comments };
}

function inPlaceOf(comment: string, notes: string): string {
  // The end of a page is the end of a paragraph too.
  if (comment.trim() === 'nextpage') return '<div></div>';
  return BLOCK.exec(comment)?.[1] === 'footnotes' ? notes : comment.replaceAll(/[^\n]+/g, '');
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
