import { expect, test } from 'vitest';
import type { ArchiveFiles } from './files.ts';
import { memoryOf } from './memory.ts';

/** Which folders are listed again after something has changed. */
async function listedAgain(changed: string): Promise<string[]> {
  const listed: string[] = [];
  const files: ArchiveFiles = {
    read: () => Promise.resolve(null),
    list: (folder) => {
      listed.push(folder);
      return Promise.resolve([]);
    },
  };
  const memory = memoryOf(files);
  const folders = ['', 'articles', 'articles/2023', 'articles/2023/letter', 'history'];
  for (const folder of folders) await memory.files.list(folder);
  listed.length = 0;
  memory.forget(changed);
  for (const folder of folders) await memory.files.list(folder);
  return listed;
}

test('what has changed is forgotten, with all that it is part of and all that is part of it', async () => {
  const above = ['', 'articles', 'articles/2023'];
  expect(await listedAgain('articles/2023/letter/en.md')).toEqual([
    ...above,
    'articles/2023/letter',
  ]);
  expect(await listedAgain('articles/2023')).toEqual([...above, 'articles/2023/letter']);
  expect(await listedAgain('articles/202')).toEqual(['', 'articles']);
});

test('with the folder of the archive everything is forgotten', async () => {
  expect(await listedAgain('')).toContain('articles/2023/letter');
  expect(await listedAgain('')).toContain('history');
});
