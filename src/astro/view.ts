import { entityAddress, inLanguage } from '#catalogue/addresses.ts';
import type { Entities } from '#catalogue/attribution.ts';
import type { PlaceOnMap } from '#catalogue/map.ts';
import { nameLink } from '#catalogue/name-card.ts';
import { formatDate } from '#interface/date.ts';
import { dictionaryOf } from '#interface/dictionaries.ts';
import { type CountKey, fill, pluralise, type WordKey } from '#interface/dictionary.ts';
import type { Direction, EntitySummary, PageSummary } from '#model/compiled.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import { pageOf } from '#model/schema/entity.ts';
import type { EditionName } from '#model/permanence.ts';
import { directionOf } from '#text/direction.ts';
import { languageName, nearestLanguage, scriptName } from '#text/language.ts';
import { remembered, rememberedOf } from '#text/remembered.ts';
import { archiveAtHand } from './archive-at-hand.ts';
import { placesOnMap } from './places.ts';
import type { ArchiveEntry } from './records.ts';

/** The archive as readers of one interface language see it: all that pages need to say and link. */
export interface View {
  readonly lang: string;
  readonly dir: Direction;
  readonly archive: ArchiveRecord;
  readonly entities: Entities;
  readonly pages: readonly PageSummary[];
  /** The newest edition; undefined before the first. */
  readonly edition: EditionName | undefined;
  /** Entities that have coordinates and a page, those first that texts name most often. */
  readonly places: readonly PlaceOnMap[];
  readonly word: (key: WordKey, blanks?: Readonly<Record<string, string>>) => string;
  readonly count: (key: CountKey, number: number) => string;
  readonly number: (value: number) => string;
  readonly date: (value: string) => string;
  readonly languageName: (tag: string) => string;
  readonly scriptName: (script: string) => string;
  /** The name that an interface language has for itself. */
  readonly nameInItself: (tag: string) => string;
  /** The path of an address of the site in this language, base path included. */
  readonly href: (address: string, language?: string) => string;
  /** The path of something that exists once, in no interface language: a text, a picture. */
  readonly once: (address: string) => string;
  /** The path of an entity’s page, if it has one. */
  readonly entityHref: (id: string) => string | undefined;
  /** The attributes of a link to an entity’s page in a text, with what the card on it says. */
  readonly nameLink: (id: string) => string | undefined;
}

/** The entry of the archive itself. */
export function archiveEntry(): ArchiveEntry {
  const entry = archiveAtHand().one('archive', 'archive');
  if (!entry) throw new Error('The archive at hand has no record of itself.');
  return entry;
}

/** The archive in an interface language. */
export function viewIn(language: string): View {
  const { record: archive, edition } = archiveEntry();
  const [defaultLanguage = language] = archive.languages;
  const words = dictionaryOf(language);
  const entities: Entities = { get: (id) => archiveAtHand().one('entities', id) };
  const href = (address: string, other = language): string =>
    base() + inLanguage(address, other, defaultLanguage);
  const date = dateIn(language);
  return {
    lang: language,
    dir: directionOf(language),
    archive,
    edition,
    entities,
    pages: archiveAtHand().all('pages'),
    // Asked for only by pages that draw a map: the answer depends on every entity.
    get places() {
      return placesOnMap();
    },
    word: (key, blanks = {}) => fill(words[key], blanks),
    count: (key, number) => pluralise(words[key], number, language),
    number: numberIn(language),
    date,
    languageName: languageNameIn(language),
    scriptName: scriptNameIn(language),
    nameInItself: (tag) => dictionaryOf(tag)['language.name'],
    href,
    once: (address) => base() + encodeURI(address),
    entityHref: (id) => {
      const entity = entities.get(id);
      return entity && hasPage(entity) ? href(entityAddress(id)) : undefined;
    },
    nameLink: (id) => {
      const entity = entities.get(id);
      return entity && nameLinksOf(archive)(language)(entity);
    },
  };
}

/** The view for the readers of a text: in its language if the interface has it, else in the default. */
export function viewFor(language: string): View {
  const { languages } = archiveEntry().record;
  return viewIn(nearestLanguage(language, languages) ?? language);
}

/** The links of names are the same on all pages of a language, and pages have many. */
const nameLinksOf = rememberedOf(({ languages: [defaultLanguage = ''] }: ArchiveRecord) =>
  remembered((language) => {
    const words = dictionaryOf(language);
    const date = dateIn(language);
    return rememberedOf((entity: EntitySummary) => {
      if (!hasPage(entity)) return undefined;
      const path = base() + inLanguage(entityAddress(entity.id), language, defaultLanguage);
      const kind = words[`entity.${entity.record.kind}`];
      return nameLink(path, entity.record, { language, kind, date });
    });
  }),
);

/** The base path of the site without its last `/`. */
function base(): string {
  return import.meta.env.DIPTYCH_BASE.replace(/\/$/, '');
}

function hasPage({ record }: EntitySummary): boolean {
  return pageOf(record) !== 'none';
}

const dateIn = remembered((language) => remembered((value) => formatDate(value, language)));
const languageNameIn = remembered((language) => remembered((tag) => languageName(tag, language)));
const scriptNameIn = remembered((language) => remembered((code) => scriptName(code, language)));
const numberIn = remembered((language) => {
  const format = new Intl.NumberFormat(language);
  return (value: number) => format.format(value);
});
