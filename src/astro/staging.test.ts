import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recover, type Staging, stagingFor, swap } from './staging.ts';

let folder: string;
let staging: Staging;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diptych-staging-'));
  staging = stagingFor(join(folder, 'site'), join(folder, 'work'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(place: string, words: string): void {
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'index.html'), words);
}

const out = (): string => readFileSync(join(staging.out, 'index.html'), 'utf8');
const isSwept = (): boolean =>
  [staging.build, staging.next, staging.former].every((place) => !existsSync(place));

test('the build takes the place of the former output', () => {
  write(staging.out, 'former');
  write(staging.build, 'new');
  swap(staging);
  expect(out()).toBe('new');
  expect(isSwept()).toBe(true);
});

test.each([
  ['while it was built', ['out', 'build'], 'former'],
  ['before the first rename', ['out', 'next'], 'former'],
  ['between the renames', ['former', 'next'], 'new'],
  ['before the former output was swept', ['out', 'former'], 'former'],
  ['with only the former output left', ['former'], 'former'],
] as const)('a build that was ended %s is put in order', (_, places, expected) => {
  for (const place of places) {
    write(staging[place], place === 'next' || place === 'build' ? 'new' : 'former');
  }
  recover(staging);
  expect(out()).toBe(expected);
  expect(isSwept()).toBe(true);
});
