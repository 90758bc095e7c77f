import type { EntityId } from '#model/ids.ts';
import { hasArabicClitics, isPersianSuffix } from '#text/clitics.ts';
import { fold } from '#text/fold.ts';
import { divide, gapBetween, hasSignBefore, hasSignBehind, isEzafe } from './divide.ts';
import type { FormKind, NameForm } from './forms.ts';
import { acrossQuotation, openedBefore } from './quotation.ts';
import { closesBracket, keyOfSigns } from './signs.ts';
import { spellingsOf } from './spellings.ts';
import { type Capitals, readWord } from './word.ts';
import { WordMemory } from './word-memory.ts';

/** A listed form that stands at a place of a text. */
export interface Listed {
  readonly entity: EntityId;
  readonly kind: FormKind;
}

/** A place of a text that may be a mention. Offsets are UTF-16 units of the text. */
export interface Candidate {
  /** Where the written word begins, with what is written together with it. */
  readonly start: number;
  readonly end: number;
  /** Where the name itself begins, where something can be told from it. */
  readonly nameStart: number;
  readonly forms: readonly Listed[];
}

/** What may stand at one word of a text, the longest first. */
export type Candidates = readonly [Candidate, ...Candidate[]];

/** How far a name has been followed. */
interface Path {
  /** UTF-16 units of its last word that do not belong to it. */
  readonly after: number;
  /** The marks that close a quotation in which its last word stands; empty where it is in none. */
  readonly open: string;
}

/** A candidate with what its reading of the first word leaves out. */
interface FoundForm {
  readonly candidate: Candidate;
  readonly hasClitic: boolean;
  readonly leavesArticle: boolean;
}

/** A form at the end of a path through the trie, with what a text has to show. */
interface End extends Listed {
  readonly hasArticle: boolean;
  readonly capitals: Capitals;
  readonly signBefore: boolean;
  readonly signBehind: boolean;
  readonly leavesOpen: boolean;
  readonly letters?: string;
  readonly lacksArticle: boolean;
}

interface Node {
  next: Map<number, Node> | undefined;
  ends: End[] | undefined;
}

/** A reading of a word that is a word of some name. */
interface KnownReading {
  readonly key: number;
  readonly before: number;
  readonly after: number;
  readonly hasClitic: boolean;
  readonly hasArticle: boolean;
  readonly isAdjective?: boolean;
  readonly particle?: string;
}

interface KnownWord {
  /** Whether a name begins in it. */
  readonly begins: boolean;
  readonly readings: readonly KnownReading[];
  readonly capitals: Capitals;
  readonly sound: string | undefined;
  readonly folded: readonly string[];
}

/** A word that no name has and that is no article. */
const UNKNOWN: KnownWord = {
  begins: false,
  readings: [],
  capitals: 'none',
  sound: undefined,
  folded: [],
};

/**
 * Finds listed names in texts: a trie over words, which are numbers. A name is never found inside a
 * word or across punctuation.
 */
