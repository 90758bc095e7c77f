import type { Plurals } from '#interface/dictionary.ts';
import type { Filter } from '#search/table.ts';

/** What the search page tells its script. */
export interface Setting {
  /** The interface language of the page. */
  readonly language: string;
  readonly words: SearchWords;
}

/** The words of the interface that the script puts on the page. */
export interface SearchWords {
  readonly loading: string;
  readonly nothing: string;
  readonly nothingLeft: string;
  /** `{words}` are what no text has. */
  readonly missing: string;
  /** `{words}` are one of those. */
  readonly missingWord: string;
  readonly failed: string;
  readonly found: Plurals;
  readonly moreParagraphs: Plurals;
  readonly entityTexts: Plurals;
  readonly filters: Readonly<Record<Filter, string>>;
  readonly allValues: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly entityKinds: Readonly<Record<string, string>>;
  readonly comma: string;
}

/** Reads the setting that the build wrote into the page. */
export function readSetting(json: string | undefined): Setting {
  const value: unknown = JSON.parse(json ?? 'null');
  if (isSetting(value)) return value;
  throw new Error('The search page has no setting.');
}

/** The page’s own build wrote it; this only tells it from nothing. */
function isSetting(value: unknown): value is Setting {
  return value instanceof Object && 'language' in value && 'words' in value;
}
