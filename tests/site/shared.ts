import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = join(import.meta.dirname, '../../../shared');

/** The hand-checked archive beside the project, where it is at hand. */
export const GOLD: string | undefined = existsSync(join(SHARED, 'gold/archive'))
  ? join(SHARED, 'gold/archive')
  : undefined;

if (GOLD === undefined) {
  console.warn(`Skipped: the tests on the gold archive, because ${SHARED} is not there.`);
}