export class Finder {
  readonly #keys = new Map<string, number>();
  readonly #root: Node = { next: undefined, ends: undefined };
  readonly #words = {
    with: new WordMemory<KnownWord>(),
    without: new WordMemory<KnownWord>(),
  };
  // The words of the text at hand, in arrays that are used again.
  readonly #starts: number[] = [];
  readonly #stops: number[] = [];
  readonly #known: KnownWord[] = [];

  constructor(forms: Iterable<NameForm>) {
    for (const { entity, kind, name, lacksArticle = false } of forms) {
      for (const { keys, ...needs } of spellingsOf(name)) {
        let node = this.#root;
        for (const key of keys) node = this.#child(node, key);
        node.ends ??= [];
        const isThere = node.ends.some(
          (end) =>
            end.entity === entity &&
            end.kind === kind &&
            end.hasArticle === needs.hasArticle &&
            end.capitals === needs.capitals &&
            end.letters === needs.letters &&
            end.lacksArticle === lacksArticle,
        );
        if (!isThere) node.ends.push({ entity, kind, lacksArticle, ...needs });
      }
    }
  }

  #child(node: Node, key: string): Node {
    let number = this.#keys.get(key);
    if (number === undefined) this.#keys.set(key, (number = this.#keys.size));
    node.next ??= new Map();
    let next = node.next.get(number);
    if (!next) node.next.set(number, (next = { next: undefined, ends: undefined }));
    return next;
  }

  /**
   * Every place of a text at which a listed name may stand, in order of its words.
   *
   * @param text words without markup; a line break or a tabulator ends a name
   * @param lang its language, as a BCP 47 tag
   */
  scan(text: string, lang: string): Candidates[] {
    const clitics = hasArabicClitics(lang);
    const memory = clitics ? this.#words.with : this.#words.without;
    const [starts, stops, known] = [this.#starts, this.#stops, this.#known];
    let count = 0;
    let interesting = 0;
    divide(text, (start, end) => {
      let word = memory.get(text, start, end);
      if (!word) {
        word = this.#read(text.slice(start, end), clitics);
        memory.put(word);
      }
      starts[count] = start;
      stops[count] = end;
      known[count] = word;
      count += 1;
      interesting += Number(word.begins);
    });
    if (interesting === 0) return [];
    const found: Candidates[] = [];
    for (let index = 0; index < count; index += 1) {
      const word = known[index] ?? UNKNOWN;
      if (!word.begins) continue;
      const [first, ...others] = this.#at(text, index, count, clitics);
      if (first) found.push([first, ...others]);
    }
    return found;
  }

  #read(written: string, clitics: boolean): KnownWord {
    const { readings, capitals, sound } = readWord(written, clitics);
    const known: KnownReading[] = [];
    for (const { key, ...rest } of readings) {
      const number = this.#keys.get(key);
      if (number !== undefined && !known.some((one) => isSame(one, number, rest))) {
        known.push({ key: number, ...rest });
      }
    }
    if (known.length === 0 && sound === undefined) return UNKNOWN;
    const begins = known.some(({ key }) => this.#root.next?.has(key) === true);
    return { begins, readings: known, capitals, sound, folded: readings.map(({ key }) => key) };
  }

  /** What may stand at a word, the longest first, and of equally long ones the word as it is. */
  #at(text: string, index: number, count: number, clitics: boolean): Candidate[] {
    const word = this.#known[index] ?? UNKNOWN;
    if (!word.begins) return [];
    const found: FoundForm[] = [];
    const start = this.#starts[index] ?? 0;
    // What follows a joiner is the rest of a word.
    if (text.charCodeAt(start - 1) === 0x20_0c && index > 0) return [];
    const article = this.#articleBefore(text, index);
    for (const reading of word.readings) {
      const node = this.#root.next?.get(reading.key);
      if (!node) continue;
      const hasArticle = article !== undefined || reading.hasArticle;
      const within = reading.before === 0 ? openedBefore(text, article?.start ?? start) : '';
      const onEnd = (isWithin: boolean, last: number, ends: readonly End[], path: Path): void => {
        const stop = (this.#stops[last] ?? 0) - path.after;
        if (last === index && reading.isAdjective === true) return;
        if (!this.#isWhole(text, last, path.after)) return;
        const isOpen = path.open !== '';
        const closes = isOpen && path.open.includes(text.charAt(stop) || ' ');
        const isParticle = last === index && reading.particle !== undefined;
        const forms = ends.filter(
          (end) =>
            // What a quotation mark inside the name opens is closed where the name ends or before.
            (!isOpen || closes || end.leavesOpen) &&
            (!isParticle || end.letters === reading.particle) &&
            (!end.hasArticle || hasArticle) &&
            !(end.lacksArticle && clitics) &&
            fits(end.capitals, word.capitals, article?.isCapital === true || reading.hasArticle),
        );
        if (forms.length === 0) return;
        const isBehind = hasSignBehind(text, stop);
        const behind = isBehind && forms.some(({ signBehind }) => signBehind);
        // A sign on either side of a name that ends with none is a pair of quotation marks.
        const isQuoted = isBehind && !behind;
        const before =
          reading.before === 0 && !isQuoted && forms.some(({ signBefore }) => signBefore);
        const nameStart =
          (article?.start ??
            start + reading.before - (before ? Number(hasSignBefore(text, start)) : 0)) -
          Number(isWithin);
        found.push({
          hasClitic: reading.hasClitic,
          leavesArticle: reading.hasArticle,
          candidate: {
            // An apostrophe divides what stands before it from the name; Arabic and Hebrew have none.
            start: hasApostrophe(text, start, reading.before)
              ? nameStart
              : Math.min(nameStart, start),
            end: stop + Number(behind || closes || closesBracket(text, nameStart, stop)),
            nameStart,
            forms: forms.map(({ entity, kind }) => ({ entity, kind })),
          },
        });
      };
      const path = { after: reading.after, open: '' };
      this.#walk(text, index, count, node, path, (...end) => {
        onEnd(false, ...end);
      });
      if (within === '' || !node.next) continue;
      this.#walk(text, index, count, node, { ...path, open: within }, (last, ends, at) => {
        if (last > index && at.open === '') onEnd(true, last, ends, at);
      });
    }
    found.sort(
      (a, b) => b.candidate.end - a.candidate.end || Number(a.hasClitic) - Number(b.hasClitic),
    );
    return found
      .filter((one) => !found.some((other) => isListedWithArticle(one, other)))
      .map(({ candidate }) => candidate);
  }

  /** Follows a path through the trie along the words of the text; tells every end on its way. */
  #walk(
    text: string,
    index: number,
    count: number,
    node: Node,
    path: Path,
    onEnd: (last: number, ends: readonly End[], path: Path) => void,
  ): void {
    if (node.ends) onEnd(index, node.ends, path);
    if (!node.next || path.after > 0) return;
    let next = index + 1;
    if (next >= count) return;
    const across = this.#across(text, index, node, path.open);
    if (!across) return;
    const { from, open } = across;
    for (;;) {
      const word = this.#known[next] ?? UNKNOWN;
      for (const one of word.readings) {
        if (one.before > 0 || one.hasClitic) continue;
        const child = from.get(one.key);
        if (child) this.#walk(text, next, count, child, { after: one.after, open }, onEnd);
      }
      // An article inside a name may be written or not, and so may the ezafe of Persian.
      if (next + 1 >= count) return;
      if (!this.#isArticle(text, next) && !this.#isEzafe(text, next)) return;
      next += 1;
    }
  }

  /**
   * Goes from one word of a name to the next: over what divides no name, a quotation mark, or signs
   * that are listed there.
   */
  #across(
    text: string,
    index: number,
    node: Node,
    open: string,
  ): { readonly from: ReadonlyMap<number, Node>; readonly open: string } | undefined {
    if (!node.next) return undefined;
    if (this.#gap(text, index, index + 1) !== 'punctuation') return { from: node.next, open };
    const between = text.slice(this.#stops[index], this.#starts[index + 1]);
    const quoted = acrossQuotation(between, open);
    if (quoted !== undefined) return { from: node.next, open: quoted };
    const signs = this.#keys.get(keyOfSigns(between));
    const from = signs === undefined ? undefined : node.next.get(signs)?.next;
    return from && { from, open };
  }

  #gap(text: string, index: number, next: number) {
    return gapBetween(text, this.#stops[index] ?? 0, this.#starts[next] ?? 0);
  }

  /** Whether a word is the Arabic article of the next one, in Latin letters. */
  #isArticle(text: string, index: number): boolean {
    const { sound } = this.#known[index] ?? UNKNOWN;
    if (sound === undefined) return false;
    const gap = this.#gap(text, index, index + 1);
    if (gap !== 'space' && gap !== 'hyphen') return false;
    const next = this.#known[index + 1] ?? UNKNOWN;
    return sound === 'l' || next.folded.some((key) => key.startsWith(sound.slice(0, 1)));
  }

  /** Whether a word is the Persian ezafe behind the word before it, and another word follows. */
  #isEzafe(text: string, index: number): boolean {
    const [start, stop] = [this.#starts[index] ?? 0, this.#stops[index] ?? 0];
    return isEzafe(text, start, stop) && this.#gap(text, index, index + 1) === 'space';
  }

  /**
   * The article before a word. “as” and “at” before a word with the same sound may be English: they
   * stand for the article, but do not belong to the name.
   */
  #articleBefore(
    text: string,
    index: number,
  ): { readonly start: number | undefined; readonly isCapital: boolean } | undefined {
    if (index === 0 || !this.#isArticle(text, index - 1)) return undefined;
    const { capitals, sound } = this.#known[index - 1] ?? UNKNOWN;
    const isEnglish =
      sound !== 'l' && capitals === 'none' && this.#gap(text, index - 1, index) === 'space';
    return { start: isEnglish ? undefined : this.#starts[index - 1], isCapital: false };
  }

  /** Whether a name that ends in a word ends where the word does. */
  #isWhole(text: string, last: number, after: number): boolean {
    const stop = this.#stops[last] ?? 0;
    if (after > 0 || text.charCodeAt(stop) !== 0x20_0c) return true;
    const [nextStart, nextStop] = [this.#starts[last + 1], this.#stops[last + 1]];
    if (nextStart !== stop + 1) return true;
    return isPersianSuffix(fold(text.slice(nextStart, nextStop)));
  }
}

/** Whether a form without the article stands where another entity lists the one with it. */
function isListedWithArticle(one: FoundForm, other: FoundForm): boolean {
  return (
    one.leavesArticle &&
    !other.leavesArticle &&
    other.candidate.end === one.candidate.end &&
    !other.candidate.forms.some(({ entity }) =>
      one.candidate.forms.some((form) => form.entity === entity),
    )
  );
}

function hasApostrophe(text: string, start: number, before: number): boolean {
  return before > 0 && /['’]/.test(text.charAt(start + before - 1));
}

function isSame(one: KnownReading, key: number, rest: Omit<KnownReading, 'key'>): boolean {
  return (
    one.key === key &&
    one.before === rest.before &&
    one.after === rest.after &&
    one.hasClitic === rest.hasClitic &&
    one.hasArticle === rest.hasArticle &&
    one.particle === rest.particle
  );
}

/** Whether a word is capitalised as a name of one word has to be. */
function fits(needed: Capitals, has: Capitals, isCapital: boolean): boolean {
  if (needed === 'none' || needed === 'no case') return true;
  if (needed === 'all') return has === 'all' || has === 'no case';
  return has !== 'none' || isCapital;
}
