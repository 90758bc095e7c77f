import type { OutsideBlock, OutsideDocument } from './document.ts';
import type { Draft } from './draft.ts';
import { draftSection } from './draft-section.ts';
import type { Notice } from './notices.ts';
import { takeBoilerplate } from './rules/boilerplate.ts';
import { divideByLanguage, type Section } from './rules/language.ts';

/** A document divided into its texts; their roles are not known yet. */
export interface DraftDocument {
  /** In the order in which they stand. Empty where the document holds no words. */
  readonly drafts: readonly Draft[];
  readonly notices: readonly Notice[];
}

/**
 * The one file that knows the order of the rules: what a page puts around its texts, languages,
 * and then each language’s headline, lede, byline, date, captions and second story.
 *
 * @param usual the languages of the archive
 */
export function draftDocument(document: OutsideDocument, usual: readonly string[]): DraftDocument {
  const declared = document.facts.flatMap(({ key, value }) => (key === 'lang' ? [value] : []));
  const around = takeBoilerplate(document.blocks);
  const { sections, notices } = divideByLanguage(around.blocks, { declared, usual });
  const whole = putBack(sections, document.blocks, new Set(around.dropped));
  const drafts = whole.map(draftSection).filter(({ body, title, lede }) => {
    return body.length > 0 || title !== undefined || lede !== undefined;
  });
  const [first, ...others] = drafts;
  if (!first) return { drafts: [], notices };
  const dropped = [...document.dropped, ...first.dropped];
  return {
    drafts: [{ ...first, dropped }, ...others],
    notices: [...document.notices, ...notices],
  };
}

/** What was found around the texts is accounted for with the text that it stands next to. */
function putBack(
  sections: readonly Section[],
  all: readonly OutsideBlock[],
  around: ReadonlySet<OutsideBlock>,
): Section[] {
  const home = new Map<OutsideBlock, number>();
  for (const [index, { blocks }] of sections.entries()) {
    for (const block of blocks) home.set(block, index);
  }
  const own: OutsideBlock[][] = sections.map(() => []);
  let last = all.map((block) => home.get(block)).find((index) => index !== undefined) ?? 0;
  for (const block of all) {
    last = home.get(block) ?? last;
    own[last]?.push(around.has(block) ? { ...block, is: 'boilerplate' } : block);
  }
  return sections.map(({ lang }, index) => ({ lang, blocks: own[index] ?? [] }));
}
