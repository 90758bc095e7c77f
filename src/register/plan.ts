import type { ArchiveFiles, FolderEntry } from '#compile/files.ts';

/** Files of an archive that are to change together: their new bytes, or null where they go. */
export type Changes = Map<string, Uint8Array | string | null>;

/** What a command would do, or why it will not. */
export type Plan =
  | {
      readonly changes: Changes;
      /** What the editor should know, a sentence each. */
      readonly notes: readonly string[];
      /** The words that are erased, for looking whether others still hold them. */
      readonly erased: readonly string[];
    }
  | { readonly refused: string };

/** Every file below a folder, as paths in the archive. */
export async function filesBelow(files: ArchiveFiles, folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const { name, type } of (await files.list(folder)) ?? []) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (type === 'folder') paths.push(...(await filesBelow(files, path)));
    else if (type === 'file') paths.push(path);
  }
  return paths;
}

/** The words of a file, byte order mark and line ends included; empty where there is none. */
export async function sourceOf(files: ArchiveFiles, path: string): Promise<string> {
  const bytes = await files.read(path);
  return bytes ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : '';
}

/** An archive as it would be with some changes, for checking them before they are made. */
export function withChanges(files: ArchiveFiles, changes: Changes): ArchiveFiles {
  return {
    read: (path) => {
      const bytes = changes.get(path);
      if (bytes === undefined) return files.read(path);
      if (bytes === null) return Promise.resolve(null);
      return Promise.resolve(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
    },
    list: async (folder) => {
      const prefix = folder === '' ? '' : `${folder}/`;
      const entries = new Map<string, FolderEntry>();
      for (const entry of (await files.list(folder)) ?? []) {
        if (entry.type === 'folder' && !(await hasFiles(files, changes, prefix + entry.name)))
          continue;
        entries.set(entry.name, entry);
      }
      for (const [path, bytes] of changes) {
        if (!path.startsWith(prefix)) continue;
        const [name = '', ...below] = path.slice(prefix.length).split('/');
        if (below.length > 0) {
          if (bytes !== null) entries.set(name, { name, type: 'folder' });
        } else if (bytes === null) entries.delete(name);
        else entries.set(name, { name, type: 'file' });
      }
      if (entries.size === 0 && folder !== '') return null;
      return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** Whether a folder keeps anything: folders that become empty go. */
async function hasFiles(files: ArchiveFiles, changes: Changes, folder: string): Promise<boolean> {
  const going = [...changes].some(
    ([path, bytes]) => bytes === null && path.startsWith(`${folder}/`),
  );
  if (!going) return true;
  const paths = await filesBelow(files, folder);
  return paths.some((path) => changes.get(path) !== null);
}
