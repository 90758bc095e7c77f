import type { ArticleHeading, EntitySummary, TextHeading } from '#model/compiled.ts';
import { primaryLanguage } from '#text/language.ts';
import { remembered } from '#text/remembered.ts';
import type { Localised, Person } from '#model/schema/fields.ts';

/** The archive’s entities by id. */
export type Entities = Pick<ReadonlyMap<string, EntitySummary>, 'get'>;

/** A value in the language asked for, or the nearest that there is, with the language it is in. */
export interface InLanguage {
  readonly value: string;
  readonly lang: string;
}

/**
 * The value for a language: in that very language, else in one that shares its first subtag, else
 * in the first language that has one. Undefined for an empty map only.
 */
export function localise(values: Localised, language: string): InLanguage | undefined {
  const tags = Object.keys(values);
  const primary = primaryLanguage(language);
  const lang =
    tags.find((tag) => tag === language) ??
    tags.find((tag) => primaryLanguage(tag) === primary) ??
    tags[0];
  const value = lang === undefined ? undefined : values[lang];
  return lang === undefined || value === undefined ? undefined : { value, lang };
}

/** The preferred name of an entity in a language. */
export function nameOf(entity: EntitySummary, language: string): InLanguage {
  return localise(entity.record.names, language) ?? { value: entity.id, lang: language };
}

/**
 * Who said it: the speakers, else who published the text or the original, else who wrote the text or
 * the original, in brackets where the editor supplied that; undefined where nobody is known. The
 * archive attributes and does not speak for its sources, so titles begin with this.
 */
export function attributionOf(
  article: ArticleHeading,
  text: TextHeading | undefined,
  entities: Entities,
  language: string,
): string | undefined {
  const speakers = article.record.speaker ?? [];
  if (speakers.length > 0) {
    const names = speakers.map((id) => nameOfId(id, entities, language));
    return listsOf(language).format(names);
  }
  const records = [text, article.texts[0]].flatMap((one) => (one ? [one.record] : []));
  const published = records.find(({ publisher }) => publisher !== undefined);
  if (published?.publisher !== undefined) {
    const name = nameOfId(published.publisher, entities, language);
    return published.supplied?.publisher === undefined ? name : `[${name}]`;
  }
  const written = records.find(({ author }) => author !== undefined);
  if (written?.author === undefined) return undefined;
  const names = written.author.map((person) => personInWords(person, entities, language));
  const list = listsOf(language).format(names);
  return written.supplied?.author === undefined ? list : `[${list}]`;
}

function personInWords(person: Person, entities: Entities, language: string): string {
  if ('entity' in person) return nameOfId(person.entity, entities, language);
  if ('name' in person) return person.name;
  return person.given === undefined ? person.family : `${person.given} ${person.family}`;
}

const listsOf = remembered((language) => new Intl.ListFormat(language));

/** The name of an entity by its id; a value that is no entity’s id is a name already. */
export function nameOfId(idOrName: string, entities: Entities, language: string): string {
  const entity = entities.get(idOrName);
  return entity ? nameOf(entity, language).value : idOrName;
}
