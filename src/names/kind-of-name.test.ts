import { expect, test } from 'vitest';
import { kindOfName } from './kind-of-name.ts';

test.each([
  ['Nasif al-Yaziji', 'person'],
  ['American Mission Press', 'organisation'],
  ['Ministry of Education', 'organisation'],
  ['Société asiatique', 'organisation'],
  ['Red Sea', 'place'],
  ['Mount Lebanon', 'place'],
  ['UNESCO', 'organisation'],
  ['Pressburg Nemeth', 'person'],
])('%s is taken for a %s', (name, kind) => {
  expect(kindOfName(name)).toBe(kind);
});
