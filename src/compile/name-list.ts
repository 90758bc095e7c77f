import type { EntitySummary } from '#model/compiled.ts';
import { Finder } from '#names/finder.ts';
import { formsOf, type NameForm } from '#names/forms.ts';
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
  const forms = formsOf(entities);
  let finder: Finder | undefined;
  return {
    key: cache.key('names', JSON.stringify(forms.map(written))),
    finder: () => (finder ??= new Finder(forms)),
  };
}

function written({ entity, kind, name }: NameForm): readonly string[] {
  return [entity, kind, name];
}
