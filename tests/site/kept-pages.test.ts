import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { workplaceOf } from '#astro/workplace.ts';
import { makeArticle } from '../../bench/article.ts';
import { writeCorpus } from '../../bench/corpus.ts';
import { corpusEntities } from '../../bench/entities.ts';
import { command } from './site.ts';

/** Few, so that a site is made in seconds. */
const ENTITIES = corpusEntities(40);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-kept-'));
  await writeCorpus(join(folder, 'content'), 6, { entities: ENTITIES });
  await build('content', 'warm');
});
afterAll(async () => {
  await forget('content');
  await forget('again');
  await rm(folder, { recursive: true });
});

async function build(content: string, out: string, ...options: string[]): Promise<void> {
  const { status, stderr } = await command(
    ...(['build', '--content', join(folder, content), '--out', join(folder, out)] as const),
    ...options,
  );
  expect(status, stderr).toBe(0);
}

/** Has a command change the archive. */
async function run(name: string, ...args: string[]): Promise<void> {
  const { status, stdout, stderr } = await command(
    ...([name, ...args, '--content', join(folder, 'content')] as const),
  );
  expect(status, stdout + stderr).toBe(0);
}

/** Builds the archive as it is now where nothing is known of it. */
async function buildCold(): Promise<void> {
  await forget('again');
  await rm(join(folder, 'again'), { recursive: true, force: true });
  await cp(join(folder, 'content'), join(folder, 'again'), { recursive: true });
  await build('again', 'cold');
}

async function forget(content: string): Promise<void> {
  const { own } = workplaceOf(join(folder, content), 'build');
  await rm(dirname(own), { recursive: true, force: true });
}

/** Every file of a site with the hash of its bytes. */
function tree(site: string): Record<string, string> {
  const root = join(folder, site);
  const files = globSync('**/*', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(root + file))
        .digest('hex'),
    ]),
  );
}

/** The pages that were made anew since a moment. */
function madeSince(moment: number): string[] {
  const cwd = join(folder, 'warm');
  return globSync('**/*.html', { cwd })
    .filter((file) => statSync(join(cwd, file)).mtimeMs >= moment)
    .sort();
}

async function edit(file: string, change: (words: string) => string): Promise<void> {
  const path = join(folder, file);
  const words = await readFile(path, 'utf8');
  const changed = change(words);
  expect(changed).not.toBe(words);
  await writeFile(path, changed);
}

