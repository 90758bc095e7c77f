import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOwnZip, writeZip } from './write-zip.ts';

const FACTS = { name: 'stick', moment: '2026-01-02T00:00:00Z', state: 'edition 3, 2026-01-02' };
/** Larger than what is read whole, and not all the same. */
const LARGE = Array.from({ length: 500_000 }, (_, line) => `line ${String(line)}`).join('\n');
const FILES: Readonly<Record<string, string>> = {
  'index.html': '<p>one</p>'.repeat(100),
  'articles/a/صورة.png': 'not packed',
  'articles/a/empty.ris': '',
  'archive.jsonl': LARGE,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-zip-'));
  for (const [place, files] of [
    ['a', Object.entries(FILES)],
    ['b', Object.entries(FILES).reverse()],
  ] as const) {
    for (const [name, words] of files) {
      const file = join(folder, place, name);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, words);
    }
  }
  await utimes(join(folder, 'b/index.html'), 1, 1);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('holds every file in one folder, in order, with one date and the same rights', async () => {
  const zip = join(folder, 'a.zip');
  const size = await writeZip(join(folder, 'a'), zip, FACTS);
  const bytes = await readFile(zip);
  expect(size).toBe(bytes.length);
  const entries = entriesOf(bytes);
  expect(entries.map(({ name }) => name)).toEqual(
    Object.keys(FILES)
      .sort()
      .map((name) => `stick/${name}`),
  );
  for (const { name, words, date, mode } of entries) {
    expect(words, name).toBe(FILES[name.replace('stick/', '')]);
    expect([date, mode]).toEqual(['2026-01-02', 0o100644]);
  }
});

test('the same files and facts give the same bytes, whenever and in whatever order they were written', async () => {
  const zips = await Promise.all(
    ['a', 'b'].map(async (place) => {
      const zip = join(folder, `${place}-again.zip`);
      await writeZip(join(folder, place), zip, FACTS);
      return readFile(zip);
    }),
  );
  expect(zips[0]?.equals(zips[1] ?? Buffer.alloc(0))).toBe(true);
});

test('a time before all zips is the first that a zip can tell', async () => {
  const zip = join(folder, 'early.zip');
  await writeZip(join(folder, 'a'), zip, { ...FACTS, moment: '1970-01-01T00:00:00Z' });
  expect(entriesOf(await readFile(zip))[0]?.date).toBe('1980-01-01');
});

test('knows its own', async () => {
  const [own, other] = [join(folder, 'own.zip'), join(folder, 'other.zip')];
  await writeZip(join(folder, 'a'), own, FACTS);
  await writeFile(other, 'PK\u0005\u0006'.padEnd(22) + 'a comment');
  expect(await isOwnZip(own)).toBe(true);
  expect(await isOwnZip(other)).toBe(false);
  expect(await isOwnZip(join(folder, 'a/articles/a/empty.ris'))).toBe(false);
});

interface Entry {
  readonly name: string;
  readonly words: string;
  readonly date: string;
  readonly mode: number;
}

/** The entries of a zip, by its central directory (APPNOTE.TXT, 4.3.12). */
function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf('PK\u0005\u0006');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameLength, extraLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const date = zip.readUInt16LE(at + 14);
    const two = (value: number): string => String(value).padStart(2, '0');
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    entries.push({
      name: zip.subarray(at + 46, at + 46 + nameLength).toString(),
      words: (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString(),
      date: `${String(1980 + (date >> 9))}-${two((date >> 5) & 15)}-${two(date & 31)}`,
      mode: zip.readUInt32LE(at + 38) >>> 16,
    });
    at += 46 + nameLength + extraLength;
  }
  return entries;
}
