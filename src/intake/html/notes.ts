import type { Element, Root } from 'hast';
import { attribute, classesOf, isInline } from './element.ts';
import { wordsIn } from './lines.ts';
import { beginsWithLabel, cutLabel, hasOnlyLabel, isLabel, labelOf } from './note-label.ts';
import { outlineOf, type Outline } from './outline.ts';
import { partNotes } from './part-notes.ts';

/** The footnotes that were found on a page. */
export interface FoundNotes {
  /** Elements in the text that call a note, with its label. */
  readonly calls: ReadonlyMap<Element, string>;
  /** Elements that hold the words of a note, with its label. */
  readonly definitions: ReadonlyMap<Element, string>;
  /** The names by which notes can lead back to the text. */
  readonly places: ReadonlySet<string>;
}

/** What of a page belongs to its footnotes. */
export interface NotesOfPage {
  /** Elements in the text that call a note, with its label. */
  readonly calls: ReadonlyMap<Element, string>;
  /** Elements that hold the words of a note, with its label. */
  readonly definitions: ReadonlyMap<Element, string>;
  /** Printed labels at the beginning of a note: Markdown’s own label says the same. */
  readonly labels: ReadonlySet<Element>;
  /** Arrows and links back to the text, which the site makes itself. */
  readonly returns: ReadonlySet<Element>;
}

/** How programs call the parts of notes in ids. */
const NAME = /(?:^|[-_.:])(?:sdfoot|sdend|foot|end|easy-foot)?-?(?:note|n?fn|ftn|edn|cite|ref|nb)/i;
/** How programs call what leads back to the text. */
const BACK = /back-?(?:link|ref)|footnote-back|to-top|reverse-?footnote/i;

const ARROW = /^[↩↑⇑⤴⬆↵⏎^\uFE0E\uFE0F\s]+$/u;

/** With more in it, what stands around a link holds more than that: brackets, spaces. */
const MOST_AROUND = 8;

interface Call {
  readonly link: Element;
  /** The link, or the raised words that hold nothing else. */
  readonly whole: Element;
  readonly printed: string;
  readonly target: Element;
}

/**
 * The footnotes of a page: links to a place further down that holds some words of its own and
 * either leads back or is called as notes are. Parts notes that stand in one block.
 */
export function findNotes(tree: Root, base: string | undefined): FoundNotes {
  const before = outlineOf(tree);
  const isParted = partNotes(callsIn(before, base), before);
  const outline = isParted ? outlineOf(tree) : before;
  const candidates = callsIn(outline, base);
  const holders = holdersOf(candidates, outline);

  const calls = new Map<Element, string>();
  const definitions = new Map<Element, string>();
  const taken = new Set<string>();
  const found = candidates.filter((call) => {
    const holder = holders.get(call.target);
    if (!holder || !isNote(call, holder, outline)) return false;
    const label = definitions.get(holder) ?? labelOf(call.printed, taken);
    taken.add(label.toLowerCase());
    definitions.set(holder, label);
    calls.set(call.whole, label);
    return true;
  });
  return { calls, definitions, places: placesOf(found) };
}

/**
 * The notes whose calls and words are both in the text. Takes the printed labels off their
 * beginnings.
 */
export function settleNotes(found: FoundNotes, isIn: (element: Element) => boolean): NotesOfPage {
  const called = [...found.calls].filter(([call]) => isIn(call));
  const wanted = new Set(called.map(([, label]) => label));
  const held = [...found.definitions].filter(
    ([holder, label]) => wanted.has(label) && isIn(holder),
  );
  const there = new Set(held.map(([, label]) => label));
  const calls = new Map(called.filter(([, label]) => there.has(label)));
  const definitions = new Map(held);
  const labels = new Set<Element>();
  const returns = new Set<Element>();
  for (const [holder, label] of definitions) {
    for (const part of returnsIn(holder, found.places)) {
      (isLabel(wordsIn(part), label) ? labels : returns).add(part);
    }
    cutLabel(holder, label, labels, returns);
  }
  return { calls, definitions, labels, returns };
}

function callsIn(outline: Outline, base: string | undefined): Call[] {
  return outline.links.flatMap((link) => callOf(link, outline, base) ?? []);
}

