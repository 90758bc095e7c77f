import { textAddress } from '#catalogue/addresses.ts';
import { type Entities, localise, nameOf } from '#catalogue/attribution.ts';
import type { Citation } from '#cite/citation.ts';
import { citeText } from '#cite/cite-text.ts';
import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import type { EditionName } from '#model/permanence.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import { nearestLanguage } from '#text/language.ts';

/** The archive as something that is referred to from outside: its names and its whole addresses. */
export interface Whereabouts {
  readonly archive: ArchiveRecord;
  readonly entities: Entities;
  /** The whole address of something at an address of the site. */
  readonly absolute: (address: string) => string;
  /** The newest edition; absent before the first. */
  readonly edition?: EditionName;
}

/** A text as a source, with the names that the archive and its entities have in a language. */
export function citationOf(
  article: ArticleSummary,
  text: TextSummary,
  language: string,
  { archive, entities, absolute, edition }: Whereabouts,
): Citation {
  return citeText(article, text, {
    archive: localise(archive.title, language)?.value ?? '',
    url: absolute(textAddress(article.id, text.id)),
    nameOf: (id) => {
      const entity = entities.get(id);
      return entity && nameOf(entity, language).value;
    },
    ...(edition && text.sealed?.isInNewest === true && { edition }),
    ...(text.sealed && { firstEdition: text.sealed.first }),
  });
}

/** The language in which a text’s own files speak: the text’s where the interface has it. */
export function languageOfFiles({ lang }: TextSummary, { archive }: Whereabouts): string {
  return nearestLanguage(lang, archive.languages) ?? lang;
}

/** Whole addresses of a site, from where it is served and its base path (`/` at both ends). */
export function absoluteIn(archiveUrl: string, base: string): (address: string) => string {
  const { origin } = new URL(archiveUrl);
  return (address) => origin + base.replace(/\/$/, '') + encodeURI(address);
}
