import type { EntitySummary } from '#model/compiled.ts';
import type { EntityId } from '#model/ids.ts';
import { hasArabicClitics } from '#text/clitics.ts';
import { fold } from '#text/fold.ts';

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
  /**
   * Whether it is the Arabic name without its article, as Persian writes it (`مدینه`): in Arabic that
   * is another word.
   */
  readonly lacksArticle?: boolean;
}

/** Every form of every name of some entities, each once. */
export function formsOf(
  entities: readonly Pick<EntitySummary, 'id' | 'record'>[],
): readonly NameForm[] {
  return entities.flatMap(({ id, record }) => {
    const names = Object.entries(record.names);
    const others = (record.variants ?? []).map(({ name }) => name);
    const elsewhere = names.filter(([lang]) => !hasArabicClitics(lang));
    const inArabic = [
      ...names.flatMap(([lang, name]) => (hasArabicClitics(lang) ? [name] : [])),
      ...others,
    ];
    const lacking = elsewhere
      .map(([, name]) => name)
      .filter((name) => !inArabic.includes(name) && lacksArticle(name, inArabic));
    const list = (kind: FormKind, forms: readonly string[]): NameForm[] =>
      [...new Set(forms)].map((name) => ({ entity: id, name, kind }));
    return [
      ...list('full', [...names.map(([, name]) => name), ...others]).map((form) =>
        lacking.includes(form.name) ? { ...form, lacksArticle: true } : form,
      ),
      ...list('short', record.short ?? []),
      ...list('called', record.called ?? []),
    ];
  });
}

/** Whether a name of one word is the first word of another without its Arabic article. */
function lacksArticle(name: string, others: readonly string[]): boolean {
  const word = fold(name.trim());
  if (!/^\p{Script=Arabic}+$/u.test(word)) return false;
  return others.some((other) => fold(other.trim()).split(/\s/, 1)[0] === `ال${word}`);
}
