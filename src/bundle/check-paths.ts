import { type Problem, problem } from '#model/problem.ts';

/** What Windows takes of a path with its drive, unless it is told otherwise (`MAX_PATH` without its end). */
const LONGEST = 259;
/** The shortest way to the folder: a drive, such as that of a USB stick, `E:\`. */
const DRIVE = 3;
/** So much is left for where people unpack it: `C:\Users\firstname.lastname\Downloads\` twice over. */
const ROOM = 80;

/**
 * Whether the files of a folder can stand on every system: no two that differ only in capital
 * letters, none whose path is too long for Windows. Of long paths the longest of each folder is named.
 *
 * @param name what the folder is called
 * @param files paths below it
 */
export function checkPaths(name: string, files: Iterable<string>): Problem[] {
  const problems: Problem[] = [];
  const known = new Map<string, string>();
  const long = new Map<string, string>();
  for (const file of files) {
    const folded = file.normalize('NFC').toLowerCase();
    const other = known.get(folded);
    if (other === undefined) known.set(folded, file);
    else problems.push(problem({ file, line: 1 }, 'offline-same-path', { path: file, other }));
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const isLong = lengthOf(name, file) > LONGEST - ROOM;
    if (isLong && file.length > (long.get(folder)?.length ?? 0)) long.set(folder, file);
  }
  for (const file of long.values()) {
    const length = lengthOf(name, file);
    const isImpossible = DRIVE + length > LONGEST;
    const code = isImpossible ? 'offline-impossible-path' : 'offline-long-path';
    problems.push(problem({ file, line: 1 }, code, { path: file, length: String(length) }));
  }
  return problems;
}

function lengthOf(name: string, file: string): number {
  return name.length + 1 + file.length;
}
