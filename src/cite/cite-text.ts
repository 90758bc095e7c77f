import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import type { EditionName } from '#model/permanence.ts';
import { rightsAddress } from '#model/rights.ts';
import type { Person } from '#model/schema/fields.ts';
import {
  type Citation,
  type CitedDate,
  type CitedName,
  type CitedOriginal,
  type CitedTranslators,
  type CitedType,
  nameInOrder,
  shown,
  type Value,
} from './citation.ts';

/** What a citation needs of the rest of the archive. */
export interface Surroundings {
  /** The archive’s name in the language of the citation. */
  readonly archive: string;
  /** The permanent address of the text, whole. */
  readonly url: string;
  /** The preferred name of an entity in the language of the citation; undefined if it is none. */
  readonly nameOf: (entity: string) => string | undefined;
  /** The newest edition, where it holds the text as it is now. */
  readonly edition?: EditionName;
  /** The edition that first held it. */
  readonly firstEdition?: EditionName;
}

/** The kinds of an article that are documents of their own where no outlet printed them. */
const TYPES: Readonly<Record<string, CitedType>> = {
  report: 'report',
  letter: 'document',
  document: 'document',
};

/**
 * What is true of a text as a source that is cited. The date of the event is never a date of
 * publication; a text that first appears here is dated by the edition that first held it; a text
 * that no outlet made public stands in the archive.
 */
export function citeText(
  article: ArticleSummary,
  text: TextSummary,
  { archive, url, nameOf, edition, firstEdition }: Surroundings,
): Citation {
  const { record } = text;
  const supplied = (key: string, value: string): Value => ({
    value,
    isSupplied: record.supplied?.[key] !== undefined,
  });
  const publisher = record.publisher === undefined ? undefined : nameIn(record.publisher, nameOf);
  const original = originalOf(article, text, nameOf);
  const issued = issuedOf(text, firstEdition);
  const authors = authorsOf(article, text);
  const { kind } = article.record;
  return {
    id: `${article.id}/${text.id}`,
    type: publisher === undefined ? (TYPES[kind ?? ''] ?? 'article') : 'article',
    ...(kind !== undefined && { genre: kind }),
    lang: text.lang,
    title: supplied('title', record.title),
    ...(record.title_romanised !== undefined && { romanisedTitle: record.title_romanised }),
    ...(record.lede !== undefined && { abstract: supplied('lede', record.lede) }),
    authors: authors.people.map((person) => toName(person, nameOf)),
    areAuthorsSupplied: authors.areSupplied,
    translators: translatorsOf(text, nameOf),
    container:
      publisher === undefined
        ? { value: archive, isSupplied: false, isArchive: true }
        : { ...supplied('publisher', publisher), isArchive: false },
    ...(issued && { issued }),
    ...(original && { original }),
    ...(record.via && { via: record.via.name }),
    archive,
    number: article.record.number ?? article.id,
    ...(edition && { edition }),
    url,
    ...(record.rights && {
      rights: {
        status: record.rights.status,
        address: rightsAddress(record.rights.status),
        ...(record.rights.holder !== undefined && { holder: nameIn(record.rights.holder, nameOf) }),
      },
    }),
  };
}

/**
 * Who wrote a text, as its record says; of a translation whose record says nothing, who wrote what
 * it renders. A version by another outlet may be anyone’s.
 */
export function authorsOf(
  { texts }: ArticleSummary,
  { record, renders }: TextSummary,
): { readonly people: readonly Person[]; readonly areSupplied: boolean } {
  const isUntold = record.author === undefined && record.role === 'translation';
  const rendered = isUntold ? texts.find(({ id }) => id === renders)?.record : undefined;
  const told = rendered ?? record;
  return { people: told.author ?? [], areSupplied: told.supplied?.author !== undefined };
}

function issuedOf(
  { record }: TextSummary,
  firstEdition: Surroundings['firstEdition'],
): CitedDate | undefined {
  if (record.published !== undefined) {
    return { value: record.published, isSupplied: record.supplied?.published !== undefined };
  }
  const appearedElsewhere =
    record.publisher !== undefined || record.url !== undefined || record.via !== undefined;
  if (appearedElsewhere || !firstEdition) return undefined;
  return { value: firstEdition.date, isSupplied: false, edition: firstEdition.number };
}

function originalOf(
  { texts }: ArticleSummary,
  { renders }: TextSummary,
  nameOf: Surroundings['nameOf'],
): CitedOriginal | undefined {
  const rendered = texts.find(({ id }) => id === renders);
  if (!rendered) return undefined;
  const { record, lang } = rendered;
  const value = (key: string, words: string): Value => ({
    value: words,
    isSupplied: record.supplied?.[key] !== undefined,
  });
  return {
    title: value('title', record.title),
    ...(record.title_romanised !== undefined && { romanisedTitle: record.title_romanised }),
    lang,
    ...(record.published !== undefined && { date: value('published', record.published) }),
    ...(record.publisher !== undefined && {
      publisher: value('publisher', nameIn(record.publisher, nameOf)),
    }),
  };
}

function translatorsOf({ record }: TextSummary, nameOf: Surroundings['nameOf']): CitedTranslators {
  const { translator, supplied } = record;
  const isSupplied = supplied?.translator !== undefined;
  const told = (words: string): string => shown({ value: words, isSupplied });
  if (!translator) return { kind: 'none' };
  if (translator.kind === 'machine') return { kind: 'machine', engine: told(translator.engine) };
  if (translator.kind !== 'people') return translator;
  const names = translator.people.map((person) => toName(person, nameOf));
  return {
    kind: 'people',
    names: isSupplied ? names.map((name) => ({ whole: told(nameInOrder(name)) })) : names,
  };
}

function toName(person: Person, nameOf: Surroundings['nameOf']): CitedName {
  if ('entity' in person) return { whole: nameIn(person.entity, nameOf) };
  if ('name' in person) return { whole: person.name };
  return { family: person.family, ...(person.given !== undefined && { given: person.given }) };
}

/** The name of an entity by its id; a value that is no entity’s id is a name already. */
function nameIn(idOrName: string, nameOf: Surroundings['nameOf']): string {
  return nameOf(idOrName) ?? idOrName;
}
