import { type Helper, startHelper } from './helper.ts';
import type { Site } from './page-maker.ts';
import type { ArchiveRecords } from './records.ts';
import type { Question } from './traced-archive.ts';

/** To make pages of a site. */
export interface Rendering {
  readonly about: {
    /** The folder of Astro’s bundle of the pages. */
    readonly bundle: string;
    readonly records: ArchiveRecords;
    readonly site: Site;
  };
  readonly item: DuePage;
  readonly result: Asked;
}

/** A page that is to be made, named so that another process knows it too. */
export interface DuePage {
  readonly pathname: string;
  /** The pattern of its route, and the file behind it. */
  readonly route: { readonly route: string; readonly component: string };
}

/** What a page has asked; null where it has to be left to Astro. */
export type Asked = readonly Question[] | null;

/** Starts a process that makes pages of a site as this one does. */
export function startRendering(about: Rendering['about']): Helper<Rendering> {
  return startHelper<Rendering>('render-process.ts', about);
}
