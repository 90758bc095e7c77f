import { expect, test } from 'vitest';
import { nameKeys } from '#text/name-key.ts';
import { keysOfTyped } from './query.ts';

test.each([
  ['U.S.', 'US'],
  ['u.s.', 'US'],
  ['US', 'U.S.'],
  ['U.S.A.', 'USA'],
  ['U.S.A', 'USA'],
  ['U.A.E.', 'UAE'],
  ['P.L.O.', 'PLO'],
  ['م.ت.ف.', 'م.ت.ف'],
])('%s finds the entity that is listed as %s', (typed, listed) => {
  const keys = nameKeys(listed);
  expect(keysOfTyped(typed).some((key) => keys.includes(key))).toBe(true);
});

test.each(['us', 'Us', 'A', 'A.', 'to', 'لم'])('%s asks for no name', (typed) => {
  expect(keysOfTyped(typed)).toEqual([]);
});
