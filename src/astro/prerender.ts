import { availableParallelism } from 'node:os';
import type { AstroIntegration } from 'astro';
import { type Hand, shareOut } from '#compile/share-out.ts';
import type { KeptPages } from './kept-pages.ts';
import { fileOf, isPage, makeOwn, pageMaker, type Site } from './page-maker.ts';
import type { Progress } from './progress.ts';
import type { Asked, DuePage, Rendering } from './rendering.ts';
import { rests } from './rests.ts';
import type { Helper } from './helper.ts';
import type { TracedArchive } from './traced-archive.ts';

type SetPrerenderer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:build:start']>
>[0]['setPrerenderer'];
type Prerenderer = Exclude<Parameters<SetPrerenderer>[0], (usual: never) => unknown>;
type Page = Awaited<ReturnType<Prerenderer['getStaticPaths']>>[number];

/** What a prerenderer of ours does beside making pages. */
export interface Prerendering {
  readonly archive: TracedArchive;
  readonly site: Site;
  /** Makes the bundle ready; called when it is there. */
  readonly prepare: () => Promise<void>;
  /** The pages that may be kept; asked for when the pages are bundled. */
  readonly kept: () => KeptPages;
  /** Starts somebody who makes some of the pages meanwhile; asked for where they are many. */
  readonly help: () => Helper<Rendering>;
  /** What is to be written beside pages; a helper makes pages meanwhile. */
  readonly writeOtherFiles: (kept: KeptPages) => Promise<void>;
  /** What is thrown where the code of an owner’s page fails, by its path. */
  readonly failed: (path: string, why: unknown) => Error;
  readonly progress: Progress;
}

/** From so many pages on, another process has made some of them before this one has made all. */
const WORTH_HELP = 2000;
/** How many pages are made at a time: those of some articles. */
const AT_A_TIME = 32;
/** A helper has the next pages at hand when it is done with some. */
const LANES_OF_HELPER = 2;
/**
 * Pages of citations are made by one process: it learns how the styles set each shape of a source,
 * which another would have to learn for itself.
 */
const CITING = '/[...language]/articles/[...article]/cite';
/** The owner’s own pages may show pictures, which Astro gathers while it makes them. */
const OWNERS = '/[...language]/[page]';

/**
 * Astro’s own prerenderer, only for those pages that the former site lacks; and most of these are
 * made beside Astro, by all hands that there are. Astro makes what only it can make.
 */
export function sparing(
  usual: Prerenderer,
  { archive, site, prepare, kept, help, writeOtherFiles, failed, progress }: Prerendering,
): Prerenderer {
  const phase = progress.phase('render', 'page');
  const make = pageMaker(site, archive, async (request, routeData) =>
    responseOf(await usual.render(request, { routeData })),
  );
  let [done, total] = [0, 0];
  let keeping: KeptPages | undefined;
  const isDone = (): void => {
    done += 1;
    phase.advance(done, total);
  };
  const makeBesideAstro = async (
    pages: readonly Page[],
    first: () => Promise<void>,
  ): Promise<Page[]> => {
    const left: Page[] = [];
    const take = (asked: Asked, page: Page): void => {
      if (!asked) {
        left.push(page);
        return;
      }
      keeping?.note(fileOf(page.pathname, page.route.type), asked);
      isDone();
    };
    const here = inTurns(({ pathname, route }: Page) => makeOwn(make, pathname, route));
    const isWorthHelp = pages.length >= WORTH_HELP && availableParallelism() > 1;
    const helper = isWorthHelp ? help() : undefined;
    const { true: citing = [], false: others = [] } = Object.groupBy(pages, ({ route }) =>
      route.route === CITING ? 'true' : 'false',
    );
    const cited = first().then(() => shareOut(citing, AT_A_TIME, [here], take));
    const hands: Hand<Page, Asked>[] = [
      async (some) => {
        await cited;
        return here(some);
      },
    ];
    if (helper) {
      const there: Hand<Page, Asked> = (some) => helper.hand(some.map(dueOf));
      hands.push(...Array.from({ length: LANES_OF_HELPER }, () => there));
    }
    const work = Promise.all([cited, shareOut(others, AT_A_TIME, hands, take)]);
    await work.finally(() => helper?.stop());
    return left;
  };
  return {
    name: 'diptych',
    setup: async () => usual.setup?.(),
    getStaticPaths: async () => {
      const paths = await usual.getStaticPaths();
      await prepare();
      const pages = (keeping = kept());
      const files = Map.groupBy(paths, ({ pathname, route }) => fileOf(pathname, route.type));
      total = paths.length;
      // Of two pages with one address Astro has to know; it refuses them.
      if (files.size < paths.length) return paths;
      const due = [...files].flatMap(([file, some]) => (pages.takeOver(file) ? [] : some));
      done = total - due.length;
      phase.advance(done, total);
      const [own = [], ofAstro = []] = [false, true].map((isOwners) =>
        due.filter(({ route }) => (route.route === OWNERS) === isOwners),
      );
      const left = await makeBesideAstro(besideEachOther(own), () => writeOtherFiles(pages));
      return [...left, ...ofAstro];
    },
    render: async (request, { routeData }) => {
      const path = decodeURI(new URL(request.url).pathname).slice(site.base.length - 1);
      const { response, questions } = await make(path, routeData).catch((why: unknown) => {
        throw routeData.route === OWNERS ? failed(path, why) : why;
      });
      isDone();
      if (!isPage(response)) return response;
      keeping?.note(fileOf(path, routeData.type), questions);
      // To Astro, a page without a body is one that is not to be written.
      return new Response(null);
    },
    teardown: async () => {
      phase.end();
      await usual.teardown?.();
    },
  };
}

function inTurns<Item, Result>(work: (item: Item) => Promise<Result>): Hand<Item, Result> {
  const rest = rests();
  return async (items) => {
    const results: Result[] = [];
    for (const item of items) {
      results.push(await work(item));
      await rest();
    }
    return results;
  };
}

function dueOf({ pathname, route: { route, component } }: Page): DuePage {
  return { pathname, route: { route, component } };
}

function responseOf(rendered: Awaited<ReturnType<Prerenderer['render']>>): Response {
  return rendered instanceof Response ? rendered : rendered.response;
}

/**
 * Pages in order of address, whatever their language: those of one article follow each other, so
 * that what was read for the one is at hand for the next.
 */
function besideEachOther(pages: readonly Page[]): Page[] {
  return pages
    .map((page) => ({ page, address: withoutLanguage(page.pathname) }))
    .sort((a, b) => Number(a.address > b.address) - Number(a.address < b.address))
    .map(({ page }) => page);
}

/** Nothing else has the form of a language tag and something behind it. */
function withoutLanguage(path: string): string {
  return path.replace(/^\/[a-z]{2,3}(?:-[A-Za-z0-9]+)*(?=\/.)/, '');
}
