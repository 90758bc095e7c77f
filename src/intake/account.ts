import type { OutsideDocument } from './document.ts';
import type { Draft } from './draft.ts';

/**
 * The characters of a document that are lost in its texts, or stand there more often than in it,
 * each once; empty where everything is accounted for. Spaces are not counted.
 *
 * Blocks that went into a text whole are compared as they are written, everything else by its words:
 * titles, names, dates, and what was dropped.
 *
 * @param drafts as the rules left them: before anything was added from the document’s facts
 */
export function unaccounted(document: OutsideDocument, drafts: readonly Draft[]): string[] {
  const balance = new Map<string, number>();
  const count = (words: string, by: number): void => {
    for (const character of words.replaceAll(/[\s\u200B\uFEFF]/gu, '')) {
      balance.set(character, (balance.get(character) ?? 0) + by);
    }
  };
  const written = new Map<string, number>();
  for (const { body } of drafts) {
    for (const { markdown } of body) written.set(markdown, (written.get(markdown) ?? 0) + 1);
  }
  for (const block of document.blocks) {
    // The same words may stand in a text twice, once as a heading.
    const bare = block.markdown.replace(/^\*\*([^*]+)\*\*$/, '$1');
    const forms = [block.markdown, asHeading(block.markdown), asHeading(bare)];
    const key = forms.find((form) => (written.get(form) ?? 0) > 0);
    if (key !== undefined) written.set(key, (written.get(key) ?? 0) - 1);
    else count(block.plain === '' ? block.markdown : block.plain, 1);
  }
  // What is written and stands in no block was made up, or was written twice.
  for (const [markdown, times] of written) if (times > 0) count(markdown, -times);
  for (const line of document.dropped) count(line, 1);
  for (const draft of drafts) {
    const { title, lede, authors, translators, publishedAs, dropped } = draft;
    for (const words of [title, lede, publishedAs, ...authors, ...translators, ...dropped]) {
      count(words ?? '', -1);
    }
  }
  return [...balance].flatMap(([character, difference]) => (difference === 0 ? [] : [character]));
}

/** A line that heads a section is written with the signs of a heading. */
function asHeading(markdown: string): string {
  return `## ${markdown.replace(/(#+)$/, '\\$1').replaceAll('\n', ' ')}`;
}
