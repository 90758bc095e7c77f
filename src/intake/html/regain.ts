import type { Element } from 'hast';
import { scriptOf } from '#text/script.ts';
import type { PageBlock } from './blocks-of-page.ts';
import { isCaption } from './caption.ts';
import { attribute, classesOf } from './element.ts';
import type { FoundNotes } from './notes.ts';
import { ancestors, isKept, isWithin, keep, type Sight, standsAround } from './sight.ts';

/** Running words shorter than this are as often an invitation as a part of a text. */
export const LONG = 80;
/** Blocks with more of their words in links are lists of links. */
export const LINKED = 0.3;
/** So many letters in another script are a text beside the text. */
const SUBSTANTIAL = 150;

const GROUPS = new Set(['ul', 'ol', 'dl', 'table', 'blockquote', 'pre']);
const ARTICLES = new Set(['article', 'main']);

/** Takes back what Readability cuts between the first and the last words of a text. */
export function regainWithin(sight: Sight): void {
  const { blocks, kept, first, last, outline } = sight;
  const groups = new Map<Element, PageBlock[]>();
  for (const block of blocks.slice(first, last + 1)) {
    if (isKept(block, kept) || standsAround(block, sight)) continue;
    if (isProse(block)) keep(block, kept);
    const group = ancestors(block.element, outline).find(({ tagName }) => GROUPS.has(tagName));
    if (!group) continue;
    const members = groups.get(group) ?? [];
    members.push(block);
    groups.set(group, members);
  }
  for (const [{ tagName }, members] of groups) {
    const length = sum(members.map(({ words }) => words.length));
    const linked = sum(members.map((block) => block.words.length * block.linked));
    const isLongEnough = length >= LONG || tagName === 'blockquote' || tagName === 'pre';
    if (isLongEnough && linked < LINKED * length) for (const block of members) keep(block, kept);
  }
  regainHeadings(sight);
}

/** Takes back the ends of a table or a list of which much is kept. */
export function regainEnds(sight: Sight): void {
  const { blocks, kept, outline } = sight;
  const first = blocks.findIndex((block) => isKept(block, kept));
  const last = blocks.findLastIndex((block) => isKept(block, kept));
  for (const [edge, step] of [
    [first, -1],
    [last, 1],
  ] as const) {
    const element = blocks[edge]?.element;
    const group = element && ancestors(element, outline).find(({ tagName }) => GROUPS.has(tagName));
    if (!group) continue;
    const rest: PageBlock[] = [];
    for (let index = edge + step; ; index += step) {
      const block = blocks[index];
      if (!block || !isWithin(block.element, group, outline) || block.linked >= LINKED) break;
      rest.push(block);
    }
    const members = blocks.filter(
      (block) => isKept(block, kept) && isWithin(block.element, group, outline),
    );
    const isMuch = 3 * sum(members.map(lengthOf)) > sum(rest.map(lengthOf));
    if (isMuch) for (const block of rest) if (!standsAround(block, sight)) keep(block, kept);
  }
}

function lengthOf({ words }: PageBlock): number {
  return words.length;
}

/** Takes back headings right over what is kept, over its first words too, and captions beside it. */
function regainHeadings(sight: Sight): void {
  const { blocks, kept, first, last } = sight;
  for (let index = last; index >= first - 1; index -= 1) {
    const [block, next] = blocks.slice(index, index + 2);
    if (!block || isKept(block, kept) || standsAround(block, sight)) continue;
    const isOver = next !== undefined && isKept(next, kept) && !isHeading(next);
    if (isCaption(block.element) || (isHeading(block) && isOver)) keep(block, kept);
  }
}

/**
 * Takes back paragraphs before and behind: those in another script, where there are many, and those
 * in the same article element; with the headings and the short paragraphs among them.
 */
