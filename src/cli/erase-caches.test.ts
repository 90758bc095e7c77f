import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '#astro/lock.ts';
import { holdCaches } from './erase-caches.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diptych-'));
  for (const path of ['archive/compiled/ab', 'archive/build/records', 'other/compiled']) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'words.json'), 'words');
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const work = () => ({
  content: '/nowhere',
  compiled: join(folder, 'archive/compiled'),
  own: join(folder, 'archive/retire'),
  build: join(folder, 'archive/retire/site'),
});

test('nothing that commands kept of the archive stays; other archives are left alone', () => {
  const caches = holdCaches(work());
  caches.erase();
  caches.release();
  expect(existsSync(join(folder, 'archive'))).toBe(false);
  expect(existsSync(join(folder, 'other/compiled/words.json'))).toBe(true);
});

test('a command that is at work on the archive is named, and nothing goes', () => {
  const release = takeLock(join(folder, 'archive/build/lock'), 'building the archive');
  expect(() => {
    holdCaches(work());
  }).toThrow(/is building the archive/);
  release();
  expect(existsSync(join(folder, 'archive/compiled/ab/words.json'))).toBe(true);
});
