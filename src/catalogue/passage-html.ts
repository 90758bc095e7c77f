import type { ConcordanceCell, InContext } from '#model/mention.ts';
import { escapeHtml, typeset, wordsToHtml } from '#text/typeset.ts';

/** How the words of a text run, and the languages among which those of foreign words are found. */
export interface Setting {
  readonly dir: 'ltr' | 'rtl';
  readonly languages: readonly string[];
}

/**
 * What a text has in a row that names an entity, as HTML: a paragraph each. Remembered as long as the
 * cell is: the pages of an entity show the same in every interface language.
 */
export function cellToHtml(cell: ConcordanceCell, { dir, languages }: Setting): readonly string[] {
  const known = set.get(cell);
  if (known) return known;
  const { mentions, facing } = cell;
  const paragraphs = [
    ...mentions.map((mention) => typeset(contextToHtml(mention), dir, languages)),
    ...(facing === undefined ? [] : [wordsToHtml(facing, dir, languages)]),
  ];
  set.set(cell, paragraphs);
  return paragraphs;
}

const set = new WeakMap<ConcordanceCell, readonly string[]>();

/** A mention with the words around it; what is written together with the name stays joined to it. */
function contextToHtml({ before, form, after }: InContext): string {
  return `${escapeHtml(before)}<mark>${escapeHtml(form)}</mark>${escapeHtml(after)}`;
}
