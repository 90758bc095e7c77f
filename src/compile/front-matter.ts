import { type LocalProblem, problemAt } from '#model/problem.ts';

/** A file in its two parts, with the lines (from 1) in which they begin. */
export interface FrontMatter {
  readonly yaml: string;
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * Divides a file into the record between two lines `---` and the body below.
 * A file without a record is all body; whether it needs one is for the caller to say.
 */
export function splitFrontMatter(source: string): {
  parts: FrontMatter | null;
  problems: LocalProblem[];
} {
  const lines = source.split('\n');
  if (!isFence(lines[0])) {
    return { parts: { yaml: '', yamlLine: 1, body: source, bodyLine: 1 }, problems: [] };
  }
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 0) return { parts: null, problems: [problemAt(1, 'front-matter-open', {})] };
  return {
    parts: {
      yaml: lines.slice(1, end).join('\n'),
      yamlLine: 2,
      body: lines.slice(end + 1).join('\n'),
      bodyLine: end + 2,
    },
    problems: [],
  };
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---\s*$/.test(line);
}
