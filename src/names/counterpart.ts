import { divideArabic, divideHebrew } from '#text/clitics.ts';
import { articleSound } from '#text/clitics.ts';
import { scriptOf } from '#text/script.ts';
import { skeletonsOf } from '#text/skeleton.ts';
import { divide, gapBetween } from './divide.ts';
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

  /** Where words of another script sound like a name; undefined where none do. */
  find(name: string, words: string): { readonly start: number; readonly end: number } | undefined {
    const wanted = this.#words(name)
      .filter(({ start, end }) => articleSound(keyOf(name.slice(start, end))) === undefined)
      .map(({ sounds }) => sounds);
    // What has too few consonants sounds like half of all words.
    const letters = wanted.reduce((sum, [first = '']) => sum + first.length, 0);
    if (letters < 3 || wanted.some((sounds) => sounds.length === 0)) return undefined;
    const written = this.#words(words);
    for (let index = 0; index + wanted.length <= written.length; index += 1) {
      const some = written.slice(index, index + wanted.length);
      const isSame = some.every(
        ({ sounds, start }, at) =>
          sounds.some((sound) => wanted[at]?.includes(sound) === true) &&
          (at === 0 || joins(words, some[at - 1]?.end ?? 0, start)),
      );
      const [first, last] = [some[0], some.at(-1)];
      if (isSame && first && last) return { start: first.start, end: last.end };
    }
    return undefined;
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

function joins(words: string, from: number, to: number): boolean {
  const gap = gapBetween(words, from, to);
  return gap === 'space' || gap === 'hyphen';
}

/**
 * The form under which a name would be listed, of several in which it was written: the one that most
 * of them can be, with what may stand before an Arabic or Hebrew word taken off where others show it.
 */
export function listedForm(forms: ReadonlyMap<string, number>): string | undefined {
  const votes = new Map<string, number>();
  const vote = (form: string, count: number): void => {
    votes.set(form, (votes.get(form) ?? 0) + count);
  };
  for (const [form, count] of forms) {
    vote(form, count);
    for (const bare of withoutClitics(form)) vote(bare, count / 2);
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
    const shown = bare.length === letters.length ? letters : bare;
    return [shown, ...others].join(' ');
  });
}
