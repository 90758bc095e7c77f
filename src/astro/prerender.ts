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
  /** The base path, with `/` at both ends. */
  readonly base: string;
}

/** Astro’s own prerenderer, with its pages counted, and only for those that the former site lacks. */
export function sparing(
  usual: Prerenderer,
  { archive, kept, progress, base }: Prerendering,
): Prerenderer {
  const phase = progress.phase('render', 'page');
  let [done, total] = [0, 0];
  let keeping: KeptPages | undefined;
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
      return due;
    },
    render: async (request, options) => {
      const { result, questions } = await archive.trace(async () => {
        const { status, headers, body } = responseOf(await usual.render(request, options));
        // What a page asks while it is being read counts too.
        return new Response(body && (await new Response(body).arrayBuffer()), { status, headers });
      });
      const path = new URL(request.url).pathname.slice(base.length - 1);
      if (result.status === 200) keeping?.note(fileOf(path, options.routeData.type), questions);
      done += 1;
      phase.advance(done, total);
      return result;
    },
    teardown: async () => {
      phase.end();
      await usual.teardown?.();
    },
  };
}

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
