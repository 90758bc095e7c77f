import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { edit } from './edit.ts';
import { usageOf } from './processes.ts';

export interface DevFigures {
  /** Seconds until the first page is served. */
  readonly start: number;
  /** Seconds from saving a text until its page shows it, one for each edit. */
  readonly edits: readonly number[];
  /** The most memory that any single process held, in bytes; null where no `/proc` tells it. */
  readonly memory: number | null;
}

const EDITS = 5;
/** How often a page is asked whether it shows the edit, in milliseconds. */
const INTERVAL = 20;
/** After which the bench gives up, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Edits a text several times while the archive is served for editing, and measures how long its
 * page takes to show that.
 *
 * @param text a text’s file
 * @param path the path of its page
 */
export async function measureDev(content: string, text: string, path: string): Promise<DevFigures> {
  const port = await freePort();
  const began = performance.now();
  const server = spawn(
    process.execPath,
    ['src/cli/dev.ts', '--content', content, '--port', String(port)],
    { cwd: join(import.meta.dirname, '..'), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = new Promise((resolve) => server.on('close', resolve));
  try {
    const url = `http://localhost:${String(port)}${path}`;
    await until(server, url, (page) => page.includes('</html>'));
    const start = secondsSince(began);
    const edits: number[] = [];
    for (let number = 1; number <= EDITS; number += 1) {
      const word = `edited-${String(number)}`;
      const restore = await edit(text, word);
      try {
        const saved = performance.now();
        await until(server, url, (page) => page.includes(word));
        edits.push(secondsSince(saved));
      } finally {
        await restore();
      }
      // What restores the text is an edit too: it has to be over before the next is timed.
      await until(server, url, (page) => !page.includes(word));
    }
    const memory = usageOf(server.pid ?? 0)?.peak ?? null;
    return { start, edits, memory };
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
}

/** Asks for a page until it is as it should be. Throws where that never comes or the server has ended. */
async function until(
  server: ChildProcess,
  url: string,
  isSo: (page: string) => boolean,
): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < PATIENCE && server.exitCode === null) {
    if (isSo(await pageAt(url))) return;
    await rest(INTERVAL);
  }
  throw new Error(`${url} does not become what the files say.`);
}

async function pageAt(url: string): Promise<string> {
  try {
    return await (await fetch(url)).text();
  } catch {
    // The server has not begun to listen.
    return '';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

function secondsSince(moment: number): number {
  return (performance.now() - moment) / 1000;
}
