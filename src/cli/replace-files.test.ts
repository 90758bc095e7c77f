import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFiles } from './replace-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diptych-'));
  writeFileSync(join(folder, 'ar.md'), 'one', { mode: 0o640 });
  writeFileSync(join(folder, 'en.md'), 'two');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('replaces files, keeps their permissions, and leaves nothing beside them', () => {
  replaceFiles(
    new Map([
      [join(folder, 'ar.md'), 'ONE'],
      [join(folder, 'en.md'), 'TWO'],
    ]),
  );
  expect(readFileSync(join(folder, 'ar.md'), 'utf8')).toBe('ONE');
  expect(readFileSync(join(folder, 'en.md'), 'utf8')).toBe('TWO');
  expect(statSync(join(folder, 'ar.md')).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(['ar.md', 'en.md']);
});

test('where one cannot be replaced, none is', () => {
  chmodSync(join(folder, 'en.md'), 0o444);
  const changes = new Map([
    [join(folder, 'ar.md'), 'ONE'],
    [join(folder, 'en.md'), 'TWO'],
  ]);
  expect(() => {
    replaceFiles(changes);
  }).toThrow(/read-only/);
  expect(readFileSync(join(folder, 'ar.md'), 'utf8')).toBe('one');
  expect(readdirSync(folder)).toEqual(['ar.md', 'en.md']);
});
