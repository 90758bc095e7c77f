import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkIndexVersion, checkPagefind, PAGEFIND_VERSION } from './pagefind-version.ts';

test('the version that is installed is the one whose format is known, and package.json pins it', () => {
  expect(() => {
    checkPagefind();
  }).not.toThrow();
  const manifest = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ dependencies: { pagefind: PAGEFIND_VERSION } });
});

test('another Pagefind is refused, with what to do', () => {
  expect(() => {
    checkPagefind('1.7.0');
  }).toThrow(/Pagefind 1\.7\.0 is installed.*1\.6\.0.*npm ci/);
});

test('an index of another version is refused, and named', () => {
  expect(() => {
    checkIndexVersion('1.5.2', 'The index en_1');
  }).toThrow(/The index en_1 was written by Pagefind 1\.5\.2.*PAGEFIND_BINARY_PATH/);
});
