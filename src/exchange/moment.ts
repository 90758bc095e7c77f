import type { ArticleSummary } from '#model/compiled.ts';

/** The beginning of a day in the form of RFC 3339, as Atom wants it; undefined for any other date. */
export function momentOf(date: string | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(date ?? '')?.[0];
  return day === undefined ? undefined : `${day}T00:00:00Z`;
}

/**
 * When an archive was last worked on, as far as its records tell: the newest day on which a text
 * was made public or read. No clock is asked, so that the same records give the same files.
 */
export function newestMoment(articles: readonly ArticleSummary[]): string {
  let newest = '1970-01-01T00:00:00Z';
  for (const { texts } of articles) {
    for (const { record } of texts) {
      for (const date of [record.published, record.retrieved, record.via?.retrieved]) {
        const moment = momentOf(date);
        if (moment !== undefined && moment > newest) newest = moment;
      }
    }
  }
  return newest;
}

/** A moment that a build is told to take for now (reproducible-builds.org, `SOURCE_DATE_EPOCH`). */
export function momentOfEpoch(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{1,11}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
