import { entityAddress, HOME } from '#catalogue/addresses.ts';
import { nameOf } from '#catalogue/attribution.ts';
import {
  type Citation,
  type CitedName,
  type CitedType,
  nameInOrder,
  shown,
} from '#cite/citation.ts';
import { authorsOf } from '#cite/cite-text.ts';
import { notesOf } from '#cite/notes.ts';
import type { ArticleSummary, EntitySummary, TextSummary } from '#model/compiled.ts';
import { type EntityRecord, pageOf } from '#model/schema/entity.ts';
import type { Person } from '#model/schema/fields.ts';
import { citationOf, languageOfFiles, type Whereabouts } from './citation-of.ts';
import { knownDate } from './plain-date.ts';

/** A node of JSON-LD, or a value in it. */
type Json = string | readonly Json[] | { readonly [key: string]: Json };
type Node = Readonly<Record<string, Json>>;

/** The types of schema.org. */
export const TEXT_TYPES: Readonly<Record<CitedType, string>> = {
  article: 'NewsArticle',
  report: 'Report',
  document: 'CreativeWork',
};
const ENTITY_TYPES: Readonly<Record<EntityRecord['kind'], string>> = {
  person: 'Person',
  organisation: 'Organization',
  place: 'Place',
  event: 'Event',
  work: 'CreativeWork',
  term: 'DefinedTerm',
};

/**
 * Texts of an article as JSON-LD in the terms of schema.org, with the entities that their records
 * and their words name. Texts that render each other are joined by `translationOfWork` and `workTranslation`; an
 * outlet’s own version is not a translation, and is said to be based on what it renders. What the
 * editor inferred stands in brackets as words, and never where a machine would take it for known.
 *
 * @param texts those that are told whole; other texts of the article are named
 */
export function textsToJsonLd(
  article: ArticleSummary,
  texts: readonly TextSummary[],
  where: Whereabouts,
): string {
  const entities = new Map<string, Node>();
  const graph = article.texts.map((text) => {
    const citation = citationOf(article, text, languageOfFiles(text, where), where);
    const brief: Node = {
      '@type': TEXT_TYPES[citation.type],
      '@id': citation.url,
      url: citation.url,
      headline: shown(citation.title),
      inLanguage: citation.lang,
    };
    return texts.includes(text) ? { ...brief, ...whole(article, text, citation) } : brief;
  });
  return toScript({ '@context': 'https://schema.org', '@graph': [...graph, ...entities.values()] });

  function whole(of: ArticleSummary, text: TextSummary, citation: Citation): Node {
    const { record } = text;
    const language = languageOfFiles(text, where);
    const { issued, translators } = citation;
    const rendering = of.texts.filter(({ renders }) => renders === text.id);
    const rendered = of.texts.find(({ id }) => id === text.renders);
    const isTranslation = record.role === 'translation';
    const notes = notesOf(citation, language);
    const { people } = authorsOf(of, text);
    const holder = record.rights?.holder;
    return withoutNothing({
      alternativeHeadline: citation.romanisedTitle,
      abstract: citation.abstract && shown(citation.abstract),
      author: peopleIn(people, citation.authors, {
        areSupplied: citation.areAuthorsSupplied,
        language,
      }),
      translator:
        translators.kind === 'people' && record.translator?.kind === 'people'
          ? peopleIn(record.translator.people, translators.names, {
              areSupplied: record.supplied?.translator !== undefined,
              language,
            })
          : [],
      creditText: notes.length > 0 ? `${notes.join('. ')}.` : undefined,
      publisher: publisherOf(citation, record.publisher, language),
      datePublished: issued && knownDate(issued),
      translationOfWork: rendered && isTranslation ? reference(of, rendered) : undefined,
      isBasedOn: rendered && !isTranslation ? reference(of, rendered) : undefined,
      workTranslation: rendering
        .filter(({ record: { role } }) => role === 'translation')
        .map((one) => reference(of, one)),
      about: (of.record.entities ?? []).map((id) => entityNode(id, language)),
      mentions: (text.named ?? []).filter(hasPage).map((id) => entityNode(id, language)),
      license: citation.rights?.address,
      copyrightHolder:
        holder === undefined ? undefined : entityOr(holder, 'Organization', language),
      archivedAt: record.archived,
      sameAs: record.url,
      identifier: citation.number,
      isPartOf: { '@type': 'Collection', '@id': where.absolute(HOME), name: citation.archive },
    });
  }

  function reference(of: ArticleSummary, text: TextSummary): Node {
    return { '@id': citationOf(of, text, languageOfFiles(text, where), where).url };
  }

  function peopleIn(
    people: readonly Person[],
    names: readonly CitedName[],
    { areSupplied, language }: { readonly areSupplied: boolean; readonly language: string },
  ): Node[] {
    return names.map((name, index) => {
      const person = people[index];
      if (!areSupplied) return named(name, person, language);
      const words = `[${nameInOrder(name).replace(/^\[(.*)\]$/, '$1')}]`;
      return withoutNothing({ '@type': typeOf(name, person), name: words });
    });
  }

  /** What bears a name: of one that is written as a whole nobody has said. */
  function typeOf(name: CitedName, person: Person | undefined): string | undefined {
    const entity = person && 'entity' in person ? where.entities.get(person.entity) : undefined;
    if (entity) return ENTITY_TYPES[entity.record.kind];
    return 'whole' in name ? undefined : 'Person';
  }

  function named(name: CitedName, person: Person | undefined, language: string): Node {
    if (person && 'entity' in person) return entityNode(person.entity, language);
    if ('whole' in name) return { name: name.whole };
    return withoutNothing({
      '@type': 'Person',
      name: nameInOrder(name),
      familyName: name.family,
      givenName: name.given,
    });
  }

  function publisherOf({ container }: Citation, id: string | undefined, language: string): Node {
    if (container.isSupplied) return { '@type': 'Organization', name: shown(container) };
    if (id !== undefined) return entityOr(id, 'Organization', language);
    const { name, url } = where.archive.publisher;
    return withoutNothing({ '@type': 'Organization', name, url });
  }

  function entityOr(idOrName: string, type: string, language: string): Node {
    return where.entities.get(idOrName)
      ? entityNode(idOrName, language)
      : { '@type': type, name: idOrName };
  }

  function hasPage(id: string): boolean {
    const entity = where.entities.get(id);
    return entity !== undefined && pageOf(entity.record) !== 'none';
  }

  function entityNode(id: string, language: string): Node {
    const entity = where.entities.get(id);
    if (!entity) return { name: id };
    if (pageOf(entity.record) === 'none') return entityFacts(entity, language);
    const address = `${where.absolute(entityAddress(id))}#it`;
    if (!entities.has(id)) {
      entities.set(id, { '@id': address, ...entityFacts(entity, language) });
    }
    return { '@id': address };
  }
}

function entityFacts(entity: EntitySummary, language: string): Node {
  return withoutNothing({
    '@type': ENTITY_TYPES[entity.record.kind],
    name: nameOf(entity, language).value,
    sameAs: entity.record.sameAs ?? [],
  });
}

/** Leaves out what is not known. */
function withoutNothing(node: Readonly<Record<string, Json | undefined>>): Node {
  const known: Record<string, Json> = {};
  for (const [key, value] of Object.entries(node)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    known[key] = value;
  }
  return known;
}

/** JSON that can stand in an HTML page: no `<` ends the element before its time. */
function toScript(value: Json): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
