import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { CompileCache } from '#compile/cache.ts';
import { PROBLEMS } from '#model/problems.ts';
import { type Problem, wordingOf } from '#model/problem.ts';
import { loadArchive } from '../src/pipeline.ts';
import { readExample } from './archive-in-a-file.ts';

const folder = join(import.meta.dirname, 'problems');
const examples = globSync('*.txt', { cwd: folder }).sort();

/** A cache that keeps nothing: every example is compiled. */
const NO_CACHE: CompileCache = {
  key: () => '',
  get: () => Promise.resolve(undefined),
  has: () => false,
  put: () => Promise.resolve(),
  keepOnly: () => Promise.resolve(),
};

/** What is found in each example; several tests ask for it. */
const found = new Map<string, Promise<readonly Problem[]>>();

function problemsOf(file: string): Promise<readonly Problem[]> {
  let problems = found.get(file);
  if (!problems) found.set(file, (problems = load(file)));
  return problems;
}

async function load(file: string): Promise<readonly Problem[]> {
  const { files } = readExample(readFileSync(join(folder, file), 'utf8'));
  return (await loadArchive(files, NO_CACHE)).problems;
}

test.each(examples.map((file) => [basename(file, '.txt').replaceAll('-', ' '), file]))(
  '%s',
  async (_, file) => {
    const { problems } = readExample(readFileSync(join(folder, file), 'utf8'));
    const named = await problemsOf(file);
    expect(named.map(({ file: path, line, code }) => `${path}:${String(line)} ${code}`)).toEqual(
      problems,
    );
    for (const { code, args } of named) {
      const { wrong, remedy } = PROBLEMS[code];
      const blanks = [...`${wrong} ${remedy}`.matchAll(/\{(\w+)\}/g)].map(
        ([, blank = '']) => blank,
      );
      expect(Object.keys(args), code).toEqual(expect.arrayContaining(blanks));
      expect(Object.values(args).join(' '), code).not.toMatch(/undefined|\bNaN\b/);
    }
  },
);

/**
 * Problems of imports are shown in src/intake, those of numbering in tests/numbering, those of rows in
 * tests/rows.test.ts, those of names that only `check` looks for in src/catalogue, those of the offline
 * folder in src/bundle, those of pages that fail while they are made in tests/site/safe-builds.test.ts.
 */
const SHOWN_ELSEWHERE =
  /^(?:import|export|page-too|page-in|offline)-|^cannot-number$|^row-misfit$|^entity-not-mentioned$|^page-fails$/;

test('every problem that an archive can have has an example', async () => {
  const shown = new Set<string>();
  for (const file of examples) for (const { code } of await problemsOf(file)) shown.add(code);
  const codes = Object.keys(PROBLEMS).filter((code) => !SHOWN_ELSEWHERE.test(code));
  expect(codes.filter((code) => !shown.has(code))).toEqual([]);
});

test('the wording of every problem', async () => {
  const wordings = new Map<string, string>();
  for (const file of examples) {
    for (const problem of await problemsOf(file)) {
      const { wrong, remedy } = wordingOf(problem);
      if (!wordings.has(problem.code)) wordings.set(problem.code, `${wrong} ${remedy}`);
    }
  }
  expect(Object.fromEntries([...wordings].sort())).toMatchSnapshot();
});
