import type { HouseLink } from '#model/compiled.ts';
import { isArticleId, looksLikeEntityId } from '#model/ids.ts';

/** A reference to an entity, article or paragraph, with the file in which it stands. */
export interface Reference extends HouseLink {
  readonly file: string;
}

/** A place in a record that refers to something: a path in which `*` is every item of a list. */
type ReferencePath = readonly [to: HouseLink['to'], ...path: string[]];

/** What the record of an article refers to. */
export const REFERENCES_OF_ARTICLE: readonly ReferencePath[] = [
  ['entity', 'speaker', '*'],
  ['entity', 'entities', '*'],
  ['article', 'related', '*'],
];

/** What the record of a text refers to: a publisher or holder of only `a-z 0-9 -` is an entity. */
export const REFERENCES_OF_TEXT: readonly ReferencePath[] = [
  ['entity', 'publisher'],
  ['entity', 'rights', 'holder'],
  ['entity', 'author', '*', 'entity'],
  ['entity', 'translator', '*', 'entity'],
];

/** What the record of an entity refers to. */
export const REFERENCES_OF_ENTITY: readonly ReferencePath[] = [
  ['entity', 'related', '*', 'entity'],
];

/**
 * The references of a record as it is written, so that one error in it does not hide others. A
 * value that is no id is no reference; the schema says whether that is wrong.
 */
export function referencesIn(
  value: unknown,
  lineOf: (path: readonly PropertyKey[]) => number,
  table: readonly ReferencePath[],
): HouseLink[] {
  return table.flatMap(([to, ...path]) =>
    valuesAt(value, path, []).flatMap(({ found, at }) => {
      const isId =
        typeof found === 'string' &&
        (to === 'entity' ? looksLikeEntityId(found) : isArticleId(found));
      return isId ? [{ to, id: found, line: lineOf(at) }] : [];
    }),
  );
}

interface ValueAt {
  readonly found: unknown;
  readonly at: readonly PropertyKey[];
}

function valuesAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  at: readonly PropertyKey[],
): ValueAt[] {
  if (step === undefined) return [{ found: value, at }];
  if (step === '*') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return items.flatMap((item, index) => valuesAt(item, rest, [...at, index]));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const inner: unknown = Object.entries(value).find(([key]) => key === step)?.[1];
  return inner === undefined ? [] : valuesAt(inner, rest, [...at, step]);
}
