import { articleSound } from '#text/clitics.ts';
import { lettersOf } from '#text/particle.ts';
import { scriptOf } from '#text/script.ts';
import { servantParts } from '#text/servant.ts';
import { divide, gapBetween, isEzafe } from './divide.ts';
import { initialsApart, initialsTogether } from './initials.ts';
import { acrossQuotation, hasOpenQuotation, openedBefore } from './quotation.ts';
import { keyOfSigns } from './signs.ts';
import { capitalsOf, keysOf, type Capitals } from './word.ts';

/** A listed name as the finder looks for it. */
export interface Spelling {
  /** The keys of its words in order, without articles in Latin letters and the Persian ezafe. */
  readonly keys: readonly string[];
  /** Whether it begins with such an article: then a text has to write it as well. */
  readonly hasArticle: boolean;
  /** How its only word has to be capitalised; a name of several words is known in any case. */
  readonly capitals: Capitals;
  /** Whether it begins or ends with a sign that a text may write as an apostrophe. */
  readonly signBefore: boolean;
  readonly signBehind: boolean;
  /** Whether a quotation mark opens in it and is not closed. */
  readonly leavesOpen: boolean;
  /** Of a name of one Arabic word, its letters as they are listed. */
  readonly letters?: string;
}

interface Word {
  readonly written: string;
  readonly start: number;
  /** Whether it is an article or the ezafe, which a text may leave out. */
  readonly isGrammar: boolean;
}

