import { PROBLEMS } from './problems.ts';

export type ProblemCode = keyof typeof PROBLEMS;
export type Severity = 'error' | 'warning';

/** The names in braces of a wording; braces that show a marker or YAML are no blanks. */
type Blanks<Wording extends string> = Wording extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}${' ' | '#' | ':'}${string}` ? never : Name) | Blanks<Rest>
  : never;

/** What fills the blanks of a problem's wording: the names and values it speaks of. */
export type ArgsOf<Code extends ProblemCode> = Readonly<
  Record<Blanks<(typeof PROBLEMS)[Code]['wrong'] | (typeof PROBLEMS)[Code]['remedy']>, string>
>;

/** Where a problem stands: a path relative to the archive's folder, with `/`, and a line from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Something wrong with an archive, as data: the wording is in one table (`problems.ts`). */
export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string>>;
}

/** A problem inside a file whose path is not known yet. */
export type LocalProblem = Omit<Problem, 'file'>;

/** Makes a problem at a line of a file that the caller will name. */
export function problemAt<Code extends ProblemCode>(
  line: number,
  code: Code,
  args: ArgsOf<Code>,
): LocalProblem {
  return { code, line, args };
}

/** Makes a problem at a place. */
export function problem<Code extends ProblemCode>(
  place: Place,
  code: Code,
  args: ArgsOf<Code>,
): Problem {
  return { code, file: place.file, line: place.line, args };
}

/** Names the file of problems that were found in it. */
export function inFile(file: string, problems: readonly LocalProblem[]): Problem[] {
  return problems.map(({ code, line, args }) => ({ code, file, line, args }));
}

export function severityOf(code: ProblemCode): Severity {
  return PROBLEMS[code].severity;
}

/** What is wrong and what to do about it, in two sentences. */
export function wordingOf({ code, args }: Pick<Problem, 'code' | 'args'>): {
  readonly wrong: string;
  readonly remedy: string;
} {
  const fill = (wording: string): string =>
    wording.replaceAll(/\{(\w+)\}/g, (blank, name: string) => args[name] ?? blank);
  return { wrong: fill(PROBLEMS[code].wrong), remedy: fill(PROBLEMS[code].remedy) };
}

export function isError(problem: Pick<Problem, 'code'>): boolean {
  return severityOf(problem.code) === 'error';
}

/** By file, line and code, each problem once: the order of every report. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const distinct = new Map(problems.map((item) => [JSON.stringify(item), item]));
  return [...distinct.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The name among `known` that a mistyped one most likely meant, or undefined where none is near:
 * at most one edit for every three letters (Damerau–Levenshtein, adjacent transpositions).
 */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - typed.length) >= bestDistance) continue;
    const distance = editDistance(typed.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

/** A sentence that names what a mistyped name most likely meant; else what can be said without it. */
export function didYouMean(typed: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(typed, known);
  return near === undefined ? otherwise : `Did you mean \`${near}\`?`;
}

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost);
      const transposed = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (transposed) least = Math.min(least, at(beforeLast, j - 2) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
