import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import type { KeptPages } from './kept-pages.ts';
import type { Progress } from './progress.ts';
import type { TracedArchive } from './traced-archive.ts';

type SetPrerenderer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:build:start']>
>[0]['setPrerenderer'];
type Prerenderer = Exclude<Parameters<SetPrerenderer>[0], (usual: never) => unknown>;

/** What a prerenderer of ours does beside making pages. */
export interface Prerendering {
  readonly archive: TracedArchive;
  /** The pages that may be kept; asked for when the pages are bundled. */
  readonly kept: () => KeptPages;
  readonly progress: Progress;
  /** The folder of the build. */
  readonly build: string;
  /** The base path, with `/` at both ends. */
  readonly base: string;
}

/**
 * Astro’s own prerenderer, with its pages counted, and only for those that the former site lacks.
 * It writes the pages itself, at once: Astro’s way, by a thread that has to be woken thrice a page,
 * takes a third of the time of making one.
 */
export function sparing(
  usual: Prerenderer,
  { archive, kept, progress, build, base }: Prerendering,
): Prerenderer {
  const phase = progress.phase('render', 'page');
  let [done, total, rested] = [0, 0, 0];
  let keeping: KeptPages | undefined;
  /** The folders that are there. */
  const folders = new Set<string>();
  return {
    name: 'diptych',
    setup: async () => usual.setup?.(),
    getStaticPaths: async () => {
      const paths = await usual.getStaticPaths();
      const pages = (keeping = kept());
      const files = Map.groupBy(paths, ({ pathname, route }) => fileOf(pathname, route.type));
      total = paths.length;
      // Of two pages with one address Astro has to know; it refuses them.
      const due = [...files].flatMap(([file, some]) =>
        some.length === 1 && pages.takeOver(file) ? [] : some,
      );
      done = total - due.length;
      phase.advance(done, total);
      return besideEachOther(due);
    },
    render: async (request, options) => {
      const { result, questions } = await archive.trace(async () => {
        const response = responseOf(await usual.render(request, options));
        // What a page asks while it is being read counts too.
        return { response, bytes: response.status === 200 ? await response.bytes() : undefined };
      });
      done += 1;
      phase.advance(done, total);
      // Nothing in the making of a page waits, so whatever else goes on would wait for all of them.
      if (performance.now() - rested > WITHOUT_REST) {
        await others();
        rested = performance.now();
      }
      if (!result.bytes) return result.response;
      const path = new URL(request.url).pathname.slice(base.length - 1);
      const file = fileOf(path, options.routeData.type);
      const folder = dirname(join(build, file));
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(join(build, file), result.bytes);
      keeping?.note(file, questions);
      // To Astro, a page without a body is one that is not to be written.
      return new Response(null);
    },
    teardown: async () => {
      phase.end();
      await usual.teardown?.();
    },
  };
}

/** In milliseconds. */
const WITHOUT_REST = 50;

type Rendered = Awaited<ReturnType<Prerenderer['render']>>;

function responseOf(rendered: Rendered): Response {
  return rendered instanceof Response ? rendered : rendered.response;
}

/** The file of a page in the site, as Astro names it with `format: 'directory'`. */
function fileOf(path: string, type: string): string {
  const name = path.replace(/^\/|\/$/g, '');
  if (type !== 'page') return name;
  if (name === '404') return '404.html';
  return name === '' ? 'index.html' : `${name}/index.html`;
}

/**
 * Pages in order of address, whatever their language: those of one article follow each other, so
 * that what was read for the one is at hand for the next.
 */
function besideEachOther<Page extends { readonly pathname: string }>(pages: Page[]): Page[] {
  return pages
    .map((page) => ({ page, address: withoutLanguage(page.pathname) }))
    .sort((a, b) => Number(a.address > b.address) - Number(a.address < b.address))
    .map(({ page }) => page);
}

/** Nothing else has the form of a language tag and something behind it. */
function withoutLanguage(path: string): string {
  return path.replace(/^\/[a-z]{2,3}(?:-[A-Za-z0-9]+)*(?=\/.)/, '');
}
