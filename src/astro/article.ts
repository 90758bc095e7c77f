import { articleAddress } from '#catalogue/addresses.ts';
import { type Destinations, settleLinks } from '#catalogue/house-links.ts';
import { markMentions, wordsToHtml } from '#catalogue/name-links.ts';
import { type Rows, toRows } from '#compile/rows.ts';
import type { ArticleSummary, CompiledBody, EntitySummary, TextSummary } from '#model/compiled.ts';
import { LEDE } from '#model/ids.ts';
import type { Mention } from '#model/mention.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import { readBody, readMentions, readNote } from './bodies.ts';
import { archiveEntry, type View } from './view.ts';

/** A text with its body, read when its page is made. */
export interface ReadableText {
  readonly text: TextSummary;
  readonly body: CompiledBody;
  /** HTML of the lede as it is shown; undefined where the text has none. */
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
  const rows = toRows(texts.map(({ text, body }) => ({ id: text.id, record: text.record, body })));
  return { article, texts, rows, note };
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
  const made = recent.find(
    (one) =>
      one.text === text &&
      one.mentions === mentions &&
      one.lang === view.lang &&
      one.archive === view.archive &&
      // Asks for each entity anew: what a page is made from has to be known of each.
      [...one.links].every(([id, link]) => view.nameLink(id) === link),
  );
  if (made) return made.readable;
  const links = new Map<string, string | undefined>();
  const to = destinations(article, view);
  const readable = toReadable(text, body, mentions, {
    ...to,
    entity: (id) => {
      const link = to.entity(id);
      links.set(id, link);
      return link;
    },
  });
  recent.unshift({ text, mentions, lang: view.lang, archive: view.archive, links, readable });
  recent.splice(REMEMBERED);
  return readable;
}

/** A text as it was made ready, and what that came from beside its body and where it stands. */
interface MadeReadable {
  readonly text: TextSummary;
  readonly mentions: readonly Mention[];
  readonly lang: string;
  readonly archive: ArchiveRecord;
  readonly links: ReadonlyMap<string, string | undefined>;
  readonly readable: ReadableText;
}

/** The pages of an article are made one after another, and show its texts several times. */
const recent: MadeReadable[] = [];
const REMEMBERED = 16;

/** Reads the note of an entity, links settled for a view; undefined where it has none. */
export async function readEntityNote(
  { note }: EntitySummary,
  view: View,
): Promise<string | undefined> {
  if (!note) return undefined;
  const { compiled } = archiveEntry();
  return settleLinks(await readNote(compiled, note), destinations(undefined, view));
}

function toReadable(
  text: TextSummary,
  { paragraphs, notes }: CompiledBody,
  mentions: readonly Mention[],
  to: Destinations,
): ReadableText {
  const here = Map.groupBy(
    mentions.filter((mention) => mention.text === text.id),
    ({ paragraph, note }) => note ?? paragraph,
  );
  const links = { attributes: to.entity, linked: new Set<string>() };
  const finish = (html: string, plain: string, at: string): string =>
    settleLinks(markMentions(html, plain, here.get(at) ?? [], links), to);
  const words = text.record.lede;
  const lede = words === undefined ? undefined : finish(wordsToHtml(words), words, LEDE);
  const body = {
    paragraphs: paragraphs.map((one) => ({
      ...one,
      html: finish(one.html, one.plain, one.ids[0] ?? ''),
    })),
    notes: notes.map((one) => ({ ...one, html: finish(one.html, one.plain, one.id) })),
  };
  const isSupplied = text.record.supplied?.lede !== undefined;
  return { text, body, lede: lede !== undefined && isSupplied ? `[${lede}]` : lede };
}

function destinations(article: ArticleSummary | undefined, view: View): Destinations {
  return {
    entity: view.nameLink,
    article: (id, paragraph) =>
      view.href(articleAddress(id)) + (paragraph === undefined ? '' : `#${paragraph}`),
    picture: (name) => (article ? view.once(articleAddress(article.id)) : '') + name,
  };
}
