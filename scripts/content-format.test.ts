import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTables } from './content-format.ts';

test('the manual’s tables are what the schemas say', () => {
  const manual = readFileSync(new URL('../docs/content-format.md', import.meta.url), 'utf8');
  expect(manual, 'run `node scripts/write-manual.ts`').toBe(withTables(manual));
});
