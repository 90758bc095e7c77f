import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changedFiles, fileStates } from './file-states.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diptych-states-'));
  for (const path of [
    'articles/letter/en.md',
    'articles/reply/en.md',
    '.git/HEAD',
    'archive.yaml',
  ]) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), 'words');
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('names what has come, gone or changed, in all folders', () => {
  const before = fileStates(folder);
  expect(changedFiles(before, fileStates(folder))).toEqual([]);
  writeFileSync(join(folder, 'archive.yaml'), 'more words');
  utimesSync(join(folder, 'articles/reply/en.md'), 1, 1);
  renameSync(join(folder, 'articles/letter'), join(folder, 'articles/a-letter'));
  writeFileSync(join(folder, '.git/HEAD'), 'another branch');
  expect(changedFiles(before, fileStates(folder)).sort()).toEqual([
    'archive.yaml',
    'articles/a-letter/en.md',
    'articles/letter/en.md',
    'articles/reply/en.md',
  ]);
});
