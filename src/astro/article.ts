import { articleAddress } from '#catalogue/addresses.ts';
import { type Destinations, settleLinks } from '#catalogue/house-links.ts';
import { markMentions } from '#catalogue/name-links.ts';
import { type Rows, toRows } from '#compile/rows.ts';
import type { ArticleSummary, CompiledBody, EntitySummary, TextSummary } from '#model/compiled.ts';
import { LEDE } from '#model/ids.ts';
import type { Mention } from '#model/mention.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import { escapeHtml, typeset } from '#text/typeset.ts';
import { readBody, readMentions, readNote } from './bodies.ts';
import { archiveEntry, type View } from './view.ts';

/** A text with its body, read when its page is made; its HTML is typeset. */
export interface ReadableText {
  readonly text: TextSummary;
  readonly body: CompiledBody;
  /** HTML of the lede as it is shown, typeset; undefined where the text has none. */
  readonly lede: string | undefined;
}

/** An article with its bodies, ready to be shown. */
export interface ReadableArticle {
  readonly article: ArticleSummary;
  readonly texts: readonly ReadableText[];
  readonly rows: Rows;
  /** HTML of the editor’s note. */
  readonly note: string | undefined;
}

/** Reads the bodies of an article, links settled and names linked for a view. */
export async function readArticle(article: ArticleSummary, view: View): Promise<ReadableArticle> {
  const { compiled } = archiveEntry();
  const texts = await Promise.all(article.texts.map((text) => readText(article, text, view)));
  const note =
    article.note &&
    settleLinks(await readNote(compiled, article.note), destinations(article, view));
  return { article, texts, rows: rowsOf(texts), note };
}

/** A text as it was compiled: names are not linked, and links are not settled. */
export type CompiledArticleText = Pick<ReadableText, 'text' | 'body'>;

/** Reads the bodies of an article as they were compiled, for whoever shows no HTML of them. */
export async function readBodies(article: ArticleSummary): Promise<{
  readonly texts: readonly CompiledArticleText[];
  readonly rows: Rows;
}> {
  const { compiled } = archiveEntry();
  const texts = await Promise.all(
    article.texts.map(async (text) => ({ text, body: await readBody(compiled, text) })),
  );
  return { texts, rows: rowsOf(texts) };
}

function rowsOf(texts: readonly CompiledArticleText[]): Rows {
  return toRows(texts.map(({ text, body }) => ({ id: text.id, record: text.record, body })));
}

/** Reads one text of an article, links settled and names linked for a view. */
export async function readText(
  article: ArticleSummary,
  text: TextSummary,
  view: View,
): Promise<ReadableText> {
  const { compiled } = archiveEntry();
  const { mentions } = await readMentions(compiled, article);
  const body = await readBody(compiled, text);
  return settle(setText(text, body, mentions, view), destinations(article, view));
}

/**
 * A text with its names marked and its words set, as it stands on every page whatever its language:
 * links are not settled yet.
 */
interface SetText {
  readonly readable: ReadableText;
  /** What it came from beside the body of the text. */
  readonly mentions: readonly Mention[];
  readonly archive: ArchiveRecord;
  /** Of each entity that it names, whether it has a page. */
  readonly pages: ReadonlyMap<string, boolean>;
}

/** The pages of an article are made one after another, and show its texts several times. */
const recent: SetText[] = [];
const REMEMBERED = 6;

function setText(
  text: TextSummary,
  body: CompiledBody,
  mentions: readonly Mention[],
  { archive, entityHref }: View,
): ReadableText {
  const hasPage = (entity: string): boolean => entityHref(entity) !== undefined;
  const known = recent.find(
    (one) =>
      one.readable.text === text &&
      one.mentions === mentions &&
      one.archive === archive &&
      // Asks for each entity anew: what a page is made from has to be known of each.
      [...one.pages].every(([entity, is]) => hasPage(entity) === is),
  );
  if (known) return known.readable;
  const here = Map.groupBy(
    mentions.filter((mention) => mention.text === text.id),
    ({ paragraph, note }) => note ?? paragraph,
  );
  const pages = new Map<string, boolean>();
  const links = {
    linked: new Set<string>(),
    hasPage: (entity: string) => {
      const is = pages.get(entity) ?? hasPage(entity);
      pages.set(entity, is);
      return is;
    },
  };
  const finish = (html: string, plain: string, at: string): string =>
    typeset(markMentions(html, plain, here.get(at) ?? [], links), text.dir, archive.languages);
  const words = text.record.lede;
  const lede = words === undefined ? undefined : finish(escapeHtml(words), words, LEDE);
  const isSupplied = text.record.supplied?.lede !== undefined;
  const readable = {
    text,
    body: {
      paragraphs: body.paragraphs.map((one) => ({
        ...one,
        html: finish(one.html, one.plain, one.ids[0] ?? ''),
      })),
      notes: body.notes.map((one) => ({ ...one, html: finish(one.html, one.plain, one.id) })),
    },
    lede: lede !== undefined && isSupplied ? `[${lede}]` : lede,
  };
  recent.unshift({ readable, mentions, archive, pages });
  recent.splice(REMEMBERED);
  return readable;
}

function settle({ text, body, lede }: ReadableText, to: Destinations): ReadableText {
  const settled = <Words extends { readonly html: string }>(one: Words): Words => {
    const html = settleLinks(one.html, to);
    return html === one.html ? one : { ...one, html };
  };
  return {
    text,
    body: { paragraphs: body.paragraphs.map(settled), notes: body.notes.map(settled) },
    lede: lede === undefined ? undefined : settleLinks(lede, to),
  };
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

function destinations(article: ArticleSummary | undefined, view: View): Destinations {
  return {
    entity: view.nameLink,
    article: (id, paragraph) =>
      view.href(articleAddress(id)) + (paragraph === undefined ? '' : `#${paragraph}`),
    picture: (name) => (article ? view.once(articleAddress(article.id)) : '') + name,
  };
}
