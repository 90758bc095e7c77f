import { availableParallelism } from 'node:os';
import type { Memory } from '#compile/memory.ts';
import { dictionaryGaps } from '#interface/dictionaries.ts';
import { type Listening, type LoadedArchive, loadArchive } from '#pipeline.ts';
import { startCompiling } from './compiling.ts';
import type { ConcordanceWriter } from './concordance.ts';
import type { Progress } from './progress.ts';
import { cacheOf, type Workplace } from './workplace.ts';

/** What is known of the archive from before, and who hears of it. */
export interface CompileOptions extends Pick<Listening, 'sealed' | 'before'> {
  /** Takes where its articles name each entity. */
  readonly concordance?: ConcordanceWriter | undefined;
}

/**
 * Compiles the archive of a workplace, with the help of a second process where it is large.
 *
 * @param memory its files, and what is known of it already
 */
export async function compileArchive(
  work: Workplace,
  { files, ...known }: Memory,
  progress: Progress,
  { concordance, ...former }: CompileOptions = {},
): Promise<LoadedArchive> {
  const gaps = dictionaryGaps();
  if (gaps.length > 0) throw new Error(`The interface’s words have gaps:\n${gaps.join('\n')}`);
  const phase = progress.phase('compile', 'article');
  let helper: ReturnType<typeof startCompiling> | undefined;
  const loaded = await loadArchive(files, cacheOf(work), {
    ...{ known, ...former },
    onProgress: phase.advance,
    ...(concordance && { onConcordance: (some) => concordance.add(some) }),
    ...(availableParallelism() > 1 && {
      help: (entities) => (helper = startCompiling({ work, entities })).hand,
    }),
  }).finally(() => helper?.stop());
  await concordance?.finish();
  phase.end();
  return loaded;
}
