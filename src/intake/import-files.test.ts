import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { wordingOf } from '#model/problem.ts';
import { PROBLEMS } from '#model/problems.ts';
import { type Given, importFiles, type Imported, type Outcome } from './import-files.ts';
import { openOutside } from './outside-file.ts';
import { openStaging } from './write-articles.ts';

const EN = `The mill at the river

The mill ground corn for the whole valley until the year in which the river changed its bed.

After that the corn was carried over the hills to the town, which took two days.
`;
const AR = `الطاحونة عند النهر

طحنت الطاحونة قمح الوادي كله حتى السنة التي غيّر فيها النهر مجراه وابتعد عن القرية.

وبعد ذلك حُمل القمح عبر التلال إلى المدينة في رحلة تستغرق يومين.
`;

let folder: string;
let content: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-import-'));
  content = join(folder, 'archive');
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, words: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, words);
  return path;
}

async function bring(
  paths: readonly string[],
  wishes: { article?: string; original?: string } = {},
): Promise<Imported> {
  const staging = await openStaging(content);
  async function* given(): AsyncGenerator<Given> {
    for (const path of paths) yield { path, opened: await openOutside(path) };
  }
  const imported = await importFiles(
    given(),
    { article: wishes.article, original: wishes.original },
    {
      archive: filesOnDisk(content),
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      stage: staging.stage,
    },
  );
  const isAny = imported.outcomes.some(({ became }) => became === 'imported');
  await (isAny ? staging.commit() : staging.discard());
  return imported;
}

