import type { CompiledArticle } from './article.ts';
import type { KeyedEntity } from './entity.ts';
import type { ArchiveFiles, FolderEntry } from './files.ts';
import type { NameList } from './name-list.ts';

/** What folders and files came to when they were compiled last, by path. */
export interface Compiled {
  readonly articles: Map<string, CompiledArticle>;
  readonly entities: Map<string, KeyedEntity>;
  /**
   * Forgets the articles if they were compiled with another list of names. Gives back the former
   * list where it has the same names, because it may be ready to be looked for.
   */
  readonly lookFor: (names: NameList) => NameList;
}

/** Nothing is known yet. */
export function nothingCompiled(): Compiled {
  const articles = new Map<string, CompiledArticle>();
  let listed: NameList | undefined;
  return {
    articles,
    entities: new Map(),
    lookFor: (names) => {
      if (listed?.key === names.key) return listed;
      articles.clear();
      return (listed = names);
    },
  };
}

/** What is known of an archive while it is edited, so that an edit costs what it changes. */
export interface Memory extends Compiled {
  /** The archive’s files; their folders are listed once. */
  readonly files: ArchiveFiles;
  /** Forgets what a file or folder, which has changed, come or gone, was part of. */
  readonly forget: (path: string) => void;
}

export function memoryOf(files: ArchiveFiles): Memory {
  const lists = new Map<string, readonly FolderEntry[] | null>();
  const compiled = nothingCompiled();
  const { articles, entities } = compiled;
  return {
    ...compiled,
    files: {
      read: files.read,
      list: async (folder) => {
        const known = lists.get(folder);
        if (known !== undefined) return known;
        const list = await files.list(folder);
        lists.set(folder, list);
        return list;
      },
    },
    forget: (path) => {
      const isConcerned = (other: string): boolean =>
        path === '' ||
        other === '' ||
        other === path ||
        `${other}/`.startsWith(`${path}/`) ||
        path.startsWith(`${other}/`);
      for (const known of [lists, articles, entities]) {
        for (const other of known.keys()) if (isConcerned(other)) known.delete(other);
      }
    },
  };
}
