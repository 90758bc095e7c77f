import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { PhaseMessage } from './measured-build.ts';
import { type RunningProcess, runningProcesses, type Usage, usageOf } from './processes.ts';

/** What a phase or a whole build took. Processor and memory are null where no `/proc` tells them. */
export interface Figures {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of the processors, user and system, of all processes together. */
  readonly cpu: number | null;
  /** The most memory that any single process held, in bytes. */
  readonly memory: number | null;
}

export interface BuildFigures {
  readonly whole: Figures;
  /** The phases in the order in which they began; what lies between them is in `whole` only. */
  readonly phases: ReadonlyMap<string, Figures>;
}

/** How often memory is looked at, in milliseconds. */
const INTERVAL = 250;

/**
 * Builds a site in a process of its own, and measures that process and all that it starts. The
 * build tells when its phases begin and end; processor time is read from `/proc` at these
 * moments, memory four times a second, and the peak of the whole from the kernel’s own mark.
 */
export async function measureBuild(content: string, out: string): Promise<BuildFigures> {
  const child = fork(join(import.meta.dirname, 'measured-build.ts'), [content, out], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { pid = 0 } = child;
  const whole = meter(pid, 'peak');
  const meters = new Map<string, Meter>();
  const running = new Set<Meter>();
  const phases = new Map<string, Figures>();
  /** The processes that do phases of their own, beside the build’s. */
  const helpers = new Set<number>();
  child.on('message', ({ phase, edge, by }: PhaseMessage) => {
    if (edge === 'begin') {
      if (by !== undefined) helpers.add(by);
      const one = meter(by ?? pid, 'memory', by === undefined ? helpers : undefined);
      meters.set(phase, one);
      running.add(one);
      return;
    }
    const ended = meters.get(phase);
    if (!ended) return;
    phases.set(phase, ended.read());
    running.delete(ended);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  let status: number | null | undefined;
  void ended.then((code) => (status = code));
  while (status === undefined) {
    await Promise.race([rest(INTERVAL), ended]);
    const all = runningProcesses();
    whole.look(all);
    for (const one of running) one.look(all);
  }
  if (status !== 0) throw new Error('The build has failed.');
  const begun = [...meters.keys()];
  const inOrder = [...phases].sort(([a], [b]) => begun.indexOf(a) - begun.indexOf(b));
  return { whole: whole.read(), phases: new Map(inOrder) };
}

/** Measures from when it is made; memory as it is at each look, or as the kernel marked its peak. */
interface Meter {
  readonly look: (all?: readonly RunningProcess[]) => void;
  readonly read: () => Figures;
}

function meter(pid: number, of: 'memory' | 'peak', apart?: ReadonlySet<number>): Meter {
  const began = performance.now();
  const now = (all?: readonly RunningProcess[]): Usage | null => usageOf(pid, apart, all);
  const before = now();
  let last = before;
  let memory = 0;
  const look = (all?: readonly RunningProcess[]): void => {
    const usage = now(all);
    // Nothing is left to read of a process that has ended.
    if (usage === null || usage.peak === 0) return;
    last = usage;
    memory = Math.max(memory, usage[of]);
  };
  return {
    look,
    read: () => {
      look();
      return {
        wall: (performance.now() - began) / 1000,
        cpu: last && before && last.cpu - before.cpu,
        memory: before && memory,
      };
    },
  };
}
