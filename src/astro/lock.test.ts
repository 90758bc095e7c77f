import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isHeld, LockedError, takeLock } from './lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diptych-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a lock is held by one, until it is given back', () => {
  const release = takeLock(path, 'building');
  expect(() => takeLock(path, 'serving')).toThrow(LockedError);
  expect(isHeld(path)).toBe(true);
  release();
  release();
  expect(existsSync(path)).toBe(false);
  expect(isHeld(path)).toBe(false);
  takeLock(path, 'serving')();
});

test('says who holds it', () => {
  const release = takeLock(path, 'building the archive');
  expect(() => takeLock(path, 'serving')).toThrow(
    `Process ${String(process.pid)} is building the archive.`,
  );
  release();
});

test('the lock of a process that has ended is free', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(path, JSON.stringify({ pid, began: 'some time', doing: 'building' }));
  expect(isHeld(path)).toBe(false);
  takeLock(path, 'building')();
});

test('a process that got the number of one that ended does not hold its lock', () => {
  writeFileSync(path, JSON.stringify({ pid: process.pid, began: 'before', doing: 'building' }));
  takeLock(path, 'building')();
});

test('a lock that was never written out is free', () => {
  writeFileSync(path, '');
  takeLock(path, 'building')();
});
