import { fold } from './fold.ts';
import { letterTable } from './letter-table.ts';
import { pressSpelling } from './press.ts';
import { scriptOf } from './script.ts';

/**
 * The sounds of consonants, coarsely: what a name keeps when it is written in another script. Vowels
 * and what is often silent or left out have none.
 */
const LETTERS = letterTable({
  b: 'bpبپבбпπ',
  t: 'tتثطטתтθτ',
  g: 'gjجغגгґγ',
  h: 'hحهהח',
  k: 'kqcخقكכקкхκχ',
  ks: 'xξ',
  d: 'dدذضדдδ',
  r: 'rرרрρ',
  z: 'zزظژזжзζ',
  s: 'sچسشصסצשсцчшщσ',
  f: 'fvفڤפвфβφ',
  l: 'lلלлλ',
  m: 'mمמмμ',
  n: 'nنנнν',
  bs: 'ψ',
});

/** What stands before a word and is written with it: “and”, “in”, “for”, the article. */
const ARABIC_BEFORE = /^[وف]?(?:[بكل]?ال|لل|[بكل])(?=...)|^[وف](?=...)/;
const HEBREW_BEFORE = /^ו?[הבלמשכ]{1,2}(?=...)|^ו(?=...)/;

/**
 * The consonants of a word as they are heard in any script (`Būlāq`, `Boulak`, `بولاق`: `blk`), each
 * way to read it once: with and without what may stand before an Arabic or Hebrew word. Empty where
 * fewer than two consonants are left, and for scripts that do not write consonants.
 *
 * @param script that of the word, where it is known already
 * @param folded the word, folded, where that is known already
 */
export function skeletonsOf(word: string, script = scriptOf(word), folded = fold(word)): string[] {
  if (script === undefined) return [];
  const readings = script === 'Latn' ? [soundsOfLatin(word)] : readingsOf(folded);
  return [...new Set(readings)].filter((reading) => reading.length >= 2);
}

/** A folded Arabic or Hebrew word without what may stand before it and is written with it. */
export function withoutBefore(folded: string): string {
  return folded.replace(ARABIC_BEFORE, '').replace(HEBREW_BEFORE, '');
}

function readingsOf(folded: string): string[] {
  const bare = withoutBefore(folded);
  const readings = bare === folded ? [bare] : [bare, folded];
  return readings.map(skeleton);
}

function soundsOfLatin(word: string): string {
  // The press writes `zh` for ž, but in `Azhar` both are heard.
  const sounds = fold(pressSpelling(word.replaceAll(/ž/gi, 'z')))
    .replaceAll('ph', 'f')
    .replaceAll(/([kgdt])h/g, '$1')
    .replaceAll(/sh|ch|c(?=[eiy])/g, 's');
  return skeleton(sounds);
}

/** A long vowel is a consonant at the beginning only; an `h` at the end is not heard. */
function skeleton(word: string): string {
  const first = /^[wوו]./.test(word) ? 'w' : /^[yיي]./.test(word) ? 'y' : '';
  let sounds = '';
  for (const letter of word) sounds += LETTERS[letter] ?? '';
  const end = sounds.endsWith('h') ? sounds.length - 1 : sounds.length;
  let heard = first;
  for (let index = 0; index < end; index += 1) {
    // A doubled letter is one.
    if (index === 0 || sounds[index] !== sounds[index - 1]) heard += sounds[index] ?? '';
  }
  return heard;
}
