import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { numberArchive } from '#number/archive.ts';
import { readExample } from './archive-in-a-file.ts';

const folder = join(import.meta.dirname, 'numbering');
const examples = globSync('*.txt', { cwd: folder }).sort();

/** Throws the same numbers every time. */
function loadedDice(): (limit: number) => number {
  let seed = 1;
  return (limit) => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((seed / 4_294_967_296) * limit);
  };
}

async function numbered(file: string) {
  const example = readExample(readFileSync(join(folder, file), 'utf8'));
  const { articles, problems } = await numberArchive({ files: example.files, dice: loadedDice() });
  const changes = new Map<string, string>();
  const found = [...problems];
  for await (const article of articles()) {
    for (const [path, words] of article.changes) changes.set(path, words);
    found.push(...article.problems);
  }
  return { example, changes, problems: found };
}

/** Writes every id that was minted as a capital letter, in the order of the files given. */
function lettered(files: readonly string[], known: string): string[] {
  const letters = new Map<string, string>();
  return files.map((words) =>
    words.replaceAll(/#([0-9a-z]{5})(?=[ }])/g, (written, id: string) => {
      if (known.includes(`#${id}`)) return written;
      const letter = letters.get(id) ?? String.fromCodePoint(65 + letters.size);
      letters.set(id, letter);
      return `#${letter}`;
    }),
  );
}

describe('each example comes out as it says', () => {
  test.each(examples.map((file) => [basename(file, '.txt').replaceAll('-', ' '), file]))(
    '%s',
    async (_, file) => {
      const { example, changes, problems } = await numbered(file);
      const paths = [...example.numbered.keys()];
      const known = readFileSync(join(folder, file), 'utf8');
      const after = paths.map(
        (path) => changes.get(path)?.replaceAll('\r', '\\x0d') ?? 'unchanged\n',
      );
      expect(lettered(after, known)).toEqual([...example.numbered.values()]);
      expect(
        problems.map(({ file: path, line, code }) => `${path}:${String(line)} ${code}`),
      ).toEqual(example.problems);
    },
  );
});

test.each(examples)('%s: every byte is kept but the markers', async (file) => {
  const { example, changes } = await numbered(file);
  for (const [path, words] of changes) {
    const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      (await example.files.read(path)) ?? undefined,
    );
    // What was there comes in the same order; nothing but markers and blank lines stands between.
    let at = 0;
    let added = '';
    for (const character of words) {
      if (source.startsWith(character, at) && added.replaceAll(/[^{}]/g, '').length % 2 === 0) {
        at += character.length;
      } else added += character;
    }
    expect(at, path).toBe(source.length);
  }
});
