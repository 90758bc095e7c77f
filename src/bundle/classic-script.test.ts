import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { toClassicScript } from './classic-script.ts';

test('a module and all that it imports, now or later, become one script that keeps to itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diptych-script-'));
  await writeFile(join(folder, 'now.js'), 'export const now = 1;');
  await writeFile(join(folder, 'later.js'), 'export const later = 2;');
  await writeFile(
    join(folder, 'entry.js'),
    "import { now } from './now.js'; const own = now; import('./later.js').then(({ later }) => tell(own + later));",
  );
  const { promise, resolve } = Promise.withResolvers<number>();
  const page = { tell: resolve };
  runInNewContext(await toClassicScript(join(folder, 'entry.js')), page);
  expect(await promise).toBe(3);
  expect(Object.keys(page)).toEqual(['tell']);
  await rm(folder, { recursive: true });
});
