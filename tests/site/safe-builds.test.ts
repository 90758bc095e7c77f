import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '#astro/lock.ts';
import { workplaceOf } from '#astro/workplace.ts';
import { command } from './site.ts';

const LETTER = join(import.meta.dirname, '../archives/one-letter');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-builds-'));
  await cp(LETTER, join(folder, 'content'), { recursive: true });
});
afterEach(async () => {
  for (const archive of ['content', 'other']) {
    const { own } = workplaceOf(join(folder, archive), 'build');
    await rm(dirname(own), { recursive: true, force: true });
  }
  await rm(folder, { recursive: true });
});

const build = (content = 'content', out = 'site', ...more: string[]) =>
  command('build', '--content', join(folder, content), '--out', join(folder, out), ...more);

/** One hash over every file of a folder and its name. */
function fingerprint(out: string): string {
  const hash = createHash('sha256');
  for (const file of globSync('**/*', { cwd: join(folder, out), withFileTypes: true }).sort(
    (a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1),
  )) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

async function edit(file: string, change: (words: string) => string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

test('the same archive gives the same bytes', async () => {
  expect((await build()).status).toBe(0);
  const first = fingerprint('site');
  expect((await build()).status).toBe(0);
  expect(fingerprint('site')).toBe(first);
});

test('an archive with errors leaves the former output and names every error', async () => {
  await build();
  const former = fingerprint('site');
  await edit('content/articles/letter/en.md', (words) => words.replace('unknown', 'unknwon'));
  await edit('content/articles/letter/ar.md', (words) => words.replace('{#nhjg8}', ''));
  const { status, stderr } = await build();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^articles\/letter\/en\.md:4 .*\(not-one-of\)$/m);
  expect(stderr).toMatch(/^articles\/letter\/ar\.md:8 .*npm run number.*\(unnumbered\)$/m);
  expect(fingerprint('site')).toBe(former);
  expect(globSync('.site.*', { cwd: folder })).toEqual([]);
});

test('a page of the owner’s whose code fails is named, and the former output stays', async () => {
  await build();
  const former = fingerprint('site');
  const words = '---\ntitle: Thanks\n---\n\nThanks to {props.printers.length} printers.\n';
  await mkdir(join(folder, 'content', 'pages'));
  await writeFile(join(folder, 'content', 'pages', 'thanks.ar.mdx'), words);
  const { status, stderr } = await build();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^pages\/thanks\.ar\.mdx:1 .*reading 'length'.*\(page-fails\)$/m);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(fingerprint('site')).toBe(former);
});

test('a former address in any letters has a page where hosts look for it', async () => {
  const redirects = ['"/أخبار/قديم/": /articles/letter/', '"/2011/100%/": /articles/letter/'];
  await writeFile(join(folder, 'content', 'redirects.yaml'), redirects.join('\n'));
  expect((await build()).stderr).toBe('');
  for (const path of ['أخبار/قديم', '2011/100%']) {
    const page = readFileSync(join(folder, 'site', path, 'index.html'), 'utf8');
    expect(page).toContain('/articles/letter/');
  }
});

