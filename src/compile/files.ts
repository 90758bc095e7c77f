/** One entry of a folder; a symbolic link is `link` whatever it points to. */
export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'link' | 'other';
}

/**
 * The files of an archive, by paths relative to its folder with `/`. The only way by which the
 * compiler reads, so that it can be given a folder on disk or a few words in a test.
 */
export interface ArchiveFiles {
  /** The entries of a folder in order of name; null where there is no such folder. */
  readonly list: (folder: string) => Promise<readonly FolderEntry[] | null>;
  /** The bytes of a file; null where there is no such file. */
  readonly read: (file: string) => Promise<Uint8Array | null>;
}