const [edited = '', other = '', untouched = ''] = [0, 1, 2].map((n) => makeArticle(n, ENTITIES).id);
const TEXT = `content/articles/${edited}/en.md`;
/** An entity that the edited article neither names nor stands in the record of. */
const elsewhere = ENTITIES.all.find(({ id, names, short }) => {
  const words = [...makeArticle(0, ENTITIES).files.values()].join('\n');
  const forms = [id, ...names.en, ...names.ar, ...(short ? [short.en, short.ar] : [])];
  return forms.every((form) => !words.includes(form));
});
if (!elsewhere) throw new Error('Every entity of the corpus is in the edited article.');
/** An entity that the edited article names, but not in the paragraph that is edited nor above it. */
const further = ENTITIES.all.find(({ id, names, short }) => {
  const texts = [...makeArticle(0, ENTITIES).files].filter(([file]) => file !== 'index.md');
  const forms = [id, ...names.en, ...names.ar, ...(short ? [short.en, short.ar] : [])];
  const isIn = (words: string): boolean => forms.some((form) => words.includes(form));
  return texts.every(([, words]) => {
    const [above = '', ...below] = words.split(/ \{#/);
    return !isIn(above) && isIn(below.join(' '));
  });
});
if (!further) throw new Error('The edited article names nobody further down.');
const PUBLISHER =
  /^publisher: (.*)$/m.exec([...makeArticle(0, ENTITIES).files.values()].join('\n'))?.[1] ?? '';

test('nothing is made again where nothing has changed, whoever calls the command', async () => {
  const [former, began] = [tree('warm'), Date.now()];
  // Shells tell a program by this what it was called by.
  vi.stubEnv('_', '/another/program');
  await build('content', 'warm');
  vi.unstubAllEnvs();
  expect(madeSince(began).filter((file) => file !== '404.html')).toEqual([]);
  expect(tree('warm')).toEqual(former);
});

test('an edited text has its own pages made again, and the site is that of a cold build', async () => {
  const began = Date.now();
  await edit(TEXT, (words) => words.replace(' {#', ' Edited. {#'));
  await build('content', 'warm');
  const made = madeSince(began);
  expect(made).toEqual(
    expect.arrayContaining([
      `ar/articles/${edited}/index.html`,
      `articles/${edited}/en/index.html`,
      `articles/${edited}/index.html`,
    ]),
  );
  expect(made).not.toContain(`articles/${other}/index.html`);
  expect(made).not.toContain(`entities/${elsewhere.id}/index.html`);
  expect(made).not.toContain(`entities/${further.id}/index.html`);
  // Lists say nothing of the words of a text.
  const others = made.filter((file) => !file.includes(edited) && file !== '404.html');
  expect(others.filter((file) => !/^(?:ar\/)?entities\/./.test(file))).toEqual([]);
  await buildCold();
  expect(tree('warm')).toEqual(tree('cold'));
});

const CHANGES: Readonly<Record<string, () => Promise<void>>> = {
  'a new name of an entity': () =>
    edit(`content/entities/${PUBLISHER}.md`, (words) => words.replace(/en: .*/, 'en: "Another"')),
  'a new title of an article': () =>
    edit(TEXT, (words) => words.replace(/^title: .*/m, 'title: T')),
  'another title of the archive': () =>
    edit('content/archive.yaml', (words) => `${words}\n`.replace(/en: .*/, 'en: "Renamed"')),
  'an own page with other words': () =>
    appendFile(join(folder, 'content/pages/about.mdx'), '\nMore.\n'),
  'an article that moved': () =>
    rename(join(folder, 'content/articles', other), join(folder, 'content/articles/moved')),
  'an article that went': () => rm(join(folder, 'content/articles/moved'), { recursive: true }),
  'an edition': () => run('seal', '--date', '2026-01-02'),
  'words that have changed since they were sealed': () =>
    edit(TEXT, (words) => words.replace(' {#', ' Sealed later. {#')),
  'another edition': () => run('seal', '--date', '2026-02-03'),
  'a history with other former words': () =>
    edit(`content/history/articles/${edited}/en.txt`, (words) =>
      words.replace(/^(title 1 )".*"$/m, '$1"A former title"'),
    ),
  'an article that leads to where it went': () =>
    run('move', `/articles/${edited}/`, '/articles/elsewhere/'),
  'an article that was withdrawn': () =>
    run('retire', '/articles/elsewhere/', '--why', 'privacy', '--erase'),
};

for (const [what, change] of Object.entries(CHANGES)) {
  test(`${what}: the site is that of a cold build`, async () => {
    await change();
    await build('content', 'warm');
    await buildCold();
    expect(tree('warm')).toEqual(tree('cold'));
  });
}

test('a page that somebody has changed in the former site is made again', async () => {
  const page = join(folder, 'warm/articles', edited, 'index.html');
  await appendFile(page, '<p>foreign</p>');
  await build('content', 'warm');
  expect(await readFile(page, 'utf8')).not.toContain('foreign');
});

test('files for machines are made again where the base path is another', async () => {
  await build('content', 'warm', '--base', '/sub/');
  const [file = ''] = globSync(`articles/${untouched}/**/*.csl.json`, {
    cwd: join(folder, 'warm'),
  });
  expect(await readFile(join(folder, 'warm', file), 'utf8')).toContain('/sub/articles/');
});
