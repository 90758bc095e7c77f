import { readFileSync, writeFileSync } from 'node:fs';
import { completed, lockfile, missingEntries } from './lockfile.ts';

/** Adds to `package-lock.json` what the registry did not have. Run it after every `npm install`. */
const path = new URL('../package-lock.json', import.meta.url);
const lock = lockfile.parse(JSON.parse(readFileSync(path, 'utf8')));
for (const [place, { version }] of missingEntries(lock)) console.log(`added ${place} ${version}`);
writeFileSync(path, `${JSON.stringify(completed(lock), null, 2)}\n`);
