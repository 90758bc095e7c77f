import type { ArchiveFiles, FolderEntry } from '#compile/files.ts';

/** A small archive in one readable file, and the problems that it must have. */
export interface Example {
  readonly files: ArchiveFiles;
  /** What files must become when they are numbered, each new id as a capital letter. */
  readonly numbered: ReadonlyMap<string, string>;
  /** Lines `path:line code`, in the order of the report. */
  readonly problems: readonly string[];
}

/** An archive with which nothing is wrong, for examples that have no `archive.yaml` of their own. */
const ARCHIVE = `title: { en: An archive }
url: https://archive.example.org
languages: [en, ar]
publisher: { name: A library }
licence: CC-BY-4.0
contact: mailto:archive@example.org
`;

/**
 * Reads an example: `=== path` begins a file, `=> path` a symbolic link, `=== problems` what must be
 * reported, `=== numbered path` what numbering makes of a file. In a file `\\xNN` is a byte, so that other encodings can be written down. An example
 * without `archive.yaml` gets one; `=== no archive.yaml` keeps it away.
 */
export function readExample(source: string): Example {
  const parts = source
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end).trim(), part.slice(end + 1)] as const;
    });
  const contents = new Map<string, string>(parts);
  const problems = contents.get('problems') ?? '';
  contents.delete('problems');
  const numbered = new Map<string, string>();
  for (const [name, words] of parts) {
    if (!name.startsWith('numbered ')) continue;
    contents.delete(name);
    numbered.set(name.replace('numbered ', ''), words);
  }
  if (!contents.delete('no archive.yaml') && !contents.has('archive.yaml')) {
    contents.set('archive.yaml', ARCHIVE);
  }
  return {
    files: filesIn(contents),
    numbered,
    problems: problems.split('\n').filter((line) => line.trim() !== ''),
  };
}

/** An archive of a few words in memory: paths with their contents. */
export function filesIn(contents: ReadonlyMap<string, string>): ArchiveFiles {
  return {
    list: (folder) => {
      const prefix = folder === '' ? '' : `${folder}/`;
      const entries = new Map<string, FolderEntry>();
      for (const path of contents.keys()) {
        const isLink = path.startsWith('=> ');
        const bare = path.replace(/^=> /, '');
        if (!bare.startsWith(prefix)) continue;
        const [name = '', ...below] = bare.slice(prefix.length).split('/');
        const type = below.length > 0 ? 'folder' : isLink ? 'link' : 'file';
        entries.set(name, { name, type });
      }
      const sorted = [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
      return Promise.resolve(sorted.length === 0 && folder !== '' ? null : sorted);
    },
    read: (file) => {
      const words = contents.get(file);
      return Promise.resolve(words === undefined ? null : bytesOf(words));
    },
  };
}

function bytesOf(words: string): Uint8Array {
  const parts = words.split(/\\x([0-9a-f]{2})/);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Buffer.from([Number.parseInt(part, 16)]) : Buffer.from(part),
    ),
  );
}
