import { type LocalProblem, problemAt } from '#model/problem.ts';

/** A file in its two parts. */
export interface FrontMatter {
  readonly yaml: string;
  /** The line (from 1) in which the record begins; null where there is none. */
  readonly yamlLine: number | null;
  /** The body below blank lines for what stands above it: its lines are lines of the file. */
  readonly body: string;
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
    return { parts: { yaml: '', yamlLine: null, body: source }, problems: [] };
  }
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 0) return { parts: null, problems: [problemAt(1, 'front-matter-open', {})] };
  return {
    parts: {
      yaml: lines.slice(1, end).join('\n'),
      yamlLine: 2,
      body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n'),
    },
    problems: [],
  };
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---\s*$/.test(line);
}
