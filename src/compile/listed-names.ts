import type { EntitySummary } from '#model/compiled.ts';
import type { EntityId } from '#model/ids.ts';
import { type Problem, problem } from '#model/problem.ts';
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
  return formsOf([entity]).map((form) => ({ ...form, file, line: lines.get(form.name) ?? 1 }));
}

/** Names that cannot be found in any text, and full names that two entities list. */
export function checkNames(names: readonly ListedName[]): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, EntityId>();
  for (const { name, kind, entity, file, line } of names) {
    const spellings = spellingsOf(name);
    const args = { name: shorten(name) };
    if (spellings.length === 0) {
      problems.push(problem({ file, line }, 'name-not-findable', args));
    }
    if (kind !== 'short' && spellings.length > 0 && isNumber(name)) {
      problems.push(problem({ file, line }, 'name-is-number', args));
    }
    if (hasOpenQuotation(name)) {
      problems.push(problem({ file, line }, 'name-quotation-open', args));
    }
    // A surname is a short form of many; a full name that two share is worth a look.
    if (kind !== 'full') continue;
    const keys = spellings.map((one) => `${String(one.hasArticle)} ${one.keys.join(' ')}`);
    const other = keys
      .map((key) => owners.get(key))
      .find((id) => id !== undefined && id !== entity);
    if (other !== undefined) {
      problems.push(problem({ file, line }, 'name-twice', { ...args, other }));
    }
    for (const key of keys) if (!owners.has(key)) owners.set(key, entity);
  }
  return problems;
}
