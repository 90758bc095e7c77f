import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';
import { didYouMean, problem, sortProblems, wordingOf } from './problem.ts';
import { PROBLEMS } from './problems.ts';

test('finds the name that a mistyped one meant', () => {
  expect(nearest('titel', ['title', 'lede', 'lang'])).toBe('title');
  expect(nearest('translater', ['translator', 'transliteration'])).toBe('translator');
});

test('offers nothing where no name is near', () => {
  expect(nearest('colour', ['title', 'lede'])).toBeUndefined();
  expect(didYouMean('colour', ['title'], 'Remove it.')).toBe('Remove it.');
});

test('orders problems by file, line and code, each once', () => {
  const place = { file: 'b.md', line: 2 };
  const one = problem(place, 'no-paragraphs', {});
  const two = problem({ file: 'b.md', line: 1 }, 'no-contact', {});
  const three = problem({ file: 'a.md', line: 9 }, 'no-paragraphs', {});
  expect(sortProblems([one, two, one, three])).toEqual([three, two, one]);
});

test('fills a wording with the names it speaks of', () => {
  const found = problem({ file: 'a.md', line: 1 }, 'unknown-entity', {
    entity: 'badr',
    hint: 'Did you mean `badr-organisation`?',
  });
  expect(wordingOf(found)).toEqual({
    wrong: 'There is no entity `badr`.',
    remedy: 'Did you mean `badr-organisation`?',
  });
});

test('every wording is two sentences that end', () => {
  for (const [code, { wrong, remedy }] of Object.entries(PROBLEMS)) {
    expect(wrong, code).toMatch(/[.}]$/);
    expect(remedy, code).toMatch(/[.}]$/);
  }
});
