import { withoutServantsCase } from './servant.ts';

/** So many keys a name has at most: each `e`, `q`, `gh` and `aw` can be read in two ways. */
const MOST_KEYS = 12;

/** What romanisations write in two ways: each alternative makes a key of its own. */
const READINGS: readonly (readonly [RegExp, readonly [string, string]])[] = [
  // Persian has one sound for both, and half of the Arab world says g for q.
  [/G/, ['g', 'k']],
  [/Q/, ['k', 'g']],
  // `Zawr` in scholarly spelling is `Zor` or `Zour` in the press.
  [/W/, ['au', 'u']],
  // French and Persian `e` stand for a short i or a short a.
  [/e/, ['i', 'a']],
];

/** From press spelling to classes of sounds, in this order; capitals are read in two ways. */
const SOUNDS = Object.entries({
  'sch|sh|tch|ch|c(?=[eiy])': 's',
  ph: 'f',
  // French writes `gu` for a hard g, as in `Naguib`.
  'd?j|gu(?=[eiy])': 'g',
  dh: 'd',
  th: 't',
  gh: 'G',
  q: 'Q',
  'kh|ck|c': 'k',
  x: 'ks',
  p: 'b',
  v: 'w',
  '(?<![^aeiou])ou(?=[aeiy])': 'w',
  'o[ou]|uw|ow(?![aeiu])': 'u',
  o: 'u',
  wu: 'u',
  '[ae][iy]+': 'A',
  'a[uw](?![aeiu])': 'W',
  'ee|ie(?!h?$)|iy(?![aeiu])|ii': 'i',
  'iy+(?=[aeu])': 'i',
  'y(?![aeiuA])|(?<=[b-df-hj-np-tvwxzGQ])y': 'i',
  '[ae]h?$': 'a',
  h$: '',
  A: 'ai',
}).map(([pattern, instead]) => [new RegExp(pattern, 'g'), instead] as const);

/**
 * Keys of a romanised name: what is spelled in different ways by scholars, newspapers and readers has
 * a key in common. Consonants count by what romanisations confuse, vowels by class, doubled letters
 * once, spaces not at all. At most twelve; the first is that of the likeliest reading.
 *
 * @param words folded, in press spelling, without articles
 */
export function romanisedKeys(words: readonly string[]): string[] {
  const sounds = words.map((word) =>
    SOUNDS.reduce(
      (sound, [pattern, instead]) => sound.replaceAll(pattern, instead),
      withoutServantsCase(word),
    ),
  );
  const whole = sounds
    .join('')
    .replaceAll(/(.)\1+/g, '$1')
    .replace(/[aeiu]la$/, 'ala');
  let keys = [whole];
  for (const [pattern, [one, other]] of READINGS) {
    for (let round = 0; round < 3 && keys.some((key) => pattern.test(key)); round += 1) {
      keys = keys.flatMap((key) =>
        pattern.test(key) ? [key.replace(pattern, one), key.replace(pattern, other)] : [key],
      );
    }
  }
  const even = keys.map((key) => key.replaceAll('e', 'i').toLowerCase());
  return [...new Set(even.map((key) => key.replaceAll(/(.)\1+/g, '$1')))].slice(0, MOST_KEYS);
}
