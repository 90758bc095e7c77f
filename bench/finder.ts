import type { EntityId } from '#model/ids.ts';
import { Finder } from '#names/finder.ts';
import type { NameForm } from '#names/forms.ts';

/*
 * How fast names are found: 12,000 names of two and three words in two scripts, in texts that are
 * made of the words of a small vocabulary, each hundredth one a name. Prints characters a second.
 */

const NAMES = 12_000;
const TEXTS = 2_000;
const WORDS_A_TEXT = 800;

const dice = diceFrom(7);
const latin = vocabulary('bcdfghklmnrstwyz', 'aeiouāīū', 30_000);
const arabic = vocabulary('بتثجحخدذرزسشصضطعغفقكلمن', 'اويى', 30_000);
const forms = [...namesOf(latin, NAMES / 2, 'l'), ...namesOf(arabic, NAMES / 2, 'a')];

const start = process.cpuUsage();
const finder = new Finder(forms);
const built = secondsSince(start);

let [characters, mentions, seconds] = [0, 0, 0];
for (let number = 0; number < TEXTS; number += 1) {
  const isArabic = number % 2 === 1;
  const text = textOf(isArabic ? arabic : latin, isArabic);
  const before = process.cpuUsage();
  mentions += finder.scan(text, isArabic ? 'ar' : 'en').length;
  seconds += secondsSince(before);
  characters += text.length;
}
const speed = characters / seconds / 1_000_000;
process.stdout.write(
  `${String(NAMES)} names: list read in ${built.toFixed(2)} s; ${(characters / 1e6).toFixed(1)} million characters, ` +
    `${String(mentions)} places, ${seconds.toFixed(2)} s: ${speed.toFixed(1)} million characters a second\n`,
);

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

function diceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function pick(from: readonly string[] | string): string {
  return from[Math.floor(dice() * from.length)] ?? '';
}

function vocabulary(consonants: string, vowels: string, size: number): string[] {
  return Array.from({ length: size }, () => {
    const syllables = 1 + Math.floor(dice() * 3);
    return Array.from(
      { length: syllables },
      () => pick(consonants) + pick(vowels) + pick(consonants),
    ).join('');
  });
}

function namesOf(words: readonly string[], count: number, prefix: string): NameForm[] {
  return Array.from({ length: count }, (_, index) => ({
    entity: `${prefix}${String(Math.floor(index / 3))}` as EntityId,
    name: Array.from({ length: 2 + (index % 2) }, () => capitalised(pick(words))).join(' '),
    kind: 'full',
  }));
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Words as a natural text repeats them: few often, many seldom (Zipf). */
function textOf(words: readonly string[], isArabic: boolean): string {
  return Array.from({ length: WORDS_A_TEXT }, (_, index) => {
    if (index % 100 === 99) return forms[Math.floor(dice() * forms.length)]?.name ?? '';
    const word = words[Math.floor(words.length ** dice()) - 1] ?? '';
    const before = isArabic && index % 7 === 0 ? 'و' : '';
    return `${before}${word}${index % 15 === 14 ? '.' : ''}`;
  }).join(' ');
}
