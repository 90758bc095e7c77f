import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workplaceOf } from '#astro/workplace.ts';
import { command } from './site.ts';

const PROJECT = join(import.meta.dirname, '../..');
const LETTER = join(import.meta.dirname, '../archives/one-letter');
/** After which a page that does not become what the files say never will, in milliseconds. */
const PATIENCE = 60_000;

let folder: string;
let server: ChildProcess;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-editing-'));
  await cp(LETTER, join(folder, 'content'), { recursive: true });
  await start();
});
afterEach(async () => {
  await stop();
  for (const task of ['dev', 'build'] as const) {
    const { own } = workplaceOf(join(folder, 'content'), task);
    await rm(dirname(own), { recursive: true, force: true });
  }
  await rm(folder, { recursive: true });
});

/** Starts the server; `onCompiled` is called when the archive is compiled and not yet served. */
async function start(onCompiled?: () => void): Promise<void> {
  server = spawn(
    process.execPath,
    ['src/cli/dev.ts', '--content', join(folder, 'content'), '--port', '0'],
    { cwd: PROJECT, env: environment(), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  url = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (some: Buffer) => {
      said += some.toString();
      if (said.includes('compile')) {
        onCompiled?.();
        onCompiled = undefined;
      }
      const [, found] = / at (http:\S+)\/ /.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    server.on('close', () => {
      reject(new Error(`The server has ended: ${said}`));
    });
  });
}

async function stop(): Promise<void> {
  const ended = new Promise((resolve) => server.on('close', resolve));
  server.kill('SIGTERM');
  await ended;
}

/** The environment of an editor: Astro serves no page where it sees that Vitest runs. */
function environment(): NodeJS.ProcessEnv {
  const ofTests = ['VITEST', 'NODE_ENV'];
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ofTests.includes(name)),
  );
}

const fileOf = (file: string): string => join(folder, 'content', file);

async function write(file: string, words: string): Promise<void> {
  await mkdir(dirname(fileOf(file)), { recursive: true });
  await writeFile(fileOf(file), words);
}

async function change(file: string, what: string, to: string): Promise<void> {
  const words = await readFile(fileOf(file), 'utf8');
  expect(words).toContain(what);
  await write(file, words.replace(what, to));
}

/** Waits until a page answers in a way, and says certain words or does not. */
async function shows(path: string, status: number, words = '', without?: string): Promise<void> {
  const began = performance.now();
  let [found, page] = [0, ''];
  while (performance.now() - began < PATIENCE) {
    const response = await fetch(`${url}${path}`);
    [found, page] = [response.status, await response.text()];
    const isWithout = without === undefined || !page.includes(without);
    if (found === status && page.includes(words) && isWithout) return;
    await rest(50);
  }
  const said = `${path}: ${String(found)}, not ${String(status)} with “${words}”`;
  expect.unreachable(`${said}\n${page.replaceAll(/<style[^]*?<\/style>/g, '').slice(-2000)}`);
}

