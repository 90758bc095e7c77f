import type { HouseLink } from '#model/compiled.ts';
import { looksLikeEntityId } from '#model/ids.ts';
import type { ArticleRecord } from '#model/schema/article.ts';
import type { EntityRecord } from '#model/schema/entity.ts';
import type { Person } from '#model/schema/fields.ts';
import type { TextRecord } from '#model/schema/text.ts';

type LineOf = (path: readonly PropertyKey[]) => number;

/** What the record of an article refers to. */
export function referencesOfArticle(record: ArticleRecord, lineOf: LineOf): HouseLink[] {
  return [
    ...list('entity', record.speaker, ['speaker'], lineOf),
    ...list('entity', record.entities, ['entities'], lineOf),
    ...list('article', record.related, ['related'], lineOf),
  ];
}

/** What the record of a text refers to: a publisher or holder of only `a-z 0-9 -` is an entity. */
export function referencesOfText(record: TextRecord, lineOf: LineOf): HouseLink[] {
  const { publisher, rights, translator, author } = record;
  const translators = translator?.kind === 'people' ? translator.people : [];
  return [
    ...named(publisher, ['publisher'], lineOf),
    ...named(rights?.holder, ['rights', 'holder'], lineOf),
    ...people(author ?? [], ['author'], lineOf),
    ...people(translators, ['translator'], lineOf),
  ];
}

/** What the record of an entity refers to. */
export function referencesOfEntity(record: EntityRecord, lineOf: LineOf): HouseLink[] {
  return (record.related ?? []).map(({ entity }, index) => ({
    to: 'entity',
    id: entity,
    line: lineOf(['related', index, 'entity']),
  }));
}

function list(
  to: HouseLink['to'],
  ids: readonly string[] | undefined,
  path: readonly PropertyKey[],
  lineOf: LineOf,
): HouseLink[] {
  return (ids ?? []).map((id, index) => ({ to, id, line: lineOf([...path, index]) }));
}

function named(
  value: string | undefined,
  path: readonly PropertyKey[],
  lineOf: LineOf,
): HouseLink[] {
  if (value === undefined || !looksLikeEntityId(value)) return [];
  return [{ to: 'entity', id: value, line: lineOf(path) }];
}

function people(
  persons: readonly Person[],
  path: readonly PropertyKey[],
  lineOf: LineOf,
): HouseLink[] {
  return persons.flatMap((person, index) =>
    'entity' in person
      ? [{ to: 'entity' as const, id: person.entity, line: lineOf([...path, index, 'entity']) }]
      : [],
  );
}
