import type { EntitySummary } from '#model/compiled.ts';
import { type Problem, problem } from '#model/problem.ts';
import type { Appearance } from './catalogue.ts';

/** Entities that no text names and no record refers to: their names may be written otherwise. */
export function unmentioned(
  entities: readonly EntitySummary[],
  appearances: ReadonlyMap<string, readonly Appearance[]>,
): Problem[] {
  const related = new Set(
    entities.flatMap(({ record }) => record.related?.map(({ entity }) => entity) ?? []),
  );
  return entities
    .filter(({ id }) => !appearances.has(id) && !related.has(id))
    .map(({ id, file }) => problem({ file, line: 1 }, 'entity-not-mentioned', { entity: id }));
}
