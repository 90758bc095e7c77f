import { isError, type Problem, severityOf, wordingOf } from './problem.ts';

/** One problem on one line: `path:line  what is wrong. What to do.  (code)`. */
export function problemToLine(problem: Problem): string {
  const { wrong, remedy } = wordingOf(problem);
  return `${problem.file}:${String(problem.line)}  ${[wrong, remedy].join(' ').trim()}  (${problem.code})`;
}

/** All problems, errors last because a terminal shows the end, and a line that counts them. */
export function problemsToReport(problems: readonly Problem[]): string {
  const errors = problems.filter(isError);
  const warnings = problems.filter((problem) => !isError(problem));
  const counts = `${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}`;
  const part = (title: string, some: readonly Problem[]): string[] =>
    some.length === 0 ? [] : [title, ...some.map(problemToLine), ''];
  return [...part('Warnings', warnings), ...part('Errors', errors), `${counts}.`].join('\n');
}

/** All problems as JSON: a list of `{severity, code, file, line, wrong, remedy, args}`. */
export function problemsToJson(problems: readonly Problem[]): string {
  const list = problems.map((problem) => ({
    severity: severityOf(problem.code),
    code: problem.code,
    file: problem.file,
    line: problem.line,
    ...wordingOf(problem),
    args: problem.args,
  }));
  return JSON.stringify(list, null, 2);
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
