import { expect, test } from 'vitest';
import { Candidates } from './candidates.ts';

function cell(lang: string, words: string, named: readonly string[] = []) {
  const ranges = named.map((form) => {
    const start = words.indexOf(form);
    return { start, end: start + form.length };
  });
  return { lang, words, named: ranges, file: `${lang}.md`, line: 9 };
}

test('a name that no entity holds is proposed with its counterpart from the facing paragraph', () => {
  const candidates = new Candidates();
  candidates.add('one', [
    cell('en', 'The type came from Milan to Būlāq in 1821.', ['Būlāq']),
    cell('ar', 'وصلت الحروف من ميلانو إلى بولاق سنة ١٨٢١.', ['بولاق']),
  ]);
  candidates.add('two', [
    cell('en', 'It was cast in Milan’s foundry on a Monday.'),
    cell('ar', 'سُبكت في مسبك بميلانو يوم اثنين.'),
  ]);
  expect(candidates.list()).toEqual([
    {
      names: { en: 'Milan', ar: 'ميلانو' },
      ...{ variants: [], places: 2, articles: 2, isPlace: true },
      first: { file: 'en.md', line: 9 },
    },
  ]);
});

test('what begins a sentence is no name unless it is one elsewhere', () => {
  const candidates = new Candidates();
  candidates.add('one', [
    cell('en', 'Presses came first. Presses need presses, said Nimr. Nimr knew.'),
  ]);
  expect(candidates.list().map(({ names }) => names.en)).toEqual(['Nimr']);
});

test('where a script has no capitals, words that keep company are proposed', () => {
  const candidates = new Candidates();
  for (const words of [
    'صدرت في جبل لبنان صحيفة',
    'وفي جبل لبنان مطبعة',
    'عاد إلى جبل لبنان مساء',
    'زار جبل لبنان مرارًا',
  ]) {
    candidates.add(words, [cell('ar', words)]);
  }
  expect(candidates.list().map(({ names }) => names.ar)).toEqual(['جبل لبنان']);
});

test('languages, adjectives of countries and headlines are no candidates', () => {
  const candidates = new Candidates();
  candidates.add('one', [cell('en', 'The Printers Of Aleppo Leave Their Town')]);
  candidates.add('two', [
    cell('en', 'In Aleppo an Egyptian printer set Arabic type; others near Aleppo read French.'),
  ]);
  expect(candidates.list().map(({ names }) => names.en)).toEqual(['Aleppo']);
});

test('a short name has the counterpart that stands in most of the paragraphs it faces', () => {
  const candidates = new Candidates();
  for (const [en, ar] of [
    ['The road to Fano is long.', 'الطريق إلى فانو طويل.'],
    ['He came from Fano.', 'أتى من فانو.'],
    ['They saw Rome once.', 'رأوا المدينة مرة.'],
    ['Then Rome was far.', 'وكانت رامة بعيدة.'],
    ['To Rome he went.', 'ذهب إلى هناك.'],
  ] as const) {
    candidates.add(en, [cell('en', en), cell('ar', ar)]);
  }
  expect(candidates.list().map(({ names }) => names)).toEqual([
    { en: 'Rome' },
    { en: 'Fano', ar: 'فانو' },
  ]);
});

test('a country has its own name for a counterpart, however it sounds', () => {
  const candidates = new Candidates();
  candidates.add('one', [cell('en', 'He lived in Egypt.'), cell('ar', 'عاش في مصر.')]);
  expect(candidates.list()).toMatchObject([{ names: { en: 'Egypt', ar: 'مصر' }, isPlace: true }]);
});

test('of words with the same consonants the one with the long vowels of the name is taken', () => {
  const candidates = new Candidates();
  candidates.add('one', [
    cell('en', 'In that century the Qurʾān was printed.'),
    cell('ar', 'في ذلك القرن طُبع القرآن.'),
  ]);
  expect(candidates.list().map(({ names }) => names)).toEqual([{ en: 'Qurʾān', ar: 'القرآن' }]);
});

test('what stands before an Arabic word is taken off where the name begins with another sound', () => {
  const candidates = new Candidates();
  candidates.add('one', [
    cell('en', 'A source told al-Mayadeen.'),
    cell('ar', 'قال مصدر للميادين.'),
  ]);
  for (const article of ['two', 'three']) {
    candidates.add(article, [
      cell('en', 'The town is near Harir.'),
      cell('ar', 'البلدة قرب أربيل وحرير.'),
    ]);
  }
  expect(candidates.list().map(({ names }) => names.ar)).toEqual(['حرير', 'الميادين']);
});

test('spellings that face the same name are one candidate', () => {
  const candidates = new Candidates();
  for (const [article, en] of [
    ['one', 'They lived in Dayr az-Zūr then.'],
    ['two', 'They lived in Deir Ezzor then.'],
  ] as const) {
    candidates.add(article, [cell('en', en), cell('ar', 'سكنوا دير الزور يومئذ.')]);
  }
  expect(candidates.list()).toMatchObject([
    { names: { en: 'Dayr az-Zūr', ar: 'دير الزور' }, variants: ['Deir Ezzor'] },
  ]);
});

test('words that keep company are no name where they face none', () => {
  const candidates = new Candidates();
  for (const number of [1, 2, 3, 4]) {
    candidates.add(String(number), [
      cell('en', 'The Badr Press of the nineteenth century.'),
      cell('ar', 'مطبعة بدر في القرن التاسع عشر.'),
    ]);
  }
  expect(candidates.list().map(({ names }) => names)).toEqual([
    { en: 'Badr Press', ar: 'مطبعة بدر' },
  ]);
});
