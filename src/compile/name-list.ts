import type { EntitySummary } from '#model/compiled.ts';
import type { EntityRecord } from '#model/schema/entity.ts';
import { Finder } from '#names/finder.ts';
import { formsOf } from '#names/forms.ts';
import type { CompileCache } from './cache.ts';

/** The names of an archive’s entities, ready to be looked for. */
export interface NameList {
  /** Changes whenever a listed form does, and never otherwise. */
  readonly key: string;
  /** Made when it is first asked for: an archive in which nothing changed needs none. */
  readonly finder: () => Finder;
}

/** Makes the list of names of some entities. */
export function nameList(
  entities: readonly Pick<EntitySummary, 'id' | 'record'>[],
  cache: Pick<CompileCache, 'key'>,
): NameList {
  let finder: Finder | undefined;
  return {
    key: cache.key('names', entities.map(formsInJson).join('\n')),
    finder: () => (finder ??= new Finder(formsOf(entities))),
  };
}

/** The forms of an entity’s names; while an archive is edited, most records are those of before. */
function formsInJson(entity: Pick<EntitySummary, 'id' | 'record'>): string {
  const known = written.get(entity.record);
  if (known !== undefined) return known;
  const forms = formsOf([entity]).map(({ entity: id, kind, name, lacksArticle = false }) => [
    ...[id, kind, name, lacksArticle],
  ]);
  const json = JSON.stringify(forms);
  written.set(entity.record, json);
  return json;
}

const written = new WeakMap<EntityRecord, string>();
