import type { Value } from '#cite/citation.ts';

/**
 * A date that machines may take as known: a year, a month or a day in ISO 8601. Undefined where
 * the editor inferred it, and where EDTF says less or more than that.
 */
export function knownDate({ value, isSupplied }: Value): string | undefined {
  const day = value.replace(/T.*$/, '');
  return !isSupplied && /^\d{4}(?:-\d{2}){0,2}$/.test(day) ? day : undefined;
}
