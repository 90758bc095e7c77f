import { shownLede, shownTitle } from '#catalogue/article.ts';
import { attributionOf } from '#catalogue/attribution.ts';
import type { ArticleSummary, Cell, Note, Paragraph } from '#model/compiled.ts';
import { LEDE, TITLE } from '#model/ids.ts';
import { ROWS_FORMAT, type RowsFile, type RowsParagraph, type RowsRow } from '#search/rows-file.ts';
import { type CompiledArticleText, readBodies } from './article.ts';
import { notesCalledIn } from './searchable-texts.ts';
import { archiveEntry, type View, viewIn } from './view.ts';

/** An article’s texts and rows as data, as `/articles/<id>/rows.json` holds them. */
function rowsFile(
  article: ArticleSummary,
  { texts, rows }: Awaited<ReturnType<typeof readBodies>>,
  view: View,
): RowsFile {
  const places = new Map(texts.flatMap(placesOf));
  const cell = ({ text: id, paragraphs }: Cell): [string, RowsParagraph[]] => {
    const notes = texts.find((one) => one.text.id === id)?.body.notes ?? [];
    return [id, paragraphs.map((one) => bodyParagraph(one, places.get(one) ?? 0, notes))];
  };
  return {
    format: ROWS_FORMAT,
    id: article.id,
    texts: texts.map(({ text }) => {
      const attribution = attributionOf(article, text, view.entities, text.lang);
      return {
        ...{ id: text.id, lang: text.lang, dir: text.dir },
        ...{ role: text.record.role, title: shownTitle(text) },
        ...(attribution !== undefined && { attribution }),
      };
    }),
    rows: [
      headRow(TITLE, 'title', 0, texts, ({ text }) => shownTitle(text)),
      ...(rows.lede ? [headRow(LEDE, 'lede', 1, texts, ({ text }) => shownLede(text))] : []),
      ...rows.body.map(({ ids, cells }) => ({ ids, cells: Object.fromEntries(cells.map(cell)) })),
      ...rows.secondStories.flatMap(({ text, paragraphs }) =>
        paragraphs.map((paragraph) => ({
          ids: paragraph.ids,
          cells: Object.fromEntries([cell({ text, paragraphs: [paragraph] })]),
        })),
      ),
    ],
  };
}

function headRow(
  id: string,
  kind: string,
  place: number,
  texts: readonly CompiledArticleText[],
  wordsOf: (text: CompiledArticleText) => string | undefined,
): RowsRow {
  const cells = texts.flatMap((text): [string, RowsParagraph[]][] => {
    const words = wordsOf(text);
    return words === undefined ? [] : [[text.text.id, [{ ids: [id], kind, place, words }]]];
  });
  return { ids: [id], cells: Object.fromEntries(cells) };
}

/** The place of each paragraph in its text, behind title and lede. */
function placesOf({ text, body }: CompiledArticleText): [Paragraph, number][] {
  const heads = shownLede(text) === undefined ? 1 : 2;
  return body.paragraphs.map((paragraph, index) => [paragraph, heads + index]);
}

function bodyParagraph(
  { ids, kind, ordinal, plain, html }: Paragraph,
  place: number,
  all: readonly Note[],
): RowsParagraph {
  const notes = notesCalledIn(html, all).map((note) => note.plain);
  return {
    ...{ ids, kind },
    ...(ordinal !== null && { ordinal }),
    place,
    words: plain,
    ...(notes.length > 0 && { notes }),
  };
}

/** Reads an article and makes its file; attributions are in the language of each text. */
export async function rowsOf(article: ArticleSummary): Promise<RowsFile> {
  const [language = ''] = archiveEntry().record.languages;
  const view = viewIn(language);
  return rowsFile(article, await readBodies(article), view);
}
