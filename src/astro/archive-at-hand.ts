import type { RecordKind, Records } from './records.ts';

/**
 * The records of the archive that is being built or edited. It is the only way by which pages learn
 * anything of it, so that whoever renders a page can tell what the page was made from.
 */
export interface ArchiveAtHand {
  /** A record by its id; undefined where there is none. */
  readonly one: <Kind extends RecordKind>(kind: Kind, id: string) => Records[Kind] | undefined;
  /** All records of a kind in order of id: the same array while nothing of it changes. */
  readonly all: <Kind extends RecordKind>(kind: Kind) => readonly Records[Kind][];
}

declare global {
  /**
   * Pages are bundled and have modules of their own, so a module cannot hand them anything. What
   * stands here is put in its place as a whole before a page is made.
   */
  var diptychArchive: ArchiveAtHand | undefined;
}

export function putAtHand(archive: ArchiveAtHand): void {
  globalThis.diptychArchive = archive;
}

/** The archive at hand. Throws where pages are made without one. */
export function archiveAtHand(): ArchiveAtHand {
  if (globalThis.diptychArchive) return globalThis.diptychArchive;
  throw new Error('There is no archive at hand: the integration has not compiled one.');
}
