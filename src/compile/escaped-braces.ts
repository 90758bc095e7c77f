import type { Parents, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { holds } from './holds.ts';

/** Stands for a brace that is words. No character: a file that holds it has no escaped braces. */
const WORDS_BRACE = '\uFDD0';
/** A brace as it can be written; behind a backslash or as a reference it is no sign of anything. */
const WRITTEN_BRACE = /\\[!-/:-@[-`{-~]|\{|&(?:#0{0,5}123|#[xX]0{0,4}7[bB]|lbrace|lcub);/g;

/**
 * Takes the braces out of a tree that are escaped in its source (`\{#k3f9c}`) or part of an address, so that nobody takes
 * them for the beginning of a marker. Returns what puts them back.
 */
export function hideEscapedBraces(tree: Root, source: string): () => void {
  const hidden: Text[] = [];
  // Without any of these, every brace in words is one in the source.
  const mayBeHidden = /\\\{|&/.test(source) || holds(tree, ({ type }) => type === 'link');
  if (!mayBeHidden) return () => undefined;
  visit(tree, 'text', (text, _, parent) => {
    const { start, end } = text.position ?? {};
    if (!text.value.includes('{') || text.value.includes(WORDS_BRACE)) return;
    if (isBareAddress(parent, source)) {
      text.value = text.value.replaceAll('{', WORDS_BRACE);
      hidden.push(text);
      return;
    }
    const braces = braceOffsets(source.slice(start?.offset ?? 0, end?.offset ?? 0));
    if (!braces.some(({ isEscaped }) => isEscaped)) return;
    let count = -1;
    text.value = text.value.replaceAll('{', (brace) => {
      count += 1;
      return braces[count]?.isEscaped === true ? WORDS_BRACE : brace;
    });
    hidden.push(text);
  });
  return () => {
    for (const text of hidden) text.value = text.value.replaceAll(WORDS_BRACE, '{');
  };
}

/** Whether words are an address as it stands: nothing in it can be escaped, and it holds no marker. */
export function isBareAddress(parent: Parents | undefined, source: string): boolean {
  return parent?.type === 'link' && source[parent.position?.start.offset ?? 0] !== '[';
}

/** The opening braces that a piece of Markdown source shows, in order. */
export function braceOffsets(written: string): { at: number; isEscaped: boolean }[] {
  return [...written.matchAll(WRITTEN_BRACE)].flatMap(({ 0: sign, index }) => {
    const isBrace = sign === '{' || sign === '\\{' || sign.startsWith('&');
    return isBrace ? [{ at: index, isEscaped: sign !== '{' }] : [];
  });
}
