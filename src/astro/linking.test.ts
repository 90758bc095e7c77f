import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linking } from './linking.ts';

let root: string;
let places: { from: string; to: string };
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'diptych-linking-'));
  places = { from: join(root, 'former'), to: join(root, 'next') };
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Makes so many files, four in a folder. */
function make(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const folder = `articles/${String(Math.floor(n / 4))}`;
    mkdirSync(join(places.from, folder), { recursive: true });
    writeFileSync(join(places.from, folder, `${String(n)}.html`), String(n));
    return `${folder}/${String(n)}.html`;
  });
}

test.each([3, 2000, 2001, 3700])('links all of %i files, few or many', async (count) => {
  const files = make(count);
  const { link, done } = linking(places);
  files.forEach(link);
  expect(await done()).toEqual([]);
  const apart = files.filter(
    (file) => statSync(join(places.from, file)).ino !== statSync(join(places.to, file)).ino,
  );
  expect(apart).toEqual([]);
});

test('copies what cannot be linked, and names it', async () => {
  const files = make(3700);
  const [first = '', last = ''] = [files[0], files.at(-2)];
  for (const file of [first, last]) {
    mkdirSync(join(places.to, file, '..'), { recursive: true });
    writeFileSync(join(places.to, file), 'something in its place');
  }
  const { link, done } = linking(places);
  files.forEach(link);
  expect(new Set(await done())).toEqual(new Set([first, last]));
  expect(readFileSync(join(places.to, last), 'utf8')).toBe('3698');
});

test.each([0, 2500, 3699])('fails where file %i of many is gone', async (n) => {
  const files = make(3700);
  rmSync(join(places.from, files[n] ?? ''));
  const { link, done, stop } = linking(places);
  await expect(async () => {
    files.forEach(link);
    await done();
  }).rejects.toThrow(/ENOENT/);
  // Whoever gives up stops the thread too, which may be at work on other files.
  stop();
  expect(existsSync(join(places.to, files[n] ?? ''))).toBe(false);
});

test('puts nothing in its place after it was stopped', async () => {
  const files = make(6000);
  const { link, stop } = linking(places);
  files.forEach(link);
  stop();
  stop();
  rmSync(places.to, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(existsSync(places.to)).toBe(false);
});
