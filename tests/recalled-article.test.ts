import { expect, test } from 'vitest';
import { compileArticle, type FreshArticle, isTextEntry } from '#compile/article.ts';
import { nameList } from '#compile/name-list.ts';
import { type ArticleFolder, survey } from '#compile/survey.ts';
import { readExample } from './archive-in-a-file.ts';
import { cacheInMemory } from './cache-in-memory.ts';

/** A letter with a source, as it is and as it might be when the archive is built the next time. */
function letter(words: string, source: string): string {
  return `=== articles/a-letter/ar.md
---
role: original
title: رسالة
source: { file: source/letter.txt, sha256: ${'0'.repeat(64)} }
---
${words} {#k3f9c}
=== articles/a-letter/index.md
---
kind: letter
---
A note.
=== articles/a-letter/source/letter.txt
${source}
`;
}

/** Compiles the letter; says what is made that was not in the cache, and what is wrong. */
async function compile(
  written: string,
  { cache, kept }: ReturnType<typeof cacheInMemory>,
): Promise<{
  readonly article: FreshArticle;
  readonly made: readonly (readonly [key: string, value: unknown])[];
  readonly problems: readonly string[];
}> {
  const { files } = readExample(written);
  const before = new Set(kept.keys());
  const { articles } = await survey(files);
  const [folder = failed()] = articles;
  const article = await compileArticle(folder, files, cache, nameList([], cache));
  const made = [...kept].filter(([key]) => !before.has(key));
  return { article, made, problems: article.problems.map(({ code }) => code) };
}

function failed(): ArticleFolder {
  throw new Error('The example has no article.');
}

test('of an article in which nothing has changed nothing is made again', async () => {
  const memory = cacheInMemory();
  const first = await compile(letter('كتبنا.', 'one'), memory);
  expect(first.made).toHaveLength(4);
  const second = await compile(letter('كتبنا.', 'one'), memory);
  expect(second.made).toEqual([]);
  expect(second.article).toEqual(first.article);
  expect(new Set(second.article.keys)).toEqual(new Set(memory.kept.keys()));
});

test('an edited text is compiled again, and the article with it', async () => {
  const memory = cacheInMemory();
  await compile(letter('كتبنا.', 'one'), memory);
  const { made } = await compile(letter('كتبت.', 'one'), memory);
  // The text, where it names whom, and the article.
  expect(made).toHaveLength(3);
  expect(made.filter(([, value]) => isTextEntry(value))).toHaveLength(1);
});

test('what the cache has lost is made again, though nothing has changed', async () => {
  const memory = cacheInMemory();
  const first = await compile(letter('كتبنا.', 'one'), memory);
  for (const key of first.article.keys) {
    memory.lose(key);
    await compile(letter('كتبنا.', 'one'), memory);
    expect(memory.kept.has(key)).toBe(true);
  }
});

test('a source that has changed is noticed, though no text has', async () => {
  const memory = cacheInMemory();
  const first = await compile(letter('كتبنا.', 'one'), memory);
  expect(first.problems).toEqual(['source-changed']);
  const gone = letter('كتبنا.', 'one').replace(/=== articles\/a-letter\/source[^]*/, '');
  const second = await compile(gone, memory);
  expect(second.problems).toEqual(['source-missing']);
});
