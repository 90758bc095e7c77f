/**
 * The ids of the house. An id is a path segment of `a-z 0-9 -`; they differ in what they name,
 * so each has its own type and one is never passed where another is meant.
 */
declare const idKind: unique symbol;
type Id<Kind extends string> = string & { readonly [idKind]: Kind };

/** An article's address below `/articles/`: one or several segments (`2023/coalition-should-leave`). */
export type ArticleId = Id<'article'>;
/** A text's file name without `.md`; unique within its article. */
export type TextId = Id<'text'>;
/** An entity's file name without `.md`. */
export type EntityId = Id<'entity'>;
/** Four random characters and a check character; unique within a text. */
export type ParagraphId = Id<'paragraph'>;

const SEGMENT = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;

/** Text ids that would collide with an address of the article itself. */
export const RESERVED_TEXT_IDS: readonly string[] = [
  'index',
  'compare',
  'history',
  'source',
  'cite',
];

/** Page slugs that would collide with an address of the site itself; language tags are reserved too. */
export const RESERVED_PAGE_SLUGS: readonly string[] = [
  'articles',
  'entities',
  'search',
  'browse',
  'editions',
  '404',
];

export function isArticleId(value: string): value is ArticleId {
  return value.split('/').every((segment) => SEGMENT.test(segment));
}

export function isTextId(value: string): value is TextId {
  return SEGMENT.test(value);
}

export function isEntityId(value: string): value is EntityId {
  return SEGMENT.test(value);
}

/** Whether a `publisher` or `holder` is an entity's id and not a name: only `a-z 0-9 -`. */
export function looksLikeEntityId(value: string): value is EntityId {
  return /^[a-z0-9-]+$/.test(value);
}

/** The letters of which paragraph ids are made: no vowels, so no words; no `l` and no `y`. */
export const PARAGRAPH_ID_LETTERS = '0123456789bcdfghjkmnpqrstvwxz';
const PARAGRAPH_ID = new RegExp(`^[${PARAGRAPH_ID_LETTERS}]{5}$`);

/** The fixed ids of the rows that a text's `title` and `lede` form. */
export const TITLE = 'title' as ParagraphId;
export const LEDE = 'lede' as ParagraphId;

/** Whether a value has the form of a minted paragraph id; says nothing of its check character. */
export function isParagraphId(value: string): value is ParagraphId {
  return PARAGRAPH_ID.test(value);
}

/**
 * The check character that belongs to the first four characters of an id: the sum of position × value, modulo 29.
 * Source: the NOID check digit algorithm, over these four characters alone, so that an id
 * survives every move of its text.
 */
export function checkCharacter(stem: string): string {
  const sum = Array.from(stem.slice(0, 4)).reduce(
    (total, character, index) => total + (index + 1) * PARAGRAPH_ID_LETTERS.indexOf(character),
    0,
  );
  return PARAGRAPH_ID_LETTERS.charAt(sum % PARAGRAPH_ID_LETTERS.length);
}

/** Whether a well-formed paragraph id ends in the check character of its first four. */
export function hasRightCheck(id: ParagraphId): boolean {
  return checkCharacter(id) === id.charAt(4);
}
