import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData, SSRManifest } from 'astro';
import type { RenderPage } from './page-maker.ts';

/** Astro’s bundle of all pages, in a process that did not make it. */
export interface BundledPages {
  readonly routes: readonly RouteData[];
  readonly render: RenderPage;
}

/** What Astro’s own build tells the app of a bundle of pages, as far as it asks. */
interface PagesApp {
  readonly manifest: Pick<SSRManifest, 'routes'> & {
    /** Of each component the module of its page, loaded when it is asked for. */
    readonly pageMap?: Map<string, () => Promise<unknown>>;
  };
  readonly setInternals: (internals: {
    readonly pagesByKeys: ReadonlyMap<string, { readonly styles: readonly OrderedSheet[] }>;
  }) => void;
  readonly setOptions: (options: {
    readonly settings: { readonly scripts: readonly never[] };
    readonly logger: { readonly options: { readonly destination: { write: () => void } } };
  }) => void;
  readonly render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

interface OrderedSheet {
  readonly sheet: SSRManifest['routes'][number]['styles'][number];
  readonly depth: number;
  readonly order: number;
}

/**
 * Opens the bundle from which Astro makes pages. What its build knows of styles is in the bundle’s
 * manifest too, put there for prerenderers in other runtimes.
 *
 * @param bundle the folder of the bundle
 * @returns nothing where Astro’s build knows more of the pages than the bundle does
 * @throws Error where the bundle has another shape than that of the version of Astro that is locked
 */
export async function openBundle(bundle: string): Promise<BundledPages | undefined> {
  const app = await appOf(bundle);
  const { routes } = app.manifest;
  // Scripts that other integrations put on every page are known to Astro’s own build only.
  if (routes.some(({ scripts }) => scripts.length > 0)) return undefined;
  app.setInternals({
    pagesByKeys: new Map(
      routes.map(({ routeData: { route, component }, styles }) => [
        `${route}&${component}`,
        { styles: styles.map((sheet, order) => ({ sheet, depth: 0, order })) },
      ]),
    ),
  });
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => undefined } } },
  });
  return {
    routes: routes.map(({ routeData }) => routeData),
    render: (request, routeData) => app.render(request, { routeData }),
  };
}

/** Opens the bundle for a process in which Astro itself makes pages from it. */
export async function prepareBundle(bundle: string): Promise<void> {
  await appOf(bundle);
}

/** The app of a bundle, which loads the module of each page once: Astro does so anew for each page. */
async function appOf(bundle: string): Promise<PagesApp> {
  const [entry] = globSync('prerender-entry.*.mjs', { cwd: bundle });
  const module: unknown = entry && (await import(pathToFileURL(join(bundle, entry)).href));
  if (!hasApp(module)) throw new Error(`Astro has bundled the pages in an unknown way: ${bundle}`);
  const { pageMap } = module.app.manifest;
  for (const [component, load] of pageMap ?? []) {
    let loaded: Promise<unknown> | undefined;
    pageMap?.set(component, () => (loaded ??= load()));
  }
  return module.app;
}

function hasApp(module: unknown): module is { readonly app: PagesApp } {
  if (typeof module !== 'object' || module === null || !('app' in module)) return false;
  const { app } = module;
  return (
    typeof app === 'object' &&
    app !== null &&
    'manifest' in app &&
    ['setInternals', 'setOptions', 'render'].every(
      (name) => typeof Reflect.get(app, name) === 'function',
    )
  );
}