function callOf(link: Element, outline: Outline, base: string | undefined): Call | undefined {
  const href = attribute(link, 'href');
  const hash = href.indexOf('#');
  if (hash < 0) return undefined;
  const name = href.slice(hash + 1);
  const target = outline.byName.get(name) ?? outline.byName.get(unescaped(name));
  if (!target || outline.orderOf(target) <= outline.orderOf(link)) return undefined;
  const isHere = hash === 0 || (base !== undefined && href.startsWith(base.replace(/#.*$/, '')));
  if (!isHere && !NAME.test(name)) return undefined;
  const printed = wordsIn(link);
  if (!isLabel(printed) || isLiteral(link, outline) || isLiteral(target, outline)) return undefined;
  const around = outline.parentOf(link);
  const isAlone =
    around !== undefined &&
    isInline(around) &&
    around.tagName !== 'a' &&
    around.children.length <= MOST_AROUND;
  return { link, whole: isAlone && isLabel(wordsIn(around)) ? around : link, printed, target };
}

/** Whether an element stands where a text keeps every sign as it is. */
function isLiteral(element: Element, outline: Outline): boolean {
  for (let node: Element | undefined = element; node; node = outline.parentOf(node)) {
    if (['pre', 'xmp', 'listing', 'plaintext', 'code'].includes(node.tagName)) return true;
  }
  return false;
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** For each target, the block that holds its note’s words; none where it holds several, or a heading. */
function holdersOf(calls: readonly Call[], outline: Outline): ReadonlyMap<Element, Element> {
  const targets = new Set(calls.map(({ target }) => target));
  const orders = [...targets].map((target) => outline.orderOf(target)).sort((a, b) => a - b);
  const headings = outline.headings.map((heading) => outline.orderOf(heading));
  const isOne = (element: Element): boolean =>
    countWithin(orders, element, outline) === 1 && countWithin(headings, element, outline) === 0;
  const holders = new Map<Element, Element>();
  for (const target of targets) {
    let holder: Element | undefined = target;
    while (holder && isInline(holder)) holder = outline.parentOf(holder);
    if (!holder || !isOne(holder)) continue;
    for (let parent = outline.parentOf(holder); parent && isOne(parent);) {
      if (!hasOnlyLabel(holder) && !isWholeNote(parent)) break;
      holder = parent;
      parent = outline.parentOf(parent);
    }
    if (!hasOnlyLabel(holder)) holders.set(target, holder);
  }
  return holders;
}

/** How many of some numbers, which are in order, are those of elements within one. */
function countWithin(orders: readonly number[], element: Element, outline: Outline): number {
  return (
    lowerBound(orders, outline.endOf(element) + 1) - lowerBound(orders, outline.orderOf(element))
  );
}

function lowerBound(orders: readonly number[], order: number): number {
  let [low, high] = [0, orders.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((orders[middle] ?? order) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an element is there to hold one note with all its paragraphs. */
function isWholeNote(element: Element): boolean {
  if (element.tagName === 'li') return true;
  if (element.tagName !== 'div' && element.tagName !== 'aside') return false;
  return (
    /mso-element:\s*(?:foot|end)note(?!-list)/i.test(attribute(element, 'style')) ||
    NAME.test(attribute(element, 'id'))
  );
}

function isNote(call: Call, holder: Element, outline: Outline): boolean {
  const { link, whole } = call;
  if (outline.orderOf(holder) <= outline.orderOf(link)) return false;
  const names = [
    ...[attribute(link, 'rel'), attribute(link, 'role'), attribute(link, 'epubType')],
    ...classesOf(link),
    ...classesOf(whole),
  ].join(' ');
  return (
    whole.tagName === 'sup' ||
    outline.parentOf(link)?.tagName === 'sup' ||
    link.children.some((child) => child.type === 'element' && child.tagName === 'sup') ||
    /foot-?note|note-?ref|reference|endnote/i.test(names) ||
    /^[[({]/.test(wordsIn(whole)) ||
    beginsWithLabel(wordsIn(holder), call.printed) ||
    leadsBack(holder, call, outline)
  );
}

function leadsBack(holder: Element, call: Call, outline: Outline): boolean {
  const places = placesOf([call]);
  const around = outline.parentOf(call.whole);
  if (around && isInline(around)) places.add(attribute(around, 'id'));
  return returnsIn(holder, places).length > 0;
}

/** The names by which notes can lead back to their calls. */
function placesOf(calls: readonly Call[]): Set<string> {
  const elements = calls.flatMap(({ link, whole }) => [
    ...[link, whole],
    ...link.children.filter((child) => child.type === 'element'),
  ]);
  const names = elements.flatMap((element) => [
    attribute(element, 'id'),
    attribute(element, 'name'),
  ]);
  return new Set(names.filter((name) => name !== ''));
}

/** The outermost parts of a note that do nothing but lead back to the text. */
function returnsIn(holder: Element, places: ReadonlySet<string>): Element[] {
  return holder.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    const href = attribute(child, 'href');
    const hash = href.indexOf('#');
    const isLink = child.tagName === 'a' && hash >= 0;
    const isArrow = ARROW.test(wordsIn(child));
    if (isLink && (isArrow || places.has(unescaped(href.slice(hash + 1))))) return [child];
    const isMeant = [...classesOf(child), attribute(child, 'role')].some((name) => BACK.test(name));
    return isMeant && wordsIn(child).length < 40 ? [child] : returnsIn(child, places);
  });
}
