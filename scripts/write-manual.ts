import { readFileSync, writeFileSync } from 'node:fs';
import { withTables } from './content-format.ts';

/** Writes the tables of `docs/content-format.md` anew from the schemas. */
const manual = new URL('../docs/content-format.md', import.meta.url);
writeFileSync(manual, withTables(readFileSync(manual, 'utf8')));
