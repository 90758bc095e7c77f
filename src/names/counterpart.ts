import { articleSound, divideArabic, divideHebrew } from '#text/clitics.ts';
import { fold } from '#text/fold.ts';
import { scriptOf } from '#text/script.ts';
import { skeletonsOf } from '#text/skeleton.ts';
import { divide, gapBetween } from './divide.ts';
import type { Range } from './html-places.ts';
import { keyOf } from './word.ts';

/** The written words of a text with their sounds. */
interface Sounded {
  readonly start: number;
  readonly end: number;
  readonly sounds: readonly string[];
}

/** Finds how a name of one script is written in words of another, by its consonants. */
export class Counterparts {
  readonly #sounds = new Map<string, readonly string[]>();

  /**
   * Where words of another script sound like a name; undefined where none do. Of several that do, the
   * one with as many long vowels, then the one that stands as far into its words as the name does.
   *
   * @param share how far into its own words the name stands, from 0 to 1
   */
  find(name: string, words: string, share: number): Range | undefined {
    const wanted = this.#contentOf(name).map(({ sounds }) => sounds);
    // One consonant sounds like half of all words.
    if (this.consonantsOf(name) < 2 || wanted.some((sounds) => sounds.length === 0)) {
      return undefined;
    }
    const written = this.#words(words);
    let best: (Range & { readonly distance: number }) | undefined;
    for (let index = 0; index + wanted.length <= written.length; index += 1) {
      const some = written.slice(index, index + wanted.length);
      const isSame = some.every(
        ({ sounds, start }, at) =>
          sounds.some((sound) => wanted[at]?.includes(sound) === true) &&
          (at === 0 || joins(words, some[at - 1]?.end ?? 0, start)),
      );
      const [first, last] = [some[0], some.at(-1)];
      if (!isSame || !first || !last) continue;
      const [start, end] = [first.start, last.end];
      const gap = vowelGap(name, words.slice(start, end));
      if (gap === undefined) continue;
      const distance = gap + Math.abs(start / words.length - share);
      if (best === undefined || distance < best.distance) best = { start, end, distance };
    }
    return best && { start: best.start, end: best.end };
  }

  /** How many consonants a name has, without its articles: few are little evidence. */
  consonantsOf(name: string): number {
    return this.#contentOf(name).reduce((sum, { sounds: [first = ''] }) => sum + first.length, 0);
  }

  /** Whether a word of some words sounds like one of others in another script. */
  share(some: string, others: string): boolean {
    const sounds = this.#contentOf(others)
      .flatMap(({ sounds: heard }) => heard)
      .filter((sound) => sound.length > 1);
    return this.#contentOf(some).some(({ sounds: heard }) =>
      heard.some((sound) => sounds.includes(sound)),
    );
  }

  /** The words of a name without articles in Latin letters. */
  #contentOf(name: string): Sounded[] {
    return this.#words(name).filter(
      ({ start, end }) => articleSound(keyOf(name.slice(start, end))) === undefined,
    );
  }

  #words(words: string): Sounded[] {
    const found: Sounded[] = [];
    divide(words, (start, end) => {
      const written = words.slice(start, end);
      let sounds = this.#sounds.get(written);
      if (!sounds) this.#sounds.set(written, (sounds = skeletonsOf(written)));
      found.push({ start, end, sounds });
    });
    return found;
  }
}

const LONG: readonly (readonly [RegExp, string])[] = [
  [/[āâ]/, 'ا'],
  [/[īî]/, 'ي'],
  [/[ūû]/, 'و'],
];

/**
 * By how many letters for long vowels Arabic words have more than a scholarly romanisation; 0 where
 * nothing is told. Undefined for one word that lacks one of them: Arabic writes them.
 */
function vowelGap(name: string, written: string): number | undefined {
  const long = (
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[āīūâîû]/g) ?? []
  ).map((letter) => LONG.find(([pattern]) => pattern.test(letter))?.[1] ?? '');
  if (long.length === 0 || scriptOf(written) !== 'Arab') return 0;
  const vowels = [
    ...written
      .replaceAll(/\u064Bا|ا\u064B/g, '')
      .replaceAll(/(?<=^|\s)[وفبك]?(?:ال|لل)(?=\S\S)/g, '')
      .replaceAll('آ', 'ا')
      .replaceAll('ى', 'ا')
      .matchAll(/[اوي]/g),
  ].map(([letter]) => letter);
  let at = 0;
  for (const vowel of vowels) if (vowel === long[at]) at += 1;
  return at < long.length && !written.includes(' ')
    ? undefined
    : Math.abs(long.length - vowels.length);
}

function joins(words: string, from: number, to: number): boolean {
  const gap = gapBetween(words, from, to);
  return gap === 'space' || gap === 'hyphen';
}

/** What the letters that Arabic writes before words sound like at the beginning of a name. */
const SOUNDS_OF_CLITICS: ReadonlyMap<string, string> = new Map([
  ['و', 'wvou'],
  ['ف', 'fpv'],
  ['ب', 'bp'],
  ['ك', 'kcqgx'],
  ['ل', 'l'],
]);

/**
 * The form under which a name would be listed, of several in which it was written: the one that most
 * of them can be, with what may stand before an Arabic or Hebrew word taken off where others show it,
 * or where the name in Latin letters begins with another sound.
 */
export function listedForm(forms: ReadonlyMap<string, number>, name = ''): string | undefined {
  const votes = new Map<string, number>();
  const vote = (form: string, count: number): void => {
    votes.set(form, (votes.get(form) ?? 0) + count);
  };
  const [, first = ''] = /^(?:[ae]\p{L}{1,2}[- ])?\P{L}*(\p{L})/u.exec(fold(name)) ?? [];
  const hasArticle = /^[ae]\p{L}{1,2}[- ]/iu.test(name);
  for (const [form, count] of forms) {
    const sounds = SOUNDS_OF_CLITICS.get(form.charAt(0));
    const isOther = first !== '' && sounds !== undefined && !sounds.includes(first);
    vote(form, isOther ? 0 : count);
    for (const bare of withoutClitics(form)) {
      const asWell = hasArticle && bare.startsWith('ال') ? 1 / 4 : 0;
      vote(bare, (isOther ? count : count / 2) + asWell);
    }
  }
  return [...votes].sort(
    ([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1),
  )[0]?.[0];
}

function withoutClitics(form: string): string[] {
  const [word = '', ...others] = form.split(' ');
  const script = scriptOf(word);
  const divide = script === 'Arab' ? divideArabic : script === 'Hebr' ? divideHebrew : undefined;
  if (!divide || keyOf(word).length !== word.length) return [];
  return divide(keyOf(word)).map(({ word: bare, before }) => {
    const letters = word.slice(before);
    const shown = keyOf(letters) === bare ? letters : bare;
    return [shown, ...others].join(' ');
  });
}
