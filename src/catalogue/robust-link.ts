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

/** The attributes of a link to a source; what is not known is left out. */
export function toRobust(source: SourceElsewhere): RobustLink {
  return {
    'data-originalurl': source.url,
    'data-versionurl': source.archived,
    'data-versiondate': captureDate(source),
  };
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