test('what is saved shows at once: words, titles, and pages that come and go', async () => {
  await shows('/articles/letter/', 200, 'The paper came yesterday');
  await change('articles/letter/en.md', 'came yesterday', 'came on Monday');
  await shows('/articles/letter/', 200, 'The paper came on Monday');
  await shows('/articles/letter/en/', 200, 'The paper came on Monday');
  await shows('/ar/articles/letter/', 200, 'The paper came on Monday');
  await shows('/articles/letter/cite/', 200, 'Chicago');
  await shows('/ar/articles/letter/cite/', 200, 'APA');

  await shows('/articles/2023/reply/', 404);
  await shows('/browse/year/2023/', 404);
  const reply = ['role: original', 'title: A reply', 'published: 2023-05-01'];
  await write(
    'articles/2023/reply/en.md',
    ['---', ...reply, '---', 'Yes. {#c4m8m}', ''].join('\n'),
  );
  await shows('/articles/2023/reply/', 200, 'Yes.');
  await shows('/ar/articles/2023/reply/', 200, 'Yes.');
  await shows('/articles/2023/reply/en/', 200, 'Yes.');
  await shows('/browse/year/2023/', 200, 'A reply');
  await shows('/', 200, 'A reply');
  await change('articles/2023/reply/en.md', '2023-05-01', '2024-05-01');
  await shows('/browse/year/2023/', 404);
  await shows('/browse/year/2024/', 200, 'A reply');

  await change('entities/the-press.md', 'kind: organisation', 'kind: organisation\npage: none');
  await shows('/entities/the-press/', 404);
  await write('pages/about.mdx', '---\ntitle: About\n---\nWhat this is.\n');
  await shows('/about/', 200, 'What this is.');
  await change('pages/about.mdx', 'What this is.', 'How it was made.');
  await shows('/about/', 200, 'How it was made.');
  await write('redirects.yaml', '/old/: /articles/letter/\n');
  await shows('/old/', 200, '/articles/letter/');

  await change('archive.yaml', 'https://letters.example.org', 'https://post.example.org');
  await shows('/', 200, 'post.example.org', 'letters.example.org');

  await rm(fileOf('articles/2023'), { recursive: true });
  await shows('/articles/2023/reply/', 404);
  await shows('/browse/year/2024/', 404);
  await shows('/', 200, 'A letter to the press', 'A reply');
});

test('what is saved before anybody can look shows too', async () => {
  await stop();
  const late = readFileSync(fileOf('articles/letter/en.md'), 'utf8');
  await start(() => {
    const words = late.replace('came yesterday', 'came on Monday');
    writeFileSync(fileOf('articles/letter/en.md'), words);
    rmSync(fileOf('entities/the-press.md'));
  });
  await shows('/articles/letter/', 200, 'The paper came on Monday');
  await shows('/entities/the-press/', 404);
});

test('an archive that is taken away and put back is edited as before', async () => {
  await shows('/articles/letter/', 200, 'The paper came yesterday');
  await rename(join(folder, 'content'), join(folder, 'away'));
  await shows('/', 200, 'no-archive');
  await rename(join(folder, 'away'), join(folder, 'content'));
  await shows('/articles/letter/', 200, 'The paper came yesterday', 'no-archive');
  await change('articles/letter/en.md', 'came yesterday', 'came on Monday');
  await shows('/articles/letter/', 200, 'The paper came on Monday');
});

test('errors stand on the pages until they are mended, and no page is lost for good', async () => {
  await shows('/articles/letter/', 200, 'The paper came yesterday', '(not-one-of)');
  await change('articles/letter/en.md', 'translator: unknown', 'translator: unknwon');
  await shows('/', 200, 'not-one-of');
  await change('articles/letter/en.md', 'unknwon', 'unknown');
  await shows('/articles/letter/', 200, 'The paper came yesterday', 'not-one-of');

  await change('archive.yaml', 'licence:', 'license:');
  await shows('/articles/letter/', 200, 'unknown-key');
  await change('archive.yaml', 'license:', 'licence:');
  await shows('/articles/letter/', 200, 'The paper came yesterday', 'unknown-key');
});

test('a seal shows while the archive is edited, and so does what is changed after it', async () => {
  await shows('/articles/letter/', 200, 'The paper came yesterday');
  await shows('/articles/letter/en/history/', 404);
  const sealed = await command(
    'seal',
    '--content',
    join(folder, 'content'),
    '--date',
    '2026-01-02',
  );
  expect(sealed.status, sealed.stderr).toBe(0);
  await shows('/editions/', 200, '2 January 2026');
  await shows('/articles/letter/en/', 200, '/editions/');
  await change('articles/letter/en.md', 'came yesterday', 'came on Monday');
  await shows('/articles/letter/en/history/', 200, 'came yesterday');
  await change('articles/letter/en.md', 'came on Monday', 'came yesterday');
  await shows('/articles/letter/en/history/', 404);
  await change('articles/letter/en.md', ' {#xtr24}', '');
  await shows('/', 200, 'paragraph-lost');
});
