import type { EntitySummary } from '#model/compiled.ts';
import type { EntityId } from '#model/ids.ts';

/**
 * What a form of a name counts for: a full name always; a short one only where a full name occurs
 * in the article; a loaded name always, though it is never offered as the name.
 */
export type FormKind = 'full' | 'short' | 'called';

/** One listed form of a name. */
export interface NameForm {
  readonly entity: EntityId;
  readonly name: string;
  readonly kind: FormKind;
}

/** Every form of every name of some entities, each once. */
export function formsOf(
  entities: readonly Pick<EntitySummary, 'id' | 'record'>[],
): readonly NameForm[] {
  return entities.flatMap(({ id, record }) => {
    const full = [
      ...Object.values(record.names),
      ...(record.variants ?? []).map(({ name }) => name),
    ];
    const list = (kind: FormKind, names: readonly string[]): NameForm[] =>
      [...new Set(names)].map((name) => ({ entity: id, name, kind }));
    return [
      ...list('full', full),
      ...list('short', record.short ?? []),
      ...list('called', record.called ?? []),
    ];
  });
}
