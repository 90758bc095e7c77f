import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderCache } from './folder-cache.ts';
import { indexPages } from './pagefind-files.ts';
import { PAGEFIND_VERSION } from './pagefind-version.ts';

/** What a bundle of a language holds whatever its texts: Pagefind’s own programs. */
export interface BundleFrame {
  /** Key of the frame in the cache. */
  readonly key: string;
  readonly entry: BundleEntry;
  readonly programs: ReadonlyMap<string, Uint8Array>;
}

/** `pagefind-entry.json`, with which Pagefind’s script begins. */
export interface BundleEntry {
  readonly version: string;
  readonly languages: Readonly<
    Record<
      string,
      { readonly hash: string; readonly wasm: string | null; readonly page_count: number }
    >
  >;
  readonly include_characters: readonly string[];
}

const ENTRY = 'pagefind-entry.json';

/** The frame of a language, from the cache or from Pagefind, which writes it beside every index. */
export async function frameOf(language: string, cache: FolderCache): Promise<BundleFrame> {
  const key = createHash('sha256')
    .update(JSON.stringify(['frame', PAGEFIND_VERSION, language]))
    .digest('hex');
  const known = await cache.find(key);
  if (known !== undefined) {
    const names = await readdir(known);
    const files = new Map<string, Uint8Array>();
    for (const name of names) files.set(name, await readFile(join(known, name)));
    return frameFrom(key, language, files);
  }
  // Without a word Pagefind would leave the language out.
  const html = '<!doctype html><html><head><title>Word</title></head><body>Word</body></html>';
  const frame = frameFrom(key, language, await indexPages(language, [{ url: '/', html }]));
  const entry = Buffer.from(JSON.stringify(frame.entry));
  await cache.put(key, new Map<string, Uint8Array>([...frame.programs, [ENTRY, entry]]));
  return frame;
}

function frameFrom(
  key: string,
  language: string,
  files: ReadonlyMap<string, Uint8Array>,
): BundleFrame {
  const entry: unknown = JSON.parse(Buffer.from(files.get(ENTRY) ?? []).toString());
  if (!isEntry(entry)) throw new Error(`Pagefind’s ${ENTRY} is not what it was.`);
  const own = entry.languages[language];
  if (!own) throw new Error(`Pagefind made no index of ${language}.`);
  const wasm = own.wasm ?? 'unknown';
  const programs = ['pagefind.js', 'pagefind-worker.js', `wasm.${wasm}.pagefind`].map(
    (name): [string, Uint8Array] => {
      const file = files.get(name);
      if (!file) throw new Error(`Pagefind did not write ${name}.`);
      return [name, file];
    },
  );
  return { key, entry, programs: new Map(programs) };
}

function isEntry(value: unknown): value is BundleEntry {
  return typeof value === 'object' && value !== null && 'version' in value && 'languages' in value;
}
