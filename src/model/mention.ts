import type { ArticleId, EntityId, ParagraphId, TextId } from './ids.ts';

/** A place where the editor decides: the entity that is meant, or null where none is. */
export interface Said {
  /** Offsets in the plain words of the paragraph or note, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly entity: EntityId | null;
}

/** A place of a text that names an entity. */
export interface Mention {
  readonly article: ArticleId;
  readonly text: TextId;
  /** The first id of the paragraph; `title` and `lede` too. Of a note, the paragraph that calls it. */
  readonly paragraph: ParagraphId;
  /** The id of the note in which it stands. */
  readonly note?: string;
  readonly entity: EntityId;
  /**
   * Offsets in UTF-16 units of the words as they are published: of `Paragraph.plain`, of `Note.plain`
   * in a note, of the record’s `title` or `lede`. They hold the whole written word.
   */
  readonly start: number;
  readonly end: number;
  /** Where a link may begin: behind what is written together with the name and can be told from it. */
  readonly nameStart: number;
  /** What stands between `start` and `end`. */
  readonly form: string;
  /** What it is known by: a full, short or loaded form, or a link of the editor’s. */
  readonly by: 'full' | 'short' | 'called' | 'editor';
}

/** A mention with the words around it. */
export interface InContext {
  readonly before: string;
  readonly form: string;
  readonly after: string;
}

/** What one text has in a row that names an entity. */
export interface ConcordanceCell {
  readonly text: TextId;
  readonly mentions: readonly InContext[];
  /** Where the text does not name the entity itself: the words that face those which do. */
  readonly facing?: string;
}

/** A row of an article that names an entity. */
export interface ConcordanceRow {
  /** Its address on the article’s page: its first paragraph id, or the id of a note. */
  readonly id: string;
  /** The number of that paragraph in its own text (¶ 4), of the first text that has it; none of what is not counted. */
  readonly ordinal?: number;
  /** The other entities that it names, in order of id. */
  readonly beside: readonly EntityId[];
  readonly cells: readonly ConcordanceCell[];
}

/** Where one article names one entity, for the entity’s page. */
export interface Passage {
  readonly article: ArticleId;
  readonly rows: readonly ConcordanceRow[];
}

/** Where an article names each entity. */
export type Concordance = Readonly<Record<string, PassageLine>>;

/** The same; of an article in which nothing has changed it is known where the words stand. */
export type KnownConcordance = Readonly<Record<string, PassageLine | CachedPassage>>;

/** What is known of a passage without its words. */
export interface PassageDigest {
  readonly rows: number;
  /** Tells its words from all others. */
  readonly digest: string;
}

/** A passage as a line of JSON: it is written down for its entity, and seldom read before. */
export interface PassageLine extends PassageDigest {
  readonly line: string;
}

/** A passage whose line is among an article’s mentions in the cache. */
export interface CachedPassage extends PassageDigest {
  /** The key of the article’s mentions. */
  readonly cached: string;
}
