import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { inLanes } from '#search/build/in-lanes.ts';
import { fileScript, scriptOf } from '#search/file-script.ts';
import { WORKER_PROGRAM } from '#search/folders.ts';
import { toFolderFrom } from './address.ts';
import type { BuiltSite } from './built-site.ts';
import { toClassicScript } from './classic-script.ts';
import type { Part } from './parts.ts';
import { LOADER, type PlannedFile } from './plan-folder.ts';
import { rewritePage } from './rewrite-page.ts';
import { rewriteStyles } from './rewrite-styles.ts';

/** So many files are worked on at a time: one waits for the disk while another is made. */
const AT_A_TIME = 8;

/** From what the loader of the search is made. */
const LOADER_SOURCE = join(import.meta.dirname, '../search/browser/give-loader.ts');

/** How much a folder holds. */
export interface FolderSize {
  readonly files: number;
  readonly bytes: number;
}

/** Hears how many files are written, of how many. */
export type OnFiles = (done: number, total: number) => void;

/**
 * Writes a site as a folder that needs no server. No file is in memory for longer than it is worked
 * on.
 *
 * @param plan what becomes of each file of the site
 * @param folder where to; it is there and empty
 */
export async function writeFolder(
  site: BuiltSite,
  plan: readonly PlannedFile[],
  folder: string,
  onFiles: OnFiles = () => undefined,
): Promise<FolderSize> {
  const writer = new FolderWriter(site, folder);
  // Which modules a page names is known when all pages are read.
  const [modules, others] = [plan.filter(isModule), plan.filter((one) => !isModule(one))];
  let done = 0;
  const write = async (one: PlannedFile): Promise<void> => {
    await writer.write(one);
    done += 1;
    onFiles(done, plan.length);
  };
  await inLanes(others, AT_A_TIME, write);
  await inLanes(modules, AT_A_TIME, write);
  await writer.writeSearch();
  return writer.size;
}

function isModule({ part }: PlannedFile): boolean {
  return part === 'module';
}

class FolderWriter {
  readonly #site: BuiltSite;
  readonly #folder: string;
  readonly #folders = new Set<string>();
  /** Modules that pages name, as files of the site. */
  readonly #named = new Set<string>();
  #files = 0;
  #bytes = 0;

  constructor(site: BuiltSite, folder: string) {
    this.#site = site;
    this.#folder = folder;
  }

  get size(): FolderSize {
    return { files: this.#files, bytes: this.#bytes };
  }

  async write({ file, part, targets }: PlannedFile): Promise<void> {
    const [target, script = target] = targets;
    if (target === undefined || script === undefined) return;
    const from = join(this.#site.folder, file);
    const ways: Readonly<Record<Exclude<Part, 'none'>, () => Promise<void>>> = {
      page: async () => {
        await this.#put(target, this.#page(file, await readFile(from, 'utf8')));
      },
      styles: async () => {
        const css = await readFile(from, 'utf8');
        await this.#put(target, rewriteStyles(css, toFolderFrom(file, this.#site)));
      },
      module: async () => {
        if (this.#named.has(file)) await this.#put(target, await toClassicScript(from));
      },
      json: async () => {
        await this.#put(target, fileScript(file, deflated(await readFile(from))));
      },
      bytes: async () => {
        await this.#put(target, fileScript(file, await readFile(from, 'base64')));
      },
      data: async () => {
        await this.#copy(from, target);
        await this.#put(script, fileScript(file, deflated(await readFile(from))));
      },
      copy: async () => {
        await this.#copy(from, target);
      },
    };
    if (part !== 'none') await ways[part]();
  }

  /**
   * Writes what the search has here and not online: its loader, and Pagefind’s program for a worker,
   * which is the same in every bundle and carried once.
   */
  async writeSearch(): Promise<void> {
    await this.#put(LOADER, await toClassicScript(LOADER_SOURCE));
    const programs = [...this.#site.files].filter((file) =>
      /^pagefind\/[^/]+\/pagefind-worker\.js$/.test(file),
    );
    let only: string | undefined;
    for (const file of programs) {
      const program = await readFile(join(this.#site.folder, file), 'utf8');
      if (only !== undefined && program !== only) {
        throw new Error(`${file} is another program than that of other languages.`);
      }
      only = program;
    }
    if (only !== undefined) {
      await this.#put(scriptOf(WORKER_PROGRAM), fileScript(WORKER_PROGRAM, only));
    }
  }

  #page(file: string, html: string): string {
    const { base } = this.#site;
    const page = rewritePage(html, toFolderFrom(file, this.#site), base + LOADER);
    for (const module of page.modules) {
      if (!module.startsWith(base))
        throw new Error(`${file} has a module of another place: ${module}`);
      this.#named.add(decodeURIComponent(module.slice(base.length)));
    }
    return page.html;
  }

  async #put(path: string, words: string): Promise<void> {
    const bytes = Buffer.from(words);
    await writeFile(await this.#placeFor(path), bytes);
    this.#count(bytes.length);
  }

  async #copy(from: string, path: string): Promise<void> {
    const to = await this.#placeFor(path);
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    this.#count((await stat(to)).size);
  }

  async #placeFor(path: string): Promise<string> {
    const place = join(this.#folder, path);
    const folder = dirname(place);
    if (!this.#folders.has(folder)) await mkdir(folder, { recursive: true });
    this.#folders.add(folder);
    return place;
  }

  #count(bytes: number): void {
    this.#files += 1;
    this.#bytes += bytes;
  }
}

/** As a page inflates it. */
function deflated(json: Buffer): string {
  return deflateRawSync(json, { level: 9 }).toString('base64');
}
