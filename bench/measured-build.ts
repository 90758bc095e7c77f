import type { Progress } from '#astro/progress.ts';
import { buildSite } from '#cli/build.ts';

/** What the build tells the bench of its phases, when they begin and end. */
export interface PhaseMessage {
  readonly phase: string;
  readonly edge: 'begin' | 'end';
  /** The process that does it, if it is another than the build’s own. */
  readonly by?: number | undefined;
}

/** Tells the process that has started this one when each phase begins and ends. */
const telling: Progress = {
  phase: (phase, _unit, by) => {
    tell({ phase, edge: 'begin', by });
    return {
      advance: () => undefined,
      end: () => {
        tell({ phase, edge: 'end' });
      },
    };
  },
};

function tell(message: PhaseMessage): void {
  process.send?.(message);
}

/** The build of `npm run build`, whose phases are told instead of shown. */
const [, , content, out] = process.argv;
if (content === undefined || out === undefined) throw new Error('Two folders are needed.');
await buildSite({ content, out, base: undefined }, telling);
process.disconnect();
