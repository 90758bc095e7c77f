import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completed, lockfile, missingEntries } from './lockfile.ts';

const root = new URL('../', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, root), 'utf8'));

test('package-lock.json lacks no package of any platform', () => {
  expect([...missingEntries(lockfile.parse(read('package-lock.json'))).keys()]).toEqual([]);
});

test('package-lock.json names no host', () => {
  expect(readFileSync(new URL('package-lock.json', root), 'utf8')).not.toContain('"resolved"');
});

test('adds what is missing, and what is there in another version beside its dependent', () => {
  const lock = lockfile.parse({
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', optionalDependencies: { '@a/win32-x64': '1.0.0' } },
      'node_modules/b': { version: '2.0.0', optionalDependencies: { '@a/win32-x64': '2.0.0' } },
    },
  });
  const missing = missingEntries(lock);
  expect(Object.fromEntries(missing)).toEqual({
    'node_modules/@a/win32-x64': { version: '1.0.0', optional: true, os: ['win32'], cpu: ['x64'] },
    'node_modules/b/node_modules/@a/win32-x64': {
      version: '2.0.0',
      optional: true,
      os: ['win32'],
      cpu: ['x64'],
    },
  });
  expect(missingEntries(completed(lock)).size).toBe(0);
});
