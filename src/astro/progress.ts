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
   */
  readonly phase: (name: string, unit: string) => Phase;
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

/**
 * Shows progress on a screen.
 *
 * @param now the time in milliseconds
 */
export function progressOn(screen: Screen, now: () => number): Progress {
  return {
    phase: (name, unit) => {
      const began = now();
      let drawn = 0;
      let last = { done: 0, total: 0 };
      return {
        advance: (done, total) => {
          last = { done, total };
          if (screen.isTTY !== true || (now() - drawn < 100 && done < total)) return;
          drawn = now();
          screen.write(`\r${bar(name, done, total, screen.columns ?? 80)}`);
        },
        end: () => {
          const seconds = ((now() - began) / 1000).toFixed(1);
          const line = `${name.padEnd(8)} ${counted(last.done, unit)}, ${seconds} s`;
          screen.write(screen.isTTY === true ? `\r\u001B[K${line}\n` : `${line}\n`);
        },
      };
    },
  };
}

function counted(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}

function bar(name: string, done: number, total: number, columns: number): string {
  const width = Math.max(10, Math.min(40, columns - 40));
  const filled = total === 0 ? width : Math.round((width * done) / total);
  return `${name.padEnd(8)} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(done)}/${String(total)}`;
}
