import { z } from 'astro/zod';

/**
 * A schema that looks at the value to choose among schemas, so that a mistake is named inside the
 * form that was meant, and not as “fits none of them” as a union would.
 */
export function choose<Output>(choice: (value: unknown) => z.ZodType<Output>) {
  return z.unknown().transform((value, context): Output => {
    const result = choice(value).safeParse(value);
    if (result.success) return result.data;
    for (const inner of result.error.issues) {
      context.addIssue({
        code: 'custom',
        message: inner.message,
        path: [...inner.path],
        params: { inner },
      });
    }
    return z.NEVER;
  });
}

/** The issue that a schema of `choose` passed on; the issue itself where it is nobody else’s. */
export function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'custom') return issue;
  const inner: unknown = issue.params?.inner;
  return isIssue(inner) ? innermost({ ...inner, path: issue.path }) : issue;
}

function isIssue(value: unknown): value is z.core.$ZodIssue {
  return typeof value === 'object' && value !== null && 'code' in value && 'path' in value;
}
