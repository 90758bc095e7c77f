import type { RecordFormat } from '#catalogue/addresses.ts';
import { citationToBiblatex } from '#cite/to-biblatex.ts';
import { citationToCsl } from '#cite/to-csl.ts';
import { citationToRis } from '#cite/to-ris.ts';
import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import { citationOf, languageOfFiles, type Whereabouts } from './citation-of.ts';
import { textsToJsonLd } from './json-ld.ts';

/** The record of a text in a format for machines, in the text’s own language. */
export function textToFile(
  article: ArticleSummary,
  text: TextSummary,
  { ending }: RecordFormat,
  where: Whereabouts,
): string {
  if (ending === 'jsonld') return `${textsToJsonLd(article, [text], where)}\n`;
  const language = languageOfFiles(text, where);
  const citation = citationOf(article, text, language, where);
  switch (ending) {
    case 'csl.json':
      return `${JSON.stringify([citationToCsl(citation, language)], null, 2)}\n`;
    case 'ris':
      return citationToRis(citation, language);
    case 'bib':
      return citationToBiblatex(citation, language);
  }
}
