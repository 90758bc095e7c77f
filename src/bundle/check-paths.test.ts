import { expect, test } from 'vitest';
import { checkPaths } from './check-paths.ts';

function codes(name: string, files: readonly string[]): string[] {
  return checkPaths(name, files).map(({ file, code }) => `${file} ${code}`);
}

test('files that differ only in capital letters or in how a letter is composed are named', () => {
  expect(codes('a', ['x/photo.png', 'x/Photo.PNG', 'y/photo.png'])).toEqual([
    'x/Photo.PNG offline-same-path',
  ]);
  expect(codes('a', ['x/é.png', 'x/e\u0301.png'])).toEqual(['x/e\u0301.png offline-same-path']);
});

test('a path is long where it may not be unpacked, and impossible where no place is short enough', () => {
  const of = (length: number): string => `articles/${'a'.repeat(length - 'arch/articles/'.length)}`;
  expect(codes('arch', [of(179)])).toEqual([]);
  expect(codes('arch', [of(180)])).toEqual([`${of(180)} offline-long-path`]);
  expect(codes('arch', [of(256)])).toEqual([`${of(256)} offline-long-path`]);
  expect(codes('arch', [of(257)])).toEqual([`${of(257)} offline-impossible-path`]);
});

test('of each folder the longest path is named', () => {
  const folder = `articles/${'a'.repeat(180)}/`;
  expect(codes('a', [`${folder}b`, `${folder}bbb`, `${folder}bb`])).toEqual([
    `${folder}bbb offline-long-path`,
  ]);
});
