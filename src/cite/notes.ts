import { formatDate } from '#interface/date.ts';
import { fill } from '#interface/dictionary.ts';
import { dictionaryOf } from '#interface/dictionaries.ts';
import { directionOf } from '#text/direction.ts';
import { escapeHtml } from '#text/typeset.ts';
import { type Citation, shown } from './citation.ts';
import { shownDay } from './date-parts.ts';
import { isolate, isolatesToHtml } from './isolate.ts';

/**
 * What a citation has to say and no field of the formats holds, as sentences in a language: what the
 * text renders, an unknown translator, a re-post, a date that is the archive’s own.
 */
export function notesOf(citation: Citation, language: string): string[] {
  const words = dictionaryOf(language);
  const { translators, via, issued } = citation;
  const notes: string[] = [];
  if (translators.kind === 'unknown') notes.push(words['cite.translator-unknown']);
  if (translators.kind === 'withheld') notes.push(words['cite.translator-withheld']);
  if (translators.kind === 'machine') {
    notes.push(fill(words['cite.machine-translation'], { engine: translators.engine }));
  }
  if (via !== undefined) notes.push(rePost(via, language));
  if (issued?.edition !== undefined) {
    notes.push(fill(words['cite.first-edition'], { n: String(issued.edition) }));
  }
  if (citation.edition) {
    const { number, date } = citation.edition;
    notes.push(
      fill(words['cite.edition'], { n: String(number), date: formatDate(date, language) }),
    );
  }
  return notes;
}

/** That a text was taken from a re-post, and whose, where that is known. */
function rePost(name: string, language: string): string {
  const words = dictionaryOf(language);
  return name === 'unknown'
    ? words['cite.re-posted-unknown']
    : fill(words['cite.re-posted'], { name });
}

/**
 * The same as a sentence in HTML, to stand behind the entry of a bibliography: no style has words for
 * it. Undefined where the text is no re-post.
 */
export function rePostAsHtml({ via }: Citation, language: string): string | undefined {
  if (via === undefined) return undefined;
  const name = via === 'unknown' ? via : isolate(via, directionOf(language));
  return `${isolatesToHtml(escapeHtml(rePost(name, language)))}.`;
}

/** What a text renders, line by line, under the names that Zotero gives to such lines. */
export function originalLines({ original }: Citation): string[] {
  if (!original) return [];
  const { title, romanisedTitle, date, publisher } = original;
  return [
    `Original Title: ${shown(title)}`,
    ...(romanisedTitle === undefined ? [] : [`Original Title Romanised: ${romanisedTitle}`]),
    ...(date ? [`Original Date: ${shownDay(date)}`] : []),
    ...(publisher ? [`Original Publisher: ${shown(publisher)}`] : []),
  ];
}
