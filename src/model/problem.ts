import { nearest } from './nearest.ts';
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

/** A sentence that names what a mistyped name most likely meant; else what can be said without it. */
export function didYouMean(typed: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(typed, known);
  return near === undefined ? otherwise : `Did you mean \`${near}\`?`;
}
