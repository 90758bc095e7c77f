import { createReadStream, createWriteStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipArchiveEntry } from 'compress-commons';
import { filesBelow } from './files-below.ts';
import type { OnFiles } from './write-folder.ts';
import { ZipStream } from './zip-stream.ts';

/** Files that would not become smaller. */
const PACKED = /\.(?:png|jpe?g|gif|webp|avif|woff2?|zip|gz|pdf|mp3|mp4|ogg|webm)$/i;

/** Files up to this size are read whole, in bytes. */
const WHOLE = 4_000_000;

/** The earliest time that a zip can tell (APPNOTE.TXT, 4.4.6). */
const EARLIEST = Date.UTC(1980, 0, 1);

const [DEFLATED, STORED] = [8, 0];

/** By this a zip of ours is known. */
const MADE_WITH = 'Diptych offline archive, ';

/** What a zip says of itself. */
export interface ZipFacts {
  /** The folder that all of its files are in. */
  readonly name: string;
  /** The time of every file, in the form of RFC 3339. */
  readonly moment: string;
  /** Of what date it is, in words; it stands at the end of the zip. */
  readonly state: string;
}

/**
 * Packs a folder. The same files and facts give the same bytes: files in order of path, all of one
 * time and with the same rights. One file at a time is in memory, and of a large one a part. Returns
 * how many bytes the zip has.
 *
 * @param zip the path of the zip, which is written over
 */
export async function writeZip(
  folder: string,
  zip: string,
  { name, moment, state }: ZipFacts,
  onFiles: OnFiles = () => undefined,
): Promise<number> {
  const files = await filesBelow(folder);
  const time = new Date(Math.max(EARLIEST, Date.parse(moment)));
  const stream = new ZipStream({ zlib: { level: 9 } });
  stream.setComment(`${MADE_WITH}${state}`);
  const add = async (): Promise<void> => {
    for (const [place, file] of files.entries()) {
      const entry = new ZipArchiveEntry(`${name}/${file}`);
      entry.setTime(time);
      entry.setUnixMode(0o644);
      entry.setMethod(PACKED.test(file) ? STORED : DEFLATED);
      await append(stream, entry, join(folder, file));
      onFiles(place + 1, files.length);
    }
    stream.finish();
  };
  await Promise.all([
    pipeline(stream, createWriteStream(zip)),
    add().catch((error: unknown) => {
      stream.destroy(error instanceof Error ? error : undefined);
      throw error;
    }),
  ]);
  return (await stat(zip)).size;
}

async function append(stream: ZipStream, entry: ZipArchiveEntry, path: string): Promise<void> {
  const { size } = await stat(path);
  const source = size > WHOLE ? createReadStream(path) : await readFile(path);
  await new Promise<void>((resolve, reject) => {
    stream.entry(entry, source, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Whether a file is a zip that was written here: it says so at its end. */
export async function isOwnZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 1_000);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const end = buffer.lastIndexOf(Buffer.from('PK\u0005\u0006'));
    // The comment stands behind 22 bytes (APPNOTE.TXT, 4.3.16).
    return (
      end >= 0 &&
      buffer
        .subarray(end + 22)
        .toString()
        .startsWith(MADE_WITH)
    );
  } finally {
    await file.close();
  }
}
