import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where tests share one build of the sample, whichever makes it first. */
    readonly sampleFolder: string;
  }
}

/** Gives the tests of a run a folder in common, and takes it away when all are done. */
export default async function oneSample(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'diptych-sample-'));
  project.provide('sampleFolder', folder);
  return () => rm(folder, { recursive: true });
}
