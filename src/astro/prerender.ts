import type { AstroIntegration } from 'astro';
import type { Progress } from './progress.ts';

type SetPrerenderer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:build:start']>
>[0]['setPrerenderer'];
type Prerenderer = Exclude<Parameters<SetPrerenderer>[0], (usual: never) => unknown>;

/** Astro’s own prerenderer, with its pages counted. */
export function withProgress(usual: Prerenderer, progress: Progress): Prerenderer {
  const phase = progress.phase('render', 'page');
  let [done, total] = [0, 0];
  return {
    name: 'diptych',
    setup: async () => usual.setup?.(),
    getStaticPaths: async () => {
      const paths = await usual.getStaticPaths();
      total = paths.length;
      return paths;
    },
    render: async (request, options) => {
      const response = await usual.render(request, options);
      done += 1;
      phase.advance(done, total);
      return response;
    },
    teardown: async () => {
      phase.end();
      await usual.teardown?.();
    },
  };
}
