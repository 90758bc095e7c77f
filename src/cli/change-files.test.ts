import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeFiles, finishChanges } from './change-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diptych-'));
  mkdirSync(join(folder, 'articles/letter'), { recursive: true });
  writeFileSync(join(folder, 'articles/letter/ar.md'), 'one');
  writeFileSync(join(folder, 'redirects.yaml'), 'two');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

test('writes, replaces and removes files together, and the folders that become empty', async () => {
  await changeFiles(
    folder,
    new Map([
      ['articles/letter/ar.md', null],
      ['articles/note/ar.md', 'one'],
      ['redirects.yaml', 'TWO'],
    ]),
  );
  expect(read('articles/note/ar.md')).toBe('one');
  expect(read('redirects.yaml')).toBe('TWO');
  expect(readdirSync(folder).sort()).toEqual(['articles', 'redirects.yaml']);
  expect(readdirSync(join(folder, 'articles'))).toEqual(['note']);
});

test('where one file cannot be changed, none is', async () => {
  chmodSync(join(folder, 'redirects.yaml'), 0o444);
  const changes = new Map([
    ['articles/letter/ar.md', 'ONE'],
    ['redirects.yaml', 'TWO'],
  ]);
  await expect(changeFiles(folder, changes)).rejects.toThrow(/read-only/);
  expect(read('articles/letter/ar.md')).toBe('one');
  expect(existsSync(join(folder, '.changing'))).toBe(false);
});

test('nothing is written through a symbolic link', async () => {
  symlinkSync(tmpdir(), join(folder, 'history'));
  const changes = new Map([['history/editions/1.txt', 'edition 1']]);
  await expect(changeFiles(folder, changes)).rejects.toThrow(/symbolic link/);
});

test('what was ended in the middle is ended; what was not ready is swept away', async () => {
  const files = join(folder, '.changing/files');
  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, 'redirects.yaml'), 'TWO');
  await finishChanges(folder);
  expect(read('redirects.yaml')).toBe('two');

  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, 'redirects.yaml'), 'TWO');
  writeFileSync(join(folder, '.changing/ready.json'), '["articles/letter/ar.md"]');
  await finishChanges(folder);
  expect(read('redirects.yaml')).toBe('TWO');
  expect(readdirSync(folder)).toEqual(['redirects.yaml']);
});
