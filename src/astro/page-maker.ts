import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteData } from 'astro';
import { folderMaker } from './made-folders.ts';
import type { Question, TracedArchive } from './traced-archive.ts';

/** The site whose pages are made. */
export interface Site {
  /** The folder of the build. */
  readonly build: string;
  /** The base path, with `/` at both ends. */
  readonly base: string;
  /** Protocol and host. */
  readonly origin: string;
}

/** Renders the page of a route, as Astro’s app does. */
export type RenderPage = (request: Request, route: RouteData) => Promise<Response>;

/** A page that was asked for. */
export interface MadePage {
  readonly response: Response;
  /** All that it asked of the archive. */
  readonly questions: ReadonlySet<Question>;
}

/** Makes the page at a path below the base path. What is a page to publish is written at once. */
export type MakePage = (path: string, route: RouteData) => Promise<MadePage>;

/**
 * Makes pages of a site. They are written here and at once: Astro’s way, by a thread that has to be
 * woken thrice a page, takes a third of the time of making one.
 */
export function pageMaker(
  { build, base, origin }: Site,
  archive: TracedArchive,
  render: RenderPage,
): MakePage {
  const makeFolder = folderMaker(build);
  return async (path, route) => {
    const file = fileOf(path, route.type);
    const { result, questions } = await archive.trace(async () => {
      const url = new URL(addressOf(path, route.type, base), origin);
      const response = await render(new Request(url), route);
      // What a page asks while it is being read counts too.
      return { response, bytes: isPage(response) ? await response.bytes() : undefined };
    });
    if (result.bytes) {
      makeFolder(file);
      writeFileSync(join(build, file), result.bytes);
    }
    return { response: result.response, questions };
  };
}

/** Whether there is a page to publish: not one that leads elsewhere. */
export function isPage({ status }: Response): boolean {
  return status === 200;
}

/** The file of a page in the site, as Astro names it with `format: 'directory'`. */
export function fileOf(path: string, type: RouteData['type']): string {
  const name = nameOf(path);
  if (type !== 'page') return name;
  if (name === '404') return '404.html';
  return name === '' ? 'index.html' : `${name}/index.html`;
}

/** The address of a page, as Astro asks for it with `trailingSlash: 'always'`. */
function addressOf(path: string, type: RouteData['type'], base: string): string {
  const name = nameOf(path);
  return base + (type === 'page' && name !== '' ? `${name}/` : name);
}

function nameOf(path: string): string {
  return path.replace(/^\/|\/$/g, '');
}

/**
 * Makes a page that has nothing to do with Astro’s own work on pictures.
 *
 * @returns what it has asked; null where it is no page to publish, which is left to Astro
 */
export async function makeOwn(
  make: MakePage,
  path: string,
  route: RouteData,
): Promise<readonly Question[] | null> {
  try {
    const { response, questions } = await make(path, route);
    return isPage(response) ? [...questions] : null;
  } catch (cause) {
    throw new Error(`The page ${path} could not be made: ${String(cause)}`, { cause });
  }
}
