import type { OutsideBlock, OutsideDocument } from './document.ts';
import type { Draft } from './draft.ts';
import { draftSection } from './draft-section.ts';
import type { Notice } from './notices.ts';
import { takeBoilerplate } from './rules/boilerplate.ts';
import { divideByLanguage, type Section } from './rules/language.ts';
import { titlesApart } from './titles-apart.ts';

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
  // A document of nothing but such lines has no other words.
  const inside = around.blocks.length > 0 ? around.blocks : document.blocks;
  const { sections, notices } = divideByLanguage(inside, { declared, usual });
  const whole = putBack(sections, document.blocks, new Set(around.dropped));
  const titles = titlesApart(document, whole);
  const drafts = whole
    .map((section, index) => draftWords(section, titles.get(index)))
    .filter(saysSomething);
  const [first, ...others] = drafts;
  if (!first) return { drafts: [], notices };
  const dropped = [...document.dropped, ...first.dropped];
  return {
    drafts: [{ ...first, dropped }, ...others],
    notices: [...document.notices, ...notices],
  };
}

function saysSomething({ title, lede, publishedAs, body, dropped }: Draft): boolean {
  const hasHead = title !== undefined || lede !== undefined || publishedAs !== undefined;
  return hasHead || body.length > 0 || dropped.length > 0;
}

/** A section of nothing but dates, names and buttons is a text all the same: it has no other words. */
function draftWords(section: Section, titleApart: string | undefined): Draft {
  const draft = draftSection(section, titleApart);
  const hasText = draft.body.length > 0 || draft.title !== undefined || draft.lede !== undefined;
  if (hasText) return draft;
  const body = section.blocks;
  return {
    lang: section.lang,
    ...(titleApart !== undefined && { titleApart }),
    authors: [],
    translators: [],
    body,
    dropped: [],
    notices: [],
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
