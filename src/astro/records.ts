import type { Appearance, Catalogue } from '#catalogue/catalogue.ts';
import type {
  ArticleHeading,
  ArticleSummary,
  EntitySummary,
  PageSummary,
} from '#model/compiled.ts';
import type { EditionName, FormerPage } from '#model/permanence.ts';
import type { Problem } from '#model/problem.ts';
import type { OwnStyle } from '#cite/own-styles.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import type { LoadedArchive } from '#pipeline.ts';
import { rememberedOf } from '#text/remembered.ts';
import { type EditionSummary, summariseEdition } from '#register/edition-summary.ts';

/** What pages can ask for: records by kind, and never a body. */
export interface Records {
  readonly archive: ArchiveEntry;
  readonly articles: ArticleSummary;
  /** Of articles what stands on other pages, which an edit of their words leaves as it is. */
  readonly headings: ArticleHeading;
  readonly entities: EntitySummary;
  /** Where each entity appears, by its id. */
  readonly appearances: readonly Appearance[];
  /** A hash of all passages that name an entity, by its id; none while the archive is edited. */
  readonly passages: string;
  /** The owner’s own pages, by file. */
  readonly pages: PageSummary;
  /** What became of former addresses, by the address. */
  readonly former: FormerPage;
  /** By number, the first one first. */
  readonly editions: EditionSummary;
  /** The archive’s own citation styles. */
  readonly styles: OwnStyle;
}
export type RecordKind = keyof Records;

/** The records of an archive, of each kind by id and in order of id. */
export type ArchiveRecords = { readonly [Kind in RecordKind]: ReadonlyMap<string, Records[Kind]> };

/** The one entry of the kind `archive`. */
export interface ArchiveEntry {
  readonly id: 'archive';
  readonly record: ArchiveRecord;
  /** Where pages find the compiled bodies. */
  readonly compiled: string;
  /** Where they find the passages that name an entity, sorted; absent while the archive is edited. */
  readonly concordance?: string;
  /** The newest edition; absent before the first. */
  readonly edition?: EditionName;
  /** What is wrong with the archive; on pages only while it is being edited. */
  readonly problems: readonly Problem[];
}

/** Where pages find what is no record, and what tells one state of it from another. */
export interface RecordPlaces extends Pick<ArchiveEntry, 'compiled' | 'concordance'> {
  readonly passages?: ReadonlyMap<string, string>;
}

/**
 * The records of a compiled archive.
 *
 * @param places where pages find what is no record
 * @param shown the problems that pages show
 */
export function recordsOf(
  { appearances, permanence, styles }: Pick<LoadedArchive, 'appearances' | 'permanence' | 'styles'>,
  catalogue: Catalogue,
  { passages = new Map(), ...places }: RecordPlaces,
  shown: readonly Problem[],
): ArchiveRecords {
  const { archive, articles, entities, pages } = catalogue;
  const { former, editions } = permanence;
  const last = editions.at(-1);
  const entry: ArchiveEntry = {
    ...{ id: 'archive', record: archive, ...places, problems: shown },
    ...(last && { edition: { number: last.number, date: last.date } }),
  };
  return {
    archive: new Map([[entry.id, entry]]),
    articles: new Map(articles.map((article) => [article.id, article])),
    headings: new Map(articles.map((article) => [article.id, headingOf(article)])),
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    appearances,
    passages,
    pages: new Map(pages.map((page) => [page.file, page])),
    former: new Map(former.map((page) => [page.id, page])),
    editions: new Map(editions.map((one) => [String(one.number), summariseEdition(one)])),
    styles: new Map(styles.map((style) => [style.id, style])),
  };
}

/** The heading of an article, the same thing while the article is the same. */
const headingOf = rememberedOf(({ id, record, texts }: ArticleSummary): ArticleHeading => {
  const headings = texts.map((text) => ({
    ...{ id: text.id, lang: text.lang, dir: text.dir, record: text.record },
  }));
  return { id, record, texts: headings };
});