function files(): string[] {
  return globSync('**/*.*', { cwd: content })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

function codes({ outcomes, problems }: Imported): string[] {
  return [...outcomes.flatMap((outcome) => outcome.problems), ...problems].map(({ code }) => code);
}

test('writes a text, its source byte for byte, and a first archive.yaml', async () => {
  await bring([await put('mill.txt', `\uFEFF${EN.replaceAll('\n', '\r\n')}`)]);
  expect(files()).toEqual([
    'archive.yaml',
    'articles/the-mill-at-the-river/en.md',
    'articles/the-mill-at-the-river/source/mill.txt',
  ]);
  const kept = await readFile(join(content, 'articles/the-mill-at-the-river/source/mill.txt'));
  expect(kept.equals(await readFile(join(folder, 'mill.txt')))).toBe(true);
  const text = await readFile(join(content, 'articles/the-mill-at-the-river/en.md'), 'utf8');
  expect(text).toMatchInlineSnapshot(`
    "---
    role: original
    title: "The mill at the river"
    source: { file: source/mill.txt, sha256: 05355603a35298710a84f9439f0da66a733a3aa0e0cd76cb5c833a7477f7d95e }
    ---
    The mill ground corn for the whole valley until the year in which the river changed its bed.

    After that the corn was carried over the hills to the town, which took two days.
    "
  `);
});

test('puts several files into one article, also into one that is there', async () => {
  const article = 'mills/river';
  await bring([await put('mill-arabic.txt', AR)], { article });
  const { outcomes } = await bring([await put('mill-english.txt', EN)], { article });
  expect(outcomes.flatMap(({ texts }) => texts.map(({ id, role }) => `${id} ${role}`))).toEqual([
    'en translation',
  ]);
  expect(files()).toContain('articles/mills/river/ar.md');
});

test('the original is found where its translation was imported first', async () => {
  const article = 'mills';
  const translated = EN.replace('river\n', 'river\n\nTranslated by Ada Miller\n');
  await bring([await put('mill-english.txt', translated)], { article });
  const { outcomes } = await bring([await put('mill-arabic.txt', AR)], { article });
  expect(outcomes.flatMap(({ texts }) => texts.map(({ id, role }) => `${id} ${role}`))).toEqual([
    'ar original',
  ]);
  expect(outcomes.flatMap(({ notices }) => notices.map(({ code }) => code))).toContain(
    'version-translates',
  );
});

test('leaves alone what was imported, and tells what has changed', async () => {
  const path = await put('mill.txt', EN);
  await bring([path]);
  const before = files();
  expect((await bring([path])).outcomes.map(({ became }) => became)).toEqual(['there']);
  await put('mill.txt', EN.replace('two days', 'three days'));
  expect(codes(await bring([path]))).toEqual(['import-changed']);
  expect(files()).toEqual(before);
});

test('the same words given twice are imported once, and told by the name of the first', async () => {
  const paths = [await put('mill.txt', EN), await put('copy.txt', EN)];
  const { outcomes } = await bring(paths, { article: 'mills' });
  const copy = outcomes.find(({ became }) => became === 'there');
  expect(copy).toMatchObject({ path: paths[1], sameAs: paths[0], article: undefined });
});

test('another document with the file name of a former one gets an article of its own', async () => {
  const path = await put('letter.txt', AR);
  await bring([path]);
  await put('letter.txt', AR.replace('الطاحونة عند النهر', 'الميناء عند البحر'));
  const { outcomes } = await bring([path]);
  expect(outcomes.map(({ became, article }) => `${became} ${article ?? ''}`)).toEqual([
    'imported letter-2',
  ]);
});

test('one that cannot be read does not keep the others out', async () => {
  const { outcomes } = await bring([await put('a.txt', 'PK\x03\x04'), await put('b.txt', EN)]);
  expect(outcomes.map(({ became }) => became)).toEqual(['failed', 'imported']);
});

test('leaves nothing behind where nothing could be imported', async () => {
  await bring([await put('a.txt', '')]);
  expect(globSync('**/*', { cwd: content })).toEqual([]);
});

test('finishes what an import that was ended had begun to put in its place', async () => {
  const staged = join(content, '.import/files/articles/a');
  await mkdir(staged, { recursive: true });
  await writeFile(join(staged, 'en.md'), 'whole');
  await openStaging(content);
  expect(files()).toEqual([]);
  await mkdir(staged, { recursive: true });
  await writeFile(join(staged, 'en.md'), 'whole');
  await writeFile(join(content, '.import/ready'), '');
  await openStaging(content);
  expect(files()).toEqual(['articles/a/en.md']);
});

test('writes nothing through a symbolic link', async () => {
  await mkdir(join(folder, 'elsewhere'));
  await mkdir(content);
  await symlink(join(folder, 'elsewhere'), join(content, 'articles'));
  await expect(bring([await put('mill.txt', EN)])).rejects.toThrow(/in the way/);
  expect(globSync('*', { cwd: join(folder, 'elsewhere') })).toEqual([]);
});

/** Every problem of an import, by what brings it about. */
const PROBLEMATIC: Readonly<Record<string, () => Promise<Imported>>> = {
  'import-not-there': () => bring([join(folder, 'mil.txt')]),
  'import-no-file': () => bring([folder]),
  'import-unreadable': async () => {
    await symlink(join(folder, 'loop.txt'), join(folder, 'loop.txt'));
    return bring([join(folder, 'loop.txt')]);
  },
  'import-empty': async () => bring([await put('a.txt', ' \n\n')]),
  'import-too-large': async () => bring([await put('a.txt', 'a'.repeat(33 * 1024 * 1024))]),
  'import-other-kind': async () => bring([await put('a.txt', '%PDF-1.7')]),
  'import-not-unicode': async () =>
    bring([await put('a.txt', Buffer.from('caf\xe9 at the river', 'latin1'))]),
  'import-own-text': async () =>
    bring([await put('a.md', '---\nrole: original\ntitle: A mill\n---\nThe mill.')]),
  'import-bad-article': () => bring([], { article: 'The Mill' }),
  'import-nested-article': async () => {
    await bring([await put('a.txt', EN)], { article: 'mills' });
    return bring([await put('b.txt', AR)], { article: 'mills/river' });
  },
  'import-two-originals': async () =>
    bring([await put('a.txt', AR), await put('b.txt', `${AR}\nانتهى الكلام عن الطاحونة.`)], {
      article: 'mills',
      original: 'ar',
    }),
  'import-no-original': async () => bring([await put('a.txt', EN)], { original: 'ar' }),
  'import-changed': async () => {
    await bring([await put('a.txt', EN)]);
    return bring([await put('a.txt', `${EN}\nIt is gone.`)]);
  },
};

test.each(Object.entries(PROBLEMATIC))('%s is told with what to do', async (code, bringAbout) => {
  const imported = await bringAbout();
  expect(codes(imported)).toContain(code);
  const all = [
    ...imported.outcomes.flatMap(({ problems }: Outcome) => problems),
    ...imported.problems,
  ];
  for (const problem of all) {
    const { wrong, remedy } = wordingOf(problem);
    expect(`${wrong} ${remedy}`).not.toMatch(/\{\w+\}|undefined/);
    expect(remedy).not.toBe('');
  }
});

test('every problem of an import is shown, but for the defect that none shows', () => {
  const known = Object.keys(PROBLEMS).filter((code) => code.startsWith('import-'));
  expect(known.filter((code) => !(code in PROBLEMATIC))).toEqual(['import-lost-words']);
});
