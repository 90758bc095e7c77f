import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { citationToBiblatex } from '#cite/to-biblatex.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { readExample } from './archive-in-a-file.ts';
import { sourcesIn } from './sources-in-an-archive.ts';

const TWENTY = join(import.meta.dirname, 'zotero/twenty-records.txt');
const hasBiber = spawnSync('biber', ['--version']).status === 0;
if (!hasBiber) {
  console.warn('Skipped: biber’s own reading of the BibLaTeX files, because it is not installed.');
}

/** What biber says of entries, but for what it tells of its work. */
function complaints(entries: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-biber-'));
  try {
    writeFileSync(join(folder, 'entries.bib'), entries);
    const args = ['--tool', '--validate-datamodel', 'entries.bib'];
    const { stdout } = spawnSync('biber', args, { cwd: folder, encoding: 'utf8' });
    expect(stdout).toContain('INFO - This is Biber');
    return stdout.split('\n').filter((line) => line !== '' && !line.startsWith('INFO'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const OPTIONS = { skip: !hasBiber, timeout: 120_000 };

test('biber has nothing to complain of, in twenty records and the sample', OPTIONS, async () => {
  const archives = [
    readExample(readFileSync(TWENTY, 'utf8')).files,
    filesOnDisk(join(import.meta.dirname, '../content')),
  ];
  for (const files of archives) {
    const sources = await sourcesIn(files);
    expect(sources.size).toBeGreaterThan(19);
    const entries = [...sources.values()].map(({ citation, language }) =>
      citationToBiblatex(citation, language),
    );
    expect(complaints(entries.join('\n'))).toEqual([]);
  }
  expect(complaints('@article{a,\n  title = {A},\n}\n')).not.toEqual([]);
});
