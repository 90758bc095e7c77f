import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { globSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workplaceOf } from '#astro/workplace.ts';
import { writeCorpus } from '../../bench/corpus.ts';
import { ENTITIES } from '../../bench/entities.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** They make more pages than one process makes alone: some 2,400. */
const ARTICLES = 350;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-many-'));
});
afterEach(async () => {
  const { own } = workplaceOf(join(folder, 'content'), 'build');
  await rm(dirname(own), { recursive: true, force: true });
  await rm(folder, { recursive: true });
});

/** Builds on some of the processors: a build that sees a single one has no helpers. */
async function buildOn(processors: string, out: string): Promise<void> {
  const { own } = workplaceOf(join(folder, 'content'), 'build');
  await rm(dirname(own), { recursive: true, force: true });
  const where = ['--content', join(folder, 'content'), '--out', join(folder, out)];
  const build = [process.execPath, join('src', 'cli', 'build.ts'), ...where];
  await promisify(execFile)('taskset', ['--cpu-list', processors, ...build], { cwd: PROJECT });
}

function filesOf(out: string): string[] {
  return globSync('**/*', { cwd: join(folder, out), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

test.skipIf(process.platform !== 'linux')(
  'many pages come out the same by one process and with a helper',
  async () => {
    await writeCorpus(join(folder, 'content'), ARTICLES, { entities: ENTITIES, isListed: true });
    await buildOn('0', 'alone');
    await buildOn('0,1', 'helped');
    const alone = filesOf('alone');
    expect(alone.length).toBeGreaterThan(ARTICLES * 10);
    expect(filesOf('helped').map((file) => file.replace('/helped/', '/alone/'))).toEqual(alone);
    const differing = alone.filter(
      (file) => !readFileSync(file).equals(readFileSync(file.replace('/alone/', '/helped/'))),
    );
    expect(differing).toEqual([]);
  },
);
