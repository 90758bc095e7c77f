import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { takeLock } from '#astro/lock.ts';
import {
  checkOutput,
  discard,
  OutputError,
  recover,
  stagingFor,
  swap,
  writeManifest,
} from '#astro/staging.ts';
import { PROJECT, type Workplace } from '#astro/workplace.ts';
import { isOwnZip } from '#bundle/write-zip.ts';

/** Where a folder and its zip are put together, while what stood in their places stays. */
export interface OfflinePlaces {
  /** What the folder will be called, in the zip as well. */
  readonly name: string;
  /** Where it will be, and its zip. */
  readonly out: string;
  readonly outZip: string;
  /** Where they are put together; the folder is there and empty. */
  readonly folder: string;
  readonly zip: string;
  /** Lists what the folder consists of, by which it is known when it is to be replaced. */
  readonly sign: () => void;
  /** Puts both in their places. Where it is not called, nothing of them is left. */
  readonly finish: () => void;
}

/** Takes the places of a folder and of its zip. Throws `OutputError` where something else is there. */
export async function takePlaces(output: string, work: Workplace): Promise<OfflinePlaces> {
  const staging = stagingFor(output, join(work.own, 'folder'));
  const { out, next, build } = staging;
  const [outZip, zip] = [`${out}.zip`, `${next}.zip`];
  checkOutput(staging, { content: work.content, project: PROJECT });
  if (existsSync(outZip) && !(await isOwnZip(outZip))) {
    throw new OutputError(
      `${outZip} is not a zip that Diptych wrote, and would be replaced. Move it away, or name another folder with \`--out\`.`,
    );
  }
  const release = takeLock(staging.lock, `writing ${out}`);
  const sweep = (): void => {
    discard(staging);
    rmSync(zip, { force: true });
  };
  recover(staging);
  sweep();
  process.on('exit', sweep);
  mkdirSync(build, { recursive: true });
  mkdirSync(dirname(zip), { recursive: true });
  return {
    ...{ name: basename(out), out, outZip, folder: build, zip },
    sign: () => {
      writeManifest(staging);
    },
    finish: () => {
      swap(staging);
      renameSync(zip, outZip);
      process.off('exit', sweep);
      release();
    },
  };
}
