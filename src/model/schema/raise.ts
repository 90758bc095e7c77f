import type { z } from 'astro/zod';
import type { ArgsOf, ProblemCode } from '../problem.ts';

/** What a schema attaches to an issue that has a problem code of its own. */
export interface RaisedProblem {
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string>>;
}

type Raise = <Code extends ProblemCode>(
  context: z.RefinementCtx,
  code: Code,
  args: Omit<ArgsOf<Code>, 'key'>,
  path?: readonly (string | number)[],
) => void;

/**
 * Raises a problem from within a schema, at the value itself or at a `path` below it.
 * Its `key` is the last of that path, which the report knows.
 */
export const raise: Raise = (context, code, args, path = []) => {
  const raised: RaisedProblem = { code, args };
  context.addIssue({ code: 'custom', message: code, params: { raised }, path: [...path] });
};

/** The problem that an issue carries, where a schema raised it. */
export function raisedBy(issue: z.core.$ZodIssue): RaisedProblem | undefined {
  if (issue.code !== 'custom') return undefined;
  const raised: unknown = issue.params?.raised;
  return isRaised(raised) ? raised : undefined;
}

function isRaised(value: unknown): value is RaisedProblem {
  return typeof value === 'object' && value !== null && 'code' in value && 'args' in value;
}
