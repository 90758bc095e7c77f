import {
  type Citation,
  type CitedName,
  type CitedType,
  nameInOrder,
  shown,
  type Value,
} from './citation.ts';
import { type DateParts, dateParts, shownDay } from './date-parts.ts';
import { notesOf, originalLines } from './notes.ts';

/** A date as CSL-JSON has it: in numbers, or in words where numbers cannot say it. */
export interface CslDate {
  readonly 'date-parts'?: readonly DateParts[];
  readonly literal?: string;
}

export type CslName =
  { readonly family: string; readonly given?: string } | { readonly literal: string };

/** An item of CSL-JSON, with the variables that this archive fills. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly language: string;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly genre?: string;
  readonly issued?: CslDate;
  readonly 'original-title'?: string;
  readonly 'original-date'?: CslDate;
  readonly 'original-publisher'?: string;
  readonly abstract?: string;
  readonly archive?: string;
  readonly archive_location: string;
  readonly URL: string;
  readonly note?: string;
}

export const CSL_TYPES: Readonly<Record<CitedType, string>> = {
  article: 'article-newspaper',
  report: 'report',
  // Zotero reads no RIS as its `document`, and every format as a manuscript of some genre.
  document: 'manuscript',
};

/**
 * A citation as CSL-JSON (schema 1.0.2). What the archive inferred stands in brackets; what no
 * variable holds is told in `note`, in a language, with the lines that Zotero reads there.
 */
export function citationToCsl(citation: Citation, language: string): CslItem {
  const { original, container, translators } = citation;
  const notes = [
    ...(citation.romanisedTitle === undefined
      ? []
      : [`Title Romanised: ${citation.romanisedTitle}`]),
    ...issuedLine(citation),
    ...originalLines(citation),
    ...notesOf(citation, language),
  ];
  return {
    id: citation.id,
    type: CSL_TYPES[citation.type],
    language: citation.lang,
    title: shown(citation.title),
    ...(citation.authors.length > 0 && { author: authorsToCsl(citation) }),
    ...(translators.kind === 'people' && { translator: translators.names.map(nameToCsl) }),
    ...(citation.type === 'article'
      ? { 'container-title': shown(container) }
      : { publisher: shown(container) }),
    ...(citation.type !== 'article' && citation.genre !== undefined && { genre: citation.genre }),
    ...(citation.issued && { issued: dateToCsl(citation.issued) }),
    ...(original && { 'original-title': shown(original.title) }),
    ...(original?.date && { 'original-date': dateToCsl(original.date) }),
    ...(original?.publisher && { 'original-publisher': shown(original.publisher) }),
    ...(citation.abstract && { abstract: shown(citation.abstract) }),
    archive: citation.archive,
    archive_location: citation.number,
    URL: citation.url,
    ...(notes.length > 0 && { note: notes.join('\n') }),
  };
}

/** The authors, in brackets where the editor inferred them. */
export function authorsToCsl({ authors, areAuthorsSupplied }: Citation): CslName[] {
  if (!areAuthorsSupplied) return authors.map(nameToCsl);
  return authors.map((name) => ({ literal: `[${nameInOrder(name)}]` }));
}

export function nameToCsl(name: CitedName): CslName {
  return 'whole' in name ? { literal: name.whole } : name;
}

/** A date that was inferred, or that numbers cannot tell, is told in words. */
function dateToCsl(date: Value): CslDate {
  const parts = date.isSupplied ? undefined : dateParts(date.value);
  return parts ? { 'date-parts': parts } : { literal: shownDay(date) };
}

/** Of an interval Zotero reads the beginning alone, and the whole from a line in the note. */
function issuedLine({ issued }: Citation): string[] {
  const isInterval = issued?.isSupplied === false && dateParts(issued.value)?.length === 2;
  return isInterval ? [`Issued: ${issued.value}`] : [];
}
