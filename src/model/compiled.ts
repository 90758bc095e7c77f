import type { ArticleId, EntityId, ParagraphId, TextId } from './ids.ts';
import type { Said } from './mention.ts';
import type { FormerParagraph, FormerText, SealedText } from './permanence.ts';
import type { ArticleRecord } from './schema/article.ts';
import type { EntityRecord } from './schema/entity.ts';
import type { PageRecord } from './schema/page.ts';
import type { TextRecord } from './schema/text.ts';

export type Direction = 'ltr' | 'rtl';

/** What a block at top level of a text is; each is a paragraph in the words of the house. */
export type ParagraphKind =
  'paragraph' | 'heading' | 'list' | 'quote' | 'table' | 'code' | 'picture';

/** What an editor can say of a paragraph in its marker, beside its ids. */
export const MARKS = ['caption', 'second-story'] as const;
export type Mark = (typeof MARKS)[number];

/** A block of a text, as pages and search need it. */
export interface Paragraph {
  /** At least one, except in a text that is not numbered yet. The first is its own address. */
  readonly ids: readonly ParagraphId[];
  readonly kind: ParagraphKind;
  readonly marks: readonly Mark[];
  /** Whether it belongs to the second story of its text: shown, but never aligned. */
  readonly secondStory: boolean;
  /** Its number within the text, from 1 (¶ 4); null where it is not counted. */
  readonly ordinal: number | null;
  /** Where it begins in its file, from 1. */
  readonly line: number;
  /**
   * Sanitised HTML of the whole block, without its ids. Links of the house are left as
   * `entity:id` and `article:id#paragraph`, and pictures as their file names: what they come to
   * depends on the page.
   */
  readonly html: string;
  /** Its words without markup and without the numbers of notes. */
  readonly plain: string;
  /** Where links of the editor’s say which entity is meant, or that none is. */
  readonly said?: readonly Said[];
}

/** A footnote: the place of its text and the places that call it. */
export interface Note {
  /** The id of its element; begins with the text’s id. */
  readonly id: string;
  /** Ids of the elements that call it, in order. */
  readonly calls: readonly string[];
  readonly html: string;
  readonly plain: string;
  readonly said?: readonly Said[];
}

/** A link of the house inside a body. */
export interface HouseLink {
  readonly to: 'entity' | 'article';
  readonly id: string;
  /** The paragraph of the article that is meant. */
  readonly paragraph?: string;
  readonly line: number;
}

/** A picture that a body shows, by its file name beside the text. */
export interface PictureLink {
  readonly name: string;
  readonly line: number;
}

/** The compiled body of a text, kept in a file of the cache and read by the page that shows it. */
export interface CompiledBody {
  readonly paragraphs: readonly Paragraph[];
  readonly notes: readonly Note[];
}

/** One text without its body: what the whole archive needs to know of it. */
export interface TextSummary {
  readonly id: TextId;
  readonly article: ArticleId;
  /** Path of its file, relative to the archive. */
  readonly file: string;
  readonly lang: string;
  readonly dir: Direction;
  readonly record: TextRecord;
  /** The text that this one renders; absent on an original, and on a version of nothing at hand. */
  readonly renders?: TextId;
  /** The entities that it names most often, the most often named first; absent where it names none. */
  readonly named?: readonly EntityId[];
  /** All its paragraph ids in order, without `title` and `lede`. */
  readonly ids: readonly ParagraphId[];
  /** For each of these ids the ordinal of its paragraph; null where that is not counted. */
  readonly ordinals: readonly (number | null)[];
  readonly unnumbered: number;
  /** Characters of its paragraphs and notes, without markup. */
  readonly length: number;
  /** SHA-256 of what its compiled body depends on: the key of its file in the cache. */
  readonly body: string;
  /** Absent where it was never sealed. */
  readonly sealed?: SealedText;
  /** Paragraphs that were cited on its page and are no longer on it. */
  readonly former?: readonly FormerParagraph[];
}

/** An article without its bodies. */
export interface ArticleSummary {
  readonly id: ArticleId;
  /** Path of its folder, relative to the archive. */
  readonly folder: string;
  readonly record: ArticleRecord;
  /** The original first, then by role and id. Never empty. */
  readonly texts: readonly TextSummary[];
  readonly note?: NoteSummary;
  /** File names of the pictures beside its texts. */
  readonly pictures: readonly string[];
  /** The key of its mentions in the cache. */
  readonly mentions: string;
  /** Paragraphs that were cited on its page and are no longer on it. */
  readonly former?: readonly FormerParagraph[];
  /** Texts that were cited beside it and are no longer. */
  readonly formerTexts?: readonly FormerText[];
}

/** What other pages say of a text: nothing that changes with its words. */
export type TextHeading = Pick<TextSummary, 'id' | 'lang' | 'dir' | 'record'>;

/** What other pages say of an article: nothing that changes with the words of its texts. */
export interface ArticleHeading extends Pick<ArticleSummary, 'id' | 'record'> {
  readonly texts: readonly TextHeading[];
}

/** A note of the editor's (in `index.md` or an entity's file) without its body. */
export interface NoteSummary {
  readonly file: string;
  /** Its key in the cache. */
  readonly body: string;
}

export interface EntitySummary {
  readonly id: EntityId;
  readonly file: string;
  readonly record: EntityRecord;
  readonly note?: NoteSummary;
}

export interface PageSummary {
  readonly slug: string;
  readonly lang: string;
  readonly file: string;
  readonly record: PageRecord;
}

/** What one text has in a row. */
export interface Cell {
  readonly text: TextId;
  readonly paragraphs: readonly Paragraph[];
}

/** Paragraphs that render each other, by text; a text that lacks them has no cell. */
export interface Row {
  /** Every id of its paragraphs, each once; the first is the row's own. */
  readonly ids: readonly ParagraphId[];
  readonly cells: readonly Cell[];
}
