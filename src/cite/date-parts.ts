import type { Value } from './citation.ts';

/** A date without the time that was printed, in brackets where the editor inferred it. */
export function shownDay({ value, isSupplied }: Value): string {
  const day = value.replace(/T.*$/, '');
  return isSupplied ? `[${day}]` : day;
}

/** A date as numbers: the year, with month and day where they are known. */
export type DateParts =
  readonly [number] | readonly [number, number] | readonly [number, number, number];

/**
 * The numbers of a plain date (`1921`, `1921-03`, `1921-03-12`, with or without the time printed),
 * of both ends of an interval of such dates; undefined where a date says less or more than that.
 */
export function dateParts(value: string): readonly DateParts[] | undefined {
  const parts = value.replace(/T.*$/, '').split('/').map(plainParts);
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length && known.length <= 2 ? known : undefined;
}

function plainParts(value: string): DateParts | undefined {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((part) => (part ? Number(part) : undefined));
  if (year === undefined) return undefined;
  if (month === undefined) return [year];
  return day === undefined ? [year, month] : [year, month, day];
}
