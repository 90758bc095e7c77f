import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, expect, test } from 'vitest';
import { ROOMS } from './rooms.ts';

const root = new URL('../', import.meta.url);

test('every folder of src is a room with a rule, and on README’s map', () => {
  const folders = readdirSync(new URL('src/', root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(Object.keys(ROOMS).sort());
  const readme = readFileSync(new URL('README.md', root), 'utf8');
  for (const folder of folders) expect(readme).toContain(`src/${folder}`);
});

const eslint = new ESLint({ cwd: fileURLToPath(root) });
// The linter reads the types of the whole project first.
beforeAll(() => complaints('src/model/ids.ts', ''), 120_000);

/** The complaints of the linter about imports in a file of a room. */
async function complaints(file: string, source: string): Promise<string[]> {
  const [result] = await eslint.lintText(source, { filePath: file });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId?.startsWith('no-restricted') === true)
    .map(({ message }) => message);
}

test.each([
  ['src/model/ids.ts', "export { directionOf } from '#text/direction.ts';"],
  ['src/compile/rows.ts', "export { addressOf } from '#catalogue/addresses.ts';"],
  ['src/text/bidi.ts', "export { readFileSync } from 'node:fs';"],
  ['src/catalogue/check.ts', "export { getEntry } from 'astro:content';"],
  ['src/model/date.ts', 'export const now = new Date();'],
  ['src/model/date.ts', 'export const now = Date.now();'],
  ['src/text/bidi.ts', 'export const here = process.cwd();'],
  ['src/astro/view.ts', "export { serve } from '#cli/serve.ts';"],
  ['src/model/ids.ts', "export const later = import('#astro/view.ts');"],
  ['src/model/ids.ts', 'export const id = crypto.randomUUID();'],
  ['src/model/ids.ts', 'export const here = globalThis.process;'],
  ['src/components/Rows.astro', "---\nimport { toRows } from '../compile/rows.ts';\n---\n"],
  ['src/components/Rows.astro', "---\nimport { readFileSync } from 'node:fs';\n---\n"],
  ['src/search/browser/search-page.ts', "export { diptych } from '../../astro/integration.ts';"],
])('%s may not say %s', async (file, source) => {
  expect(await complaints(file, source)).not.toEqual([]);
});

test('a room may import what comes before it', async () => {
  const source = "export { isLanguageTag } from '#model/language.ts';";
  expect(await complaints('src/compile/rows.ts', source)).toEqual([]);
});
