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

/** A process that runs, and which one has started it. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** Seconds of user and system time, its own and that of children that have ended. */
  readonly cpu: number;
}

/** Lists the processes that run; none where there is no `/proc` (macOS, Windows). */
export function runningProcesses(): readonly RunningProcess[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? read(Number(name)) : []));
}

/**
 * Reads from `/proc` what a process and its descendants use. The time of a child that has ended is
 * in its parent’s account (`cutime`), so nothing is lost between two readings. Null where there
 * is no `/proc` (macOS, Windows).
 *
 * @param apart children that are left out with their descendants; they have to be running still
 * @param all the processes that run now
 */
export function usageOf(
  pid: number,
  apart: ReadonlySet<number> = new Set(),
  all = runningProcesses(),
): Usage | null {
  if (process.platform !== 'linux') return null;
  const found = family(pid, apart, all);
  const held = found.map((one) => memoryOf(one.pid));
  return {
    cpu: found.reduce((sum, one) => sum + one.cpu, 0),
    memory: Math.max(0, ...held.map(({ memory }) => memory)),
    peak: Math.max(0, ...held.map(({ peak }) => peak)),
  };
}

/** A process and its descendants. */
function family(
  pid: number,
  apart: ReadonlySet<number>,
  all: readonly RunningProcess[],
): RunningProcess[] {
  const byParent = Map.groupBy(all, ({ parent }) => parent);
  const found = all.filter((one) => one.pid === pid);
  // The list grows while it is walked: the children of each come after it.
  for (const one of found) {
    found.push(...(byParent.get(one.pid) ?? []).filter((child) => !apart.has(child.pid)));
  }
  return found;
}

function read(pid: number): RunningProcess[] {
  const stat = contentOf(`/proc/${String(pid)}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
  if (!stat) return [];
  // Fields 14 to 17 of proc_pid_stat(5): own and waited-for children’s user and system time.
  const cpu = stat.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  return [{ pid, parent: Number(stat[1]), cpu }];
}

function memoryOf(pid: number): Omit<Usage, 'cpu'> {
  const status = contentOf(`/proc/${String(pid)}/status`) ?? '';
  const bytes = (key: string): number =>
    Number(new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) * 1024;
  return { memory: bytes('VmRSS'), peak: bytes('VmHWM') };
}

/** What the kernel says of a process; undefined where it has ended meanwhile. */
function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