export function regainAround(sight: Sight): void {
  const { blocks, kept, outline } = sight;
  const script = scriptOf(keptWords(sight));
  const paragraphs = blocks.filter(
    (block) => !isKept(block, kept) && isProse(block) && !standsAround(block, sight),
  );
  const others = new Set(paragraphs.filter(({ words }) => scriptOf(words) !== script));
  const isSubstantial = sum([...others].map(({ words }) => words.length)) >= SUBSTANTIAL;
  const article = articleAround(sight);
  const taken = new Set(
    paragraphs.filter(
      (block) =>
        (isSubstantial && others.has(block)) ||
        (article !== undefined && isWithin(block.element, article, outline)),
    ),
  );
  for (const block of taken) keep(block, kept);
  for (let index = blocks.length - 1; index >= 0 && taken.size > 0; index -= 1) {
    const [block, next] = blocks.slice(index, index + 2);
    if (!block || !next || !taken.has(next) || isKept(block, kept)) continue;
    if (standsAround(block, sight) || block.linked >= LINKED) continue;
    const last = blocks[index - 1];
    const isBetween = last !== undefined && isKept(last, kept);
    if (!isHeading(block) && !isBetween) continue;
    keep(block, kept);
    taken.add(block);
  }
}

function articleAround({ text, outline }: Sight): Element | undefined {
  if (!text) return undefined;
  return ancestors(text, outline).find(
    (element) => ARTICLES.has(element.tagName) || attribute(element, 'itemProp') === 'articleBody',
  );
}

/** Takes back the notes that the text calls, with their calls. */
export function regainNotes({ calls, definitions }: FoundNotes, sight: Sight): void {
  const { blocks, kept, outline } = sight;
  const holders = new Map<string, PageBlock[]>();
  for (const block of blocks) {
    for (const element of ancestors(block.element, outline)) {
      const label = definitions.get(element);
      if (label === undefined) continue;
      const held = holders.get(label) ?? [];
      held.push(block);
      holders.set(label, held);
    }
  }
  const byElement = new Map(blocks.map((block) => [block.element, block]));
  for (const call of calls.keys()) {
    const home = ancestors(call, outline).flatMap((element) => byElement.get(element) ?? [])[0];
    if (!home || !isKept(home, kept)) continue;
    for (const block of holders.get(calls.get(call) ?? '') ?? []) keep(block, kept);
    keepWordsIn(call, kept);
  }
}

function keepWordsIn(element: Element, kept: Sight['kept']): void {
  for (const child of element.children) {
    if (child.type === 'text') kept.add(child);
    if (child.type === 'element') keepWordsIn(child, kept);
  }
}

const HERO =
  /(?:hero|lead|featured?|main|article|post|entry|story)[-_]?(?:image|img|media|photo|picture|thumbnail|figure)/i;

/** Takes back pictures in figures of the text and right over it, with their captions. */
export function regainFigures(sight: Sight, from: number): void {
  const { blocks, kept, outline, last } = sight;
  for (const [index, block] of blocks.slice(from, last + 1).entries()) {
    const images = block.seen.filter(({ type }) => type === 'element');
    if (images.length === 0 || standsAround(block, sight)) continue;
    const next = blocks[index + from + 1];
    const isCaptioned = next !== undefined && isCaptionOfText(next, sight);
    const isFigure = ancestors(block.element, outline)
      .slice(0, 4)
      .some(
        (element) =>
          element.tagName === 'figure' || classesOf(element).some((name) => HERO.test(name)),
      );
    if (isFigure || isCaptioned) for (const image of images) kept.add(image);
  }
  for (const block of blocks.slice(from, last + 2)) {
    if (!isKept(block, kept) && isCaptionOfText(block, sight)) keep(block, kept);
  }
}

function isCaptionOfText(block: PageBlock, sight: Sight): boolean {
  const { outline } = sight;
  const around = ancestors(block.element, outline);
  const isIt = around.slice(0, 3).some(isCaption);
  return isIt && !standsAround(block, sight);
}

/** Whether a block is a paragraph of running words. */
export function isProse({ words, linked }: PageBlock): boolean {
  return words.length >= LONG && linked < LINKED;
}

function isHeading({ element }: PageBlock): boolean {
  return /^h[1-6]$/.test(element.tagName);
}

function keptWords({ blocks, kept }: Sight): string {
  return blocks
    .filter((block) => isKept(block, kept))
    .map(({ words }) => words)
    .join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