/** More variants of one name than these are no variants that anyone means. */
const MOST = 64;
const SIGN_BEFORE = /^(?:\p{L}{2,3}[-\u2010\u2011 ])?['`´‘’‛′\u02BB-\u02BF]/u;
const SIGN_BEHIND = /['`´‘’‛′\u02BB-\u02BF]$/;

/**
 * How a listed name may be written: as it stands, as newspapers romanise it, and with the grammar of
 * its parts (`أبو`, `أبا`, `أبي`; `ʿAbd al-`, `Abdul`). Empty where it has nothing but signs, or
 * nothing but a letter, an article or a small number, which stand in most texts and name nobody.
 */
export function spellingsOf(name: string): Spelling[] {
  const trimmed = name.trim();
  const words: Word[] = [];
  const places: (readonly [number, number])[] = [];
  divide(trimmed, (start, end) => places.push([start, end]));
  for (const [index, [start, end]] of places.entries()) {
    const written = trimmed.slice(start, end);
    const next = places[index + 1];
    words.push({
      written,
      start,
      isGrammar:
        next !== undefined &&
        (isArticle(trimmed, [start, end], next) || isEzafe(trimmed, start, end)),
    });
  }
  const content = words.filter(({ isGrammar }) => !isGrammar).map(({ written }) => written);
  if (content.length === 0 || isNoName(content, trimmed)) return [];
  const [only = ''] = content;
  const shared = {
    hasArticle: words[0]?.isGrammar === true,
    capitals: content.length === 1 ? needed(only) : ('none' as const),
    signBefore: SIGN_BEFORE.test(trimmed),
    signBehind: SIGN_BEHIND.test(trimmed),
    leavesOpen: hasOpenQuotation(trimmed),
    ...(content.length === 1 && { letters: lettersOf(only) }),
  };
  const plain = plainKeys(content);
  const press = content.map((written) => keysOf(written).at(-1) ?? '');
  const apart = plainKeys(initialsApart(content));
  const sequences = new Map<string, readonly string[]>();
  const inflected = [plain, press].flatMap(withGrammar);
  for (const keys of [
    ...[0, -1].map((which) => withSigns(trimmed, words, which)),
    ...[apart, initialsTogether(apart)],
    ...[...inflected, ...inflected.flatMap(servantNames)],
  ]) {
    if (sequences.size < MOST) sequences.set(keys.join(' '), keys);
  }
  return [...sequences.values()].map((keys) => ({ ...shared, keys }));
}

function plainKeys(words: readonly string[]): string[] {
  return words.map((written) => keysOf(written)[0] ?? '');
}

/**
 * The keys of a name with the signs between its words that divide words elsewhere.
 *
 * @param which of the keys of each word (`keysOf`), counted as by `Array.at`
 */
function withSigns(name: string, words: readonly Word[], which: number): string[] {
  let open = openedBefore(name, words[0]?.start ?? 0);
  return words.flatMap(({ written, start, isGrammar }, index) => {
    const keys = isGrammar ? [] : [keysOf(written).at(which) ?? ''];
    const end = start + written.length;
    const next = words[index + 1]?.start;
    if (next === undefined || gapBetween(name, end, next) !== 'punctuation') return keys;
    const between = name.slice(end, next);
    const quoted = acrossQuotation(between, open);
    if (quoted === undefined) return [...keys, keyOfSigns(between)];
    open = quoted;
    return keys;
  });
}

function isArticle(
  name: string,
  [start, end]: readonly [number, number],
  [nextStart, nextEnd]: readonly [number, number],
): boolean {
  const written = name.slice(start, end);
  if (scriptOf(written) !== 'Latn') return false;
  const gap = gapBetween(name, end, nextStart);
  if (gap !== 'hyphen' && gap !== 'space') return false;
  const next = keysOf(name.slice(nextStart, nextEnd));
  return keysOf(written).some((key) => {
    const sound = articleSound(key);
    return sound !== undefined && (sound === 'l' || next.some((other) => other.startsWith(sound)));
  });
}

/** Whether a name is a number and nothing else: it stands for itself in most texts. */
export function isNumber(name: string): boolean {
  return /^\p{Nd}+$/u.test(name.trim());
}

/** A single letter, an article or a number of two digits alone: it stands in most texts. */
function isNoName(content: readonly string[], name: string): boolean {
  const [written = '', ...others] = content;
  if (others.length > 0) return false;
  const [key = ''] = keysOf(written);
  if (key === '' || /^\d{1,2}$/.test(key)) return true;
  if (scriptOf(written) === 'Latn' && isArticleAlone(written, name)) return true;
  return /^(?:\p{L}|ال|لل)$/u.test(key) && !/\p{Script=Han}/u.test(key);
}

/** `al-`, `al` and `El`; not `Ed`, and no acronym. */
function isArticleAlone(written: string, name: string): boolean {
  const sound = articleSound(keysOf(written)[0] ?? '');
  if (sound === undefined) return false;
  const capitals = capitalsOf(written);
  return (
    capitals === 'none' || /[-\u2010\u2011]$/.test(name) || (sound === 'l' && capitals === 'first')
  );
}

/** A short acronym has to be written as one (`US`); longer ones some newspapers write as words. */
function needed(written: string): Capitals {
  const capitals = capitalsOf(written);
  if (capitals !== 'all') return capitals;
  return (written.match(/\p{L}/gu)?.length ?? 0) <= 3 ? 'all' : 'first';
}

type Variation = (key: string, index: number, keys: readonly string[]) => readonly string[];

/** Words of names that change with their grammar or are written in several ways. */
const VARIATIONS: readonly Variation[] = [
  (key, index) => (index === 0 && key === 'ابو' ? ['ابا', 'ابي'] : []),
  (key, index) => (index > 0 && key === 'بن' ? ['ابن'] : index > 0 && key === 'ابن' ? ['بن'] : []),
  (key) => (/^ال...+ون$/.test(key) ? [key.replace(/ون$/, 'ين')] : []),
  (key, index) => (index > 0 && /^(?:ibn|bin|ben)$/.test(key) ? ['ibn', 'bin', 'ben'] : []),
];

function withGrammar(keys: readonly string[]): (readonly string[])[] {
  let found: (readonly string[])[] = [keys];
  for (const [index, key] of keys.entries()) {
    const others = VARIATIONS.flatMap((variation) => variation(key, index, keys));
    if (others.length === 0) continue;
    found = found.flatMap((one) => [one, ...others.map((other) => one.with(index, other))]);
    if (found.length > MOST) break;
  }
  return found.slice(0, MOST);
}

/** A consonant that the article takes the sound of (`ar-Raḥmān`), as romanisations write it. */
const ASSIMILATING = /^(?:sh|[dnrstz])/;

/**
 * Other spellings of names that begin with “servant of”: in one word or two, with the article or
 * without, which takes the sound of what follows (`Abdul Karīm`, `Abdurrahman`, `Abdes Salam`).
 */
function servantNames(keys: readonly string[]): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const [index, key] of keys.entries()) {
    const next = keys[index + 1];
    const put = (count: number, ...words: readonly string[]): void => {
      found.push(keys.toSpliced(index, count, ...words));
    };
    if (key === 'عبد' && next?.startsWith('ال') === true) put(2, `عبد${next}`);
    const [servant, of] = key.startsWith('abd') ? servantParts(key) : [];
    if (servant !== undefined && of !== undefined) {
      const apart = keys.toSpliced(index, 1, servant, of);
      found.push(apart, ...servantNames(apart));
    }
    if (/^عبدال../.test(key)) put(1, 'عبد', key.slice(3));
    if (isServantOf(key, next)) put(1, 'abd');
    if (next !== undefined && (key === 'abd' || isServantOf(key, next))) {
      if (next === 'allah') {
        put(2, 'abdallah');
        put(2, 'abdullah');
      }
      const [sound] = ASSIMILATING.exec(next) ?? [];
      for (const abd of ['l', ...(sound === undefined ? [] : [sound])].flatMap(withCase)) {
        put(1, abd);
        put(2, abd + next);
      }
    }
  }
  return found;
}

/** Whether a word is `Abdul`, or the same before such a consonant (`Abdur Rahman`). */
function isServantOf(key: string, next: string | undefined): boolean {
  if (next === undefined) return false;
  const sound = /^abd[aeu](l|sh|[dnrstz])$/.exec(key)?.[1];
  return sound === 'l' || (sound !== undefined && next.startsWith(sound));
}

/** `Abd` in each of its cases, with the article behind it. */
function withCase(sound: string): string[] {
  return ['u', 'e', 'a'].map((vowel) => `abd${vowel}${sound}`);
}
