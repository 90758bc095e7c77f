/** Where a source stands on the web of others, and its capture. */
export interface SourceElsewhere {
  readonly url?: string | undefined;
  readonly archived?: string | undefined;
  /** When it was read. */
  readonly retrieved?: string | undefined;
}

/** What a link says of itself, so that it can be followed when its page is gone (robustlinks.mementoweb.org). */
export interface RobustLink {
  readonly 'data-originalurl'?: string | undefined;
  readonly 'data-versionurl'?: string | undefined;
  readonly 'data-versiondate'?: string | undefined;
}

/**
 * The attributes of a link to a source; what is not known is left out. The date is a whole day: the
 * specification has no other.
 */
export function toRobust(source: SourceElsewhere): RobustLink {
  const date = captureDate(source);
  return {
    'data-originalurl': source.url ?? capturedAddress(source),
    'data-versionurl': source.archived,
    'data-versiondate': date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined,
  };
}

/** The address that was captured, where the capture’s own address ends in it. */
function capturedAddress({ archived = '' }: SourceElsewhere): string | undefined {
  return /\/\d{14}(?:[a-z]{2}_)?\/(https?:\/\/.+)$/.exec(archived)?.[1];
}

/**
 * The day of a capture: of the moment that archives of the web write into its address (fourteen
 * digits), else the day on which the page was read. Undefined where neither is known.
 */
export function captureDate({ archived, retrieved }: SourceElsewhere): string | undefined {
  const [, year, month, day] =
    /\/((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{6}(?:[a-z]{2}_)?\//.exec(
      archived ?? '',
    ) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) {
    return `${year}-${month}-${day}`;
  }
  return retrieved;
}