test('a killed build leaves the former output, and the next one works', async () => {
  await build();
  const former = fingerprint('site');
  await edit('content/articles/letter/en.md', (words) => words.replace('ink', 'black ink'));
  for (const moment of [300, 700, 1100, 1500]) {
    const child = spawn(
      process.execPath,
      ['src/cli/build.ts', '--content', join(folder, 'content'), '--out', join(folder, 'site')],
      { cwd: join(import.meta.dirname, '../..'), stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => child.on('close', resolve));
    await rest(moment);
    child.kill('SIGKILL');
    await ended;
    if (fingerprint('site') !== former) {
      const page = await readFile(join(folder, 'site/articles/letter/en/index.html'), 'utf8');
      expect(page).toContain('black ink');
    }
  }
  expect((await build()).status).toBe(0);
  expect(await readFile(join(folder, 'site/articles/letter/en/index.html'), 'utf8')).toContain(
    'black ink',
  );
  expect(globSync('.site.*', { cwd: folder })).toEqual([]);
});

test('an output that was ended between its two renames is put in its place', async () => {
  await build();
  renameSync(join(folder, 'site'), join(folder, '.site.former'));
  await edit('content/archive.yaml', (words) => words.replace('CC-BY-4.0', 'none'));
  expect((await build()).status).toBe(1);
  expect(existsSync(join(folder, 'site/index.html'))).toBe(true);
});

test('nothing is written over what another program wrote', async () => {
  await mkdir(join(folder, 'site'));
  await writeFile(join(folder, 'site/thesis.txt'), 'ten years');
  const { status, stderr } = await build();
  expect(status).toBe(1);
  expect(stderr).toContain('files that Diptych did not write');
  expect(await readFile(join(folder, 'site/thesis.txt'), 'utf8')).toBe('ten years');
  expect((await build('content', 'content')).status).toBe(1);
  expect((await build('content', '.')).status).toBe(1);
});

test('two archives at once do not mix', async () => {
  await cp(LETTER, join(folder, 'other'), { recursive: true });
  renameSync(join(folder, 'other/articles/letter'), join(folder, 'other/articles/postcard'));
  for (const [archive, word] of [
    ['content', 'first'],
    ['other', 'second'],
  ] as const) {
    mkdirSync(join(folder, archive, 'pages'));
    await writeFile(
      join(folder, archive, 'pages/about.mdx'),
      `---\ntitle: The ${word}\n---\nWe are ${word}.\n`,
    );
  }
  const outcomes = await Promise.all([build('content', 'a'), build('other', 'b')]);
  expect(outcomes.map(({ status }) => status)).toEqual([0, 0]);
  const about = (out: string) => readFile(join(folder, out, 'about/index.html'), 'utf8');
  expect(await about('a')).toContain('We are first.');
  expect(await about('b')).toContain('We are second.');
  expect(existsSync(join(folder, 'a/articles/postcard'))).toBe(false);
  expect(existsSync(join(folder, 'b/articles/letter'))).toBe(false);
});

test('the same archive is built by one program at a time', async () => {
  const { own } = workplaceOf(join(folder, 'content'), 'build');
  const release = takeLock(join(own, 'lock'), 'building the archive');
  const { status, stderr } = await build();
  release();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Process \d+ is building the archive\./m);
  expect((await build()).status).toBe(0);
});

test('a former output is not replaced with what others have put into it', async () => {
  await build();
  await writeFile(join(folder, 'site/CNAME'), 'letters.example.org');
  const { status, stderr } = await build();
  expect(status).toBe(1);
  expect(stderr).toContain('CNAME');
  expect(await readFile(join(folder, 'site/CNAME'), 'utf8')).toBe('letters.example.org');
});

test('what an article no longer says is not kept in the cache', async () => {
  const secret = 'a word that nobody else says';
  await edit('content/articles/letter/en.md', (words) => words.replace('ink', secret));
  await build();
  await edit('content/articles/letter/en.md', (words) => words.replace(secret, 'ink'));
  await build();
  const { compiled } = workplaceOf(join(folder, 'content'), 'build');
  const kept = globSync('**/*.json', { cwd: compiled });
  expect(kept).not.toEqual([]);
  const holding = kept.filter((file) =>
    readFileSync(join(compiled, file), 'utf8').includes(secret),
  );
  expect(holding).toEqual([]);
});

test('what another command has compiled meanwhile stays while it is at work', async () => {
  const { compiled, own } = workplaceOf(join(folder, 'content'), 'dev');
  const edited = join(compiled, 'ab', 'abcd.json');
  mkdirSync(dirname(edited), { recursive: true });
  await writeFile(edited, '{}');
  const release = takeLock(join(own, 'lock'), 'serving the archive');
  expect((await build()).status).toBe(0);
  expect(existsSync(edited)).toBe(true);
  release();
  expect((await build()).status).toBe(0);
  expect(existsSync(edited)).toBe(false);
});

test('a command that is called wrongly says how', async () => {
  for (const wrong of [['--contents', 'x'], ['--base', 'sub'], ['extra']]) {
    const { status, stderr } = await command('build', ...wrong);
    expect(status).toBe(1);
    expect(stderr).toMatch(/--(?:content|base)/);
    expect(stderr).not.toContain('    at ');
  }
  const { status, stdout } = await command('check', '--content', join(folder, 'nowhere'));
  expect(status).toBe(1);
  expect(stdout).toContain('(no-archive)');
});
