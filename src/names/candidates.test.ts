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
