import { expect, test } from 'vitest';
import { filingLetter, filingName } from './alphabet.ts';

test.each([
  ['العامري', 'ع'],
  ['أحمد فارس الشدياق', 'ا'],
  ['الأهرام', 'ا'],
  ['آل البستاني', 'ا'],
  ['ال البستاني', 'ا'],
  ['الـ BBC', 'ا'],
  ['al-ʿĀmirī', 'A'],
  ['Al-Jawāʾib', 'J'],
  ['aš-Šidyāq', 'S'],
  ['ash-Shidyaq', 'S'],
  ['al Ahram', 'A'],
  ['The Times', 'T'],
  ['Āl Bustānī', 'B'],
  ['Istanbul', 'I'],
  ['Édouard', 'E'],
  ['An-Nahar', 'N'],
  ['Ad Hoc Committee', 'A'],
  ['« Les Débats »', 'D'],
  ['הארץ', 'ה'],
])('%s is filed under %s', (name, letter) => {
  expect(filingLetter(name)).toBe(letter);
});

test('what is left of a name keeps its marks', () => {
  expect(filingName('al-ʿĀmirī')).toBe('Āmirī');
});
