/** A phase of long work under way. */
export interface Phase {
  /** Tells how much is done, of how much. */
  readonly advance: (done: number, total: number) => void;
  /** Tells that it is over. */
  readonly end: () => void;
}

/** Hears of long work, and shows it: a bar on a terminal, one line a phase elsewhere. */
export interface Progress {
  /**
   * @param name what is being done, a verb
   * @param unit what is counted, in the singular
   * @param pid the process that does it, if it is another
   */
  readonly phase: (name: string, unit: string, pid?: number) => Phase;
}

/** A progress that shows nothing. */
export const QUIET: Progress = {
  phase: () => ({ advance: () => undefined, end: () => undefined }),
};

/** Where progress is shown. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly write: (text: string) => unknown;
}

/** How far a phase is. */
interface Standing {
  readonly name: string;
  done: number;
  total: number;
}

/**
 * Shows progress on a screen. Phases that are under way at the same time share a line.
 *
 * @param now the time in milliseconds
 */
export function progressOn(screen: Screen, now: () => number): Progress {
  const running = new Set<Standing>();
  let drawn = 0;
  const draw = (): void => {
    if (screen.isTTY !== true) return;
    drawn = now();
    const columns = Math.floor((screen.columns ?? 80) / Math.max(1, running.size));
    screen.write(`\r\u001B[K${Array.from(running, (one) => bar(one, columns)).join('   ')}`);
  };
  return {
    phase: (name, unit) => {
      const began = now();
      const standing: Standing = { name, done: 0, total: 0 };
      running.add(standing);
      return {
        advance: (done, total) => {
          Object.assign(standing, { done, total });
          if (now() - drawn >= 100 || done >= total) draw();
        },
        end: () => {
          running.delete(standing);
          const seconds = ((now() - began) / 1000).toFixed(1);
          const line = `${name.padEnd(8)} ${counted(standing.done, unit)}, ${seconds} s`;
          screen.write(screen.isTTY === true ? `\r\u001B[K${line}\n` : `${line}\n`);
          if (running.size > 0) draw();
        },
      };
    },
  };
}

function counted(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}

function bar({ name, done, total }: Standing, columns: number): string {
  const width = Math.max(5, Math.min(40, columns - 35));
  const filled = total === 0 ? width : Math.round((width * done) / total);
  return `${name.padEnd(8)} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(done)}/${String(total)}`;
}
