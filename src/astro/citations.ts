import { archiveAtHand } from './archive-at-hand.ts';
import { type CslPackage, openCslPackage } from '#cite/csl-package.ts';
import { formatterIn } from '#cite/format.ts';
import type { OwnStyle } from '#cite/own-styles.ts';
import type { Formatter } from '#cite/set-citation.ts';
import type { StyleSource } from '#cite/set-whole.ts';
import { STYLES } from '#cite/styles.ts';

let opened: CslPackage | undefined;
/** One formatter a language, as long as the archive’s own styles are the same. */
const made = new WeakMap<readonly OwnStyle[], Map<string, Formatter>>();

/** What sets citations in a language, in the built-in styles and in the archive’s own. */
export function formatterFor(language: string): Formatter {
  const own = archiveAtHand().all('styles');
  const byLanguage = made.get(own) ?? new Map<string, Formatter>();
  made.set(own, byLanguage);
  let formatter = byLanguage.get(language);
  if (!formatter) byLanguage.set(language, (formatter = make(language, own)));
  return formatter;
}

function make(language: string, own: readonly OwnStyle[]): Formatter {
  opened ??= openCslPackage();
  return formatterIn(language, stylesWith(own), opened);
}

/** The styles in their order: one of the archive’s own takes the place of a built-in one of its id. */
function stylesWith(own: readonly OwnStyle[]): StyleSource[] {
  const builtIn = STYLES.map((style): StyleSource => {
    const instead = own.find(({ id }) => id === style.id);
    return instead ? { style: instead, source: instead.source } : { style };
  });
  const added = own
    .filter(({ id }) => !STYLES.some((style) => style.id === id))
    .map((style): StyleSource => ({ style, source: style.source }));
  return [...builtIn, ...added];
}
