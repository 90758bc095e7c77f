import type { EntitySummary } from '#model/compiled.ts';
import type { EntityId } from '#model/ids.ts';
import { type LocalProblem, type Problem, problem, problemAt } from '#model/problem.ts';
import { type FormKind, formsOf } from '#names/forms.ts';
import { hasOpenQuotation } from '#names/quotation.ts';
import { isNumber, spellingsOf } from '#names/spellings.ts';
import { shorten } from './shorten.ts';
import type { YamlMap } from './yaml.ts';

/** A name of an entity with the place where it is listed. */
export interface ListedName {
  readonly entity: EntityId;
  readonly name: string;
  readonly kind: FormKind;
  readonly file: string;
  readonly line: number;
  /** What tells its spellings from those of other names; none where no text can hold it. */
  readonly keys: readonly string[];
}

/** The names of an entity, each with the line that lists it. */
export function listedNames(
  entity: Pick<EntitySummary, 'id' | 'record'>,
  file: string,
  lineOf: YamlMap['lineOf'],
): readonly ListedName[] {
  const { names, variants = [], short = [], called = [] } = entity.record;
  const lines = new Map<string, number>();
  const put = (name: string | undefined, path: readonly PropertyKey[]): void => {
    if (name !== undefined && !lines.has(name)) lines.set(name, lineOf(path));
  };
  for (const [lang, name] of Object.entries(names)) put(name, ['names', lang]);
  for (const [index, { name }] of variants.entries()) put(name, ['variants', index]);
  for (const [index, name] of short.entries()) put(name, ['short', index]);
  for (const [index, name] of called.entries()) put(name, ['called', index]);
  return formsOf([entity]).map((form) => ({
    ...{ ...form, file, line: lines.get(form.name) ?? 1 },
    keys: spellingsOf(form.name).map((one) => `${String(one.hasArticle)} ${one.keys.join(' ')}`),
  }));
}

/** What is wrong with the names of an entity by themselves: they cannot be found in any text. */
export function nameProblems(names: readonly ListedName[]): LocalProblem[] {
  return names.flatMap(({ name, kind, line, keys }) => {
    const args = { name: shorten(name) };
    return [
      ...(keys.length === 0 ? [problemAt(line, 'name-not-findable', args)] : []),
      ...(kind !== 'short' && keys.length > 0 && isNumber(name)
        ? [problemAt(line, 'name-is-number', args)]
        : []),
      ...(hasOpenQuotation(name) ? [problemAt(line, 'name-quotation-open', args)] : []),
    ];
  });
}

/** Full names that two entities list. A surname is a short form of many. */
export function sharedNames(names: Iterable<ListedName>): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, EntityId>();
  for (const { name, kind, entity, file, line, keys } of names) {
    if (kind !== 'full') continue;
    const other = keys
      .map((key) => owners.get(key))
      .find((id) => id !== undefined && id !== entity);
    if (other !== undefined) {
      problems.push(problem({ file, line }, 'name-twice', { name: shorten(name), other }));
    }
    for (const key of keys) if (!owners.has(key)) owners.set(key, entity);
  }
  return problems;
}
