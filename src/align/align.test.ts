import { expect, test } from 'vitest';
import { align } from './align.ts';
import { AnchorReader } from './anchors.ts';
import { rate } from './rate.ts';

const ENGLISH = [
  'The press at Būlāq began to print in 1822 and printed 243 books in its first 20 years.',
  'Its type was cut in Milan by students whom the governor had sent there.',
  'Who read these books? Officers, physicians and the students of the new schools, above all.',
  'On Monday, 3 December 1828, the first issue of its gazette appeared in Cairo.',
];
const ARABIC = [
  'بدأت مطبعة بولاق عملها سنة ١٨٢٢ وطبعت ٢٤٣ كتاباً في أعوامها العشرين الأولى (٢٠ عاماً).',
  'وقد صُبّت حروفها في ميلانو على أيدي طلاب أوفدهم الوالي إليها.',
  'فمن قرأ تلك الكتب؟ إنهم الضباط والأطباء وطلاب المدارس الجديدة قبل غيرهم.',
  'وصدر العدد الأول من جريدتها في القاهرة يوم الاثنين ٣ كانون الأول ١٨٢٨.',
];

const features = (paragraphs: readonly string[], lang: string, reader: AnchorReader) =>
  reader.featuresOf(
    paragraphs.map((plain) => ({ kind: 'paragraph', plain })),
    lang,
    true,
  );
const aligned = (left: readonly string[], right: readonly string[], known = {}) => {
  const reader = new AnchorReader();
  const { beads } = align(features(left, 'en', reader), features(right, 'ar', reader), known);
  return beads.map((bead) => `${bead.left.join('+')}=${bead.right.join('+')}`);
};

test('pairs paragraphs by what they say, not by their places', () => {
  expect(aligned(ENGLISH, ARABIC)).toEqual(['0=0', '1=1', '2=2', '3=3']);
  expect(aligned(ENGLISH.slice(1), ARABIC)).toEqual(['=0', '0=1', '1=2', '2=3']);
  expect(aligned(ENGLISH, [...ARABIC.slice(0, 2), ...ARABIC.slice(3)])).toEqual([
    ...['0=0', '1=1', '2=', '3=2'],
  ]);
});

test('finds a paragraph that renders two', () => {
  const [first = '', second = '', ...others] = ARABIC;
  expect(aligned(ENGLISH, [`${first} ${second}`, ...others])).toEqual(['0+1=0', '2=1', '3=2']);
});

test('holds on to links that are known, even where they cross', () => {
  const links = [{ left: 0, right: 1 }];
  expect(aligned(ENGLISH, ARABIC, { links })).toEqual(
    expect.arrayContaining(['0=1', '2=2', '3=3']),
  );
  const crossing = [...links, { left: 1, right: 0 }];
  expect(aligned(ENGLISH, ARABIC, { links: crossing })).toEqual(
    expect.arrayContaining(['0=1', '1=0', '2=2', '3=3']),
  );
});

test('an empty text has no counterparts', () => {
  expect(aligned([], ARABIC.slice(0, 2))).toEqual(['=0', '=1']);
  expect(aligned([], [])).toEqual([]);
});

test('long texts are searched in a band, and a long insertion does not lead out of it', () => {
  const many = (from: number, to: number, word: string) =>
    Array.from({ length: to - from }, (_, n) => `${word} ${String(from + n)}: ${'x'.repeat(40)}`);
  const left = many(0, 500, 'Number');
  const right = [...many(0, 200, 'عدد'), ...many(5000, 5080, 'عدد'), ...many(200, 500, 'عدد')];
  const beads = aligned(left, right);
  expect(beads).toContain('0=0');
  expect(beads).toContain('199=199');
  expect(beads).toContain('200=280');
  expect(beads).toContain('499=579');
});

test('every paragraph is in one bead', () => {
  const reader = new AnchorReader();
  for (const [a, b] of [
    [4, 1],
    [0, 3],
    [2, 4],
  ] as const) {
    const { beads } = align(
      features(ENGLISH.slice(0, a), 'en', reader),
      features(ARABIC.slice(0, b), 'ar', reader),
    );
    expect(beads.flatMap(({ left }) => left)).toEqual([...Array(a).keys()]);
    expect(beads.flatMap(({ right }) => right)).toEqual([...Array(b).keys()]);
    for (const { probability } of beads) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
  }
});

test('texts that have nothing to do with each other have no sure pairs', () => {
  const reader = new AnchorReader();
  const alignment = align(
    features(['The mill stood by the river until the year of the flood.'], 'en', reader),
    features(['نعم.'], 'ar', reader),
  );
  expect(alignment.beads.map((bead) => rate(bead, alignment))).not.toContain('sure');
});
