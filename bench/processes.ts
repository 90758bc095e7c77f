import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it has started have come to, so far. */
export interface Usage {
  /** Seconds of user and system time, of processes that have ended too. */
  readonly cpu: number;
  /** The most memory that any single process holds now, in bytes (resident set). */
  readonly memory: number;
  /** The most that any of those that still run has ever held. */
  readonly peak: number;
}

/** Ticks of a second in `/proc`: the same on every Linux that Node runs on. */
const TICKS = 100;

/**
 * Reads from `/proc` what a process and its descendants use. The time of a child that has ended is
 * in its parent’s account (`cutime`), so nothing is lost between two readings. Null where there
 * is no `/proc` (macOS, Windows).
 *
 * @param apart children that are left out with their descendants; they have to be running still
 */
export function usageOf(pid: number, apart: ReadonlySet<number> = new Set()): Usage | null {
  if (process.platform !== 'linux') return null;
  const found = family(pid, apart);
  return {
    cpu: found.reduce((sum, one) => sum + one.cpu, 0),
    memory: Math.max(0, ...found.map(({ memory }) => memory)),
    peak: Math.max(0, ...found.map(({ peak }) => peak)),
  };
}

interface Reading {
  readonly pid: number;
  readonly parent: number;
  readonly cpu: number;
  readonly memory: number;
  readonly peak: number;
}

/** A process and its descendants. */
function family(pid: number, apart: ReadonlySet<number>): Reading[] {
  const all = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? read(Number(name)) : [],
  );
  const byParent = Map.groupBy(all, ({ parent }) => parent);
  const found = all.filter((one) => one.pid === pid);
  // The list grows while it is walked: the children of each come after it.
  for (const one of found) {
    found.push(...(byParent.get(one.pid) ?? []).filter((child) => !apart.has(child.pid)));
  }
  return found;
}

function read(pid: number): Reading[] {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const bytes = (key: string): number =>
      Number(new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) * 1024;
    // Fields 14 to 17 of proc_pid_stat(5): own and waited-for children’s user and system time.
    const cpu = stat.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
    return [{ pid, parent: Number(stat[1]), cpu, memory: bytes('VmRSS'), peak: bytes('VmHWM') }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
