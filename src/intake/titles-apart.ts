import { foldedWords } from '#text/fold.ts';
import { scriptOf } from '#text/script.ts';
import type { OutsideDocument } from './document.ts';
import type { Section } from './rules/language.ts';

/** How far down a text says again what its title is, in blocks. */
const HEAD = 4;
/** What stands between the two halves of a title in two languages. */
const BETWEEN = /\s+[|/–—-]\s+|\s*[|]\s*/;

/**
 * Of which texts the title is that a document gives beside its words, by their numbers. One in two
 * scripts (`The quay | الرصيف`) is that of two texts, each half of one; any other is that of the text
 * which says it again, else of the first in its script. A year, or a number, is of any script.
 */
export function titlesApart(
  { facts, hasTitleApart }: Pick<OutsideDocument, 'facts' | 'hasTitleApart'>,
  sections: readonly Section[],
): ReadonlyMap<number, string> {
  const said = hasTitleApart === true ? facts.find(({ key }) => key === 'title') : undefined;
  const title = said?.value.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (title === '') return new Map();
  const halves = title.split(BETWEEN);
  const scripts = new Set(halves.map(scriptOf));
  const isDouble = halves.length === 2 && scripts.size === 2 && !scripts.has(undefined);
  if (isDouble && sections.length > 1) {
    const ofHalves = halves.map((half) => [sectionOf(half, sections), half] as const);
    if (ofHalves.every(([section]) => section >= 0)) return new Map(ofHalves);
  }
  const section = sectionOf(title, sections);
  return section < 0 ? new Map() : new Map([[section, title]]);
}

function sectionOf(title: string, sections: readonly Section[]): number {
  const folded = foldedWords(title).join(' ');
  const again = sections.findIndex(({ blocks }) =>
    blocks.slice(0, HEAD).some(({ plain }) => foldedWords(plain).join(' ') === folded),
  );
  if (again >= 0) return again;
  const script = scriptOf(title);
  if (script === undefined) return 0;
  return sections.findIndex(({ blocks }) => {
    const beginning = blocks.slice(0, 100).map(({ plain }) => plain.slice(0, 200));
    return scriptOf(beginning.join(' ')) === script;
  });
}
