import { articleAddress } from '#catalogue/addresses.ts';
import { type Destinations, settleLinks } from '#catalogue/house-links.ts';
import { type Rows, toRows } from '#compile/rows.ts';
import type { ArticleSummary, CompiledBody, EntitySummary, TextSummary } from '#model/compiled.ts';
import { readBody, readNote } from './bodies.ts';
import { archiveEntry, type View } from './view.ts';

/** A text with its body, read when its page is made. */
export interface ReadableText {
  readonly text: TextSummary;
  readonly body: CompiledBody;
}

/** An article with its bodies, ready to be shown. */
export interface ReadableArticle {
  readonly article: ArticleSummary;
  readonly texts: readonly ReadableText[];
  readonly rows: Rows;
  /** HTML of the editor’s note. */
  readonly note: string | undefined;
}

/** Reads the bodies of an article, links settled for a view. */
export async function readArticle(article: ArticleSummary, view: View): Promise<ReadableArticle> {
  const { compiled } = archiveEntry();
  const to = destinations(article, view);
  const texts = await Promise.all(
    article.texts.map(async (text) => ({ text, body: settle(await readBody(compiled, text), to) })),
  );
  const note = article.note && settleLinks(await readNote(compiled, article.note), to);
  const rows = toRows(texts.map(({ text, body }) => ({ id: text.id, record: text.record, body })));
  return { article, texts, rows, note };
}

/** Reads one text of an article, links settled for a view. */
export async function readText(
  article: ArticleSummary,
  text: TextSummary,
  view: View,
): Promise<ReadableText> {
  const { compiled } = archiveEntry();
  return { text, body: settle(await readBody(compiled, text), destinations(article, view)) };
}

/** Reads the note of an entity, links settled for a view; undefined where it has none. */
export async function readEntityNote(
  { note }: EntitySummary,
  view: View,
): Promise<string | undefined> {
  if (!note) return undefined;
  const { compiled } = archiveEntry();
  return settleLinks(await readNote(compiled, note), destinations(undefined, view));
}

function settle({ paragraphs, notes }: CompiledBody, to: Destinations): CompiledBody {
  return {
    paragraphs: paragraphs.map((one) => ({ ...one, html: settleLinks(one.html, to) })),
    notes: notes.map((one) => ({ ...one, html: settleLinks(one.html, to) })),
  };
}

function destinations(article: ArticleSummary | undefined, view: View): Destinations {
  return {
    entity: view.entityHref,
    article: (id, paragraph) =>
      view.href(articleAddress(id)) + (paragraph === undefined ? '' : `#${paragraph}`),
    picture: (name) => (article ? view.once(articleAddress(article.id)) : '') + name,
  };
}
