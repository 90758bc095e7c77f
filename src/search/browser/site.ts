import { safePath } from '#model/safe-path.ts';

/** The site around a page, as its addresses are written on that page. */
export interface Site {
  /** Whether it is a folder that is read without a server. */
  readonly isFolder: boolean;
  /** The address of a file by its path below the base. */
  readonly file: (path: string) => string;
  /** The address of a page in the reader’s language, by its address below the home page. */
  readonly page: (path: string) => string;
}

/** What a page of a folder is called: a server would not be asked for it. */
const PAGE = 'index.html';

/**
 * The site by the addresses of its first page and of the home page in the reader’s language. A site
 * that is served calls its pages by their folders; one that is read as a folder, by their files.
 */
export function siteAt(first: string, home: string): Site {
  const isFolder = first.endsWith(PAGE);
  if (!isFolder) return { isFolder, file: (path) => first + path, page: (path) => home + path };
  const below = (page: string) => (path: string) =>
    page.slice(0, -PAGE.length) + encodeURI(safePath(path));
  return { isFolder, file: below(first), page: (path) => below(home)(path) + PAGE };
}
