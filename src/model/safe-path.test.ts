import { expect, test } from 'vitest';
import { safePath } from './safe-path.ts';

test('a path that is safe stays as it is', () => {
  for (const path of [
    'articles/1868/a-letter/index.html',
    '.diptych-site.json',
    'a/صورة.png',
    '',
  ]) {
    expect(safePath(path)).toBe(path);
  }
});

test.each([
  ['entities/con/index.html', 'entities/con_/index.html'],
  ['articles/aux/com1/NUL.png', 'articles/aux_/com1_/NUL_.png'],
  ['articles/console/nullity.png', 'articles/console/nullity.png'],
  ['old/2011:05/letter?.html', 'old/2011_3a_05/letter_3f_.html'],
  ['pictures/end./with space ', 'pictures/end_2e_/with space_20_'],
])('%s becomes %s', (path, safe) => {
  expect(safePath(path)).toBe(safe);
});
