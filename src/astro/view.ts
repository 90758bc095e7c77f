import { getCollection, getEntry } from 'astro:content';
import { entityAddress, inLanguage } from '#catalogue/addresses.ts';
import type { Entities } from '#catalogue/attribution.ts';
import { formatDate } from '#interface/date.ts';
import { dictionaryOf } from '#interface/dictionaries.ts';
import { type CountKey, fill, pluralise, type WordKey } from '#interface/dictionary.ts';
import type { Direction, PageSummary } from '#model/compiled.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import { pageOf } from '#model/schema/entity.ts';
import { directionOf } from '#text/direction.ts';
import { languageName, nearestLanguage } from '#text/language.ts';
import type { ArchiveEntry, EntityEntry } from './records.ts';

/** The archive as readers of one interface language see it: all that pages need to say and link. */
export interface View {
  readonly lang: string;
  readonly dir: Direction;
  readonly archive: ArchiveRecord;
  readonly entities: ReadonlyMap<string, EntityEntry> & Entities;
  readonly pages: readonly PageSummary[];
  readonly word: (key: WordKey, blanks?: Readonly<Record<string, string>>) => string;
  readonly count: (key: CountKey, number: number) => string;
  readonly date: (value: string) => string;
  readonly languageName: (tag: string) => string;
  /** The name that an interface language has for itself. */
  readonly nameInItself: (tag: string) => string;
  /** The path of an address of the site in this language, base path included. */
  readonly href: (address: string, language?: string) => string;
  /** The path of something that exists once, in no interface language: a text, a picture. */
  readonly once: (address: string) => string;
  /** The path of an entity’s page, if it has one. */
  readonly entityHref: (id: string) => string | undefined;
}

/** The entry of the archive itself. */
export async function archiveEntry(): Promise<ArchiveEntry> {
  const entry = await getEntry('archive', 'archive');
  if (!entry) throw new Error('The archive has no records: the integration did not write them.');
  return entry.data;
}

/** Every interface language as the parameter and property of a route `[...language]`. */
export async function inEveryLanguage() {
  const { record } = await archiveEntry();
  return record.languages.map((language, index) => ({
    params: { language: index === 0 ? undefined : language },
    props: { language },
  }));
}

/** The archive in an interface language. While the archive is edited it is made anew each time. */
export async function viewIn(language: string): Promise<View> {
  if (import.meta.env.DIPTYCH_EDITING) return makeView(language);
  let view = made.get(language);
  if (!view) made.set(language, (view = makeView(language)));
  return view;
}

/** The view for the readers of a text: in its language if the interface has it, else in the default. */
export async function viewFor(language: string): Promise<View> {
  const { languages } = (await archiveEntry()).record;
  return viewIn(nearestLanguage(language, languages) ?? language);
}

/** In a build nothing changes, and ten thousand pages would each gather all names again. */
const made = new Map<string, Promise<View>>();

/** The same answer without the work: `Intl` takes longer to set up than a page to render. */
function remembered(answer: (question: string) => string): (question: string) => string {
  const answers = new Map<string, string>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const found = answer(question);
    answers.set(question, found);
    return found;
  };
}

async function makeView(language: string): Promise<View> {
  const { record: archive } = await archiveEntry();
  const [defaultLanguage = language] = archive.languages;
  const words = dictionaryOf(language);
  const entries = await getCollection('entities');
  const entities = new Map<string, EntityEntry>(entries.map(({ data }) => [data.id, data]));
  const base = import.meta.env.DIPTYCH_BASE.replace(/\/$/, '');
  const href = (address: string, other = language): string =>
    base + inLanguage(address, other, defaultLanguage);
  return {
    lang: language,
    dir: directionOf(language),
    archive,
    entities,
    pages: (await getCollection('pages')).map(({ data }) => data),
    word: (key, blanks = {}) => fill(words[key], blanks),
    count: (key, number) => pluralise(words[key], number, language),
    date: remembered((value) => formatDate(value, language)),
    languageName: remembered((tag) => languageName(tag, language)),
    nameInItself: (tag) => dictionaryOf(tag)['language.name'],
    href,
    once: (address) => base + encodeURI(address),
    entityHref: (id) => {
      const entity = entities.get(id);
      return entity && pageOf(entity.record) !== 'none' ? href(entityAddress(id)) : undefined;
    },
  };
}
