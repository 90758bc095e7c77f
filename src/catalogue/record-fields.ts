import type { CountKey, WordKey } from '#interface/dictionary.ts';
import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import { looksLikeEntityId } from '#model/ids.ts';
import { rightsAddress } from '#model/rights.ts';
import type { Person } from '#model/schema/fields.ts';
import type { TextRecord } from '#model/schema/text.ts';
import { primaryLanguage } from '#text/language.ts';
import { dateOf } from './article.ts';
import { captureDate, type RobustLink, type SourceElsewhere, toRobust } from './robust-link.ts';

/** A value of a record, as a page can show it. */
export type FieldValue =
  | { readonly type: 'words'; readonly words: string; readonly lang?: string }
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'language'; readonly tag: string }
  | {
      readonly type: 'link';
      readonly href: string;
      readonly words: string;
      readonly robust?: RobustLink;
    }
  | {
      readonly type: 'capture';
      readonly href: string;
      readonly date?: string | undefined;
      readonly robust: RobustLink;
    }
  | { readonly type: 'entity'; readonly id: string }
  | {
      readonly type: 'word';
      readonly key: WordKey;
      readonly blanks?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'count'; readonly key: CountKey; readonly count: number };

export interface Field {
  readonly label: WordKey;
  readonly values: readonly FieldValue[];
  /** Whether the editor supplied it; such values stand in brackets. */
  readonly isSupplied?: boolean;
  /** Why. */
  readonly reason?: string | undefined;
}

/** One line of the table: where a field of a text comes from. */
interface TextField {
  readonly label: WordKey;
  /** The key of the record, under which `supplied` gives its reason. */
  readonly key: keyof TextRecord;
  readonly values: (record: TextRecord, text: TextSummary) => readonly FieldValue[];
}

/** The record of a text, in the order in which pages show it. */
const TEXT_FIELDS: readonly TextField[] = [
  {
    label: 'record.language',
    key: 'lang',
    values: (_, { lang }) => [{ type: 'language', tag: lang }],
  },
  {
    label: 'record.title-romanised',
    key: 'title_romanised',
    values: ({ title_romanised: words }, { lang }) =>
      inWords(words, `${primaryLanguage(lang)}-Latn`),
  },
  {
    label: 'record.author',
    key: 'author',
    values: ({ author }) => (author ?? []).map(personToValue),
  },
  { label: 'record.translator', key: 'translator', values: translators },
  { label: 'record.publisher', key: 'publisher', values: ({ publisher }) => named(publisher) },
  { label: 'record.published', key: 'published', values: ({ published }) => dated(published) },
  {
    label: 'record.published-as',
    key: 'published_as',
    values: ({ published_as: words }, { lang }) => inWords(words, lang),
  },
  { label: 'record.url', key: 'url', values: linkedToSource },
  {
    label: 'record.archived',
    key: 'archived',
    values: (record) => (record.url === undefined ? linkedToSource(record) : []),
  },
  { label: 'record.retrieved', key: 'retrieved', values: ({ retrieved }) => dated(retrieved) },
  { label: 'record.via', key: 'via', values: reposts },
  { label: 'record.rights', key: 'rights', values: rights },
  { label: 'record.holder', key: 'rights', values: ({ rights: given }) => named(given?.holder) },
  {
    label: 'record.transliteration',
    key: 'transliteration',
    values: ({ transliteration }) => inWords(transliteration),
  },
  { label: 'record.source', key: 'source', values: ({ source }) => inWords(source?.file) },
  {
    label: 'record.dropped',
    key: 'dropped',
    values: ({ dropped = [] }) =>
      dropped.length > 0
        ? [{ type: 'count', key: 'record.dropped-lines', count: dropped.length }]
        : [],
  },
];

/** The fields that a text has. */
export function textFields(text: TextSummary): Field[] {
  return TEXT_FIELDS.map(({ label, key, values }) => ({
    label,
    values: values(text.record, text),
    isSupplied: text.record.supplied?.[key] !== undefined,
    reason: text.record.supplied?.[key],
  })).filter(({ values }) => values.length > 0);
}

/** What must be known before a text is read: who wrote, rendered and published it, and when. */
const AT_THE_HEAD: ReadonlySet<WordKey> = new Set([
  'record.author',
  'record.translator',
  'record.publisher',
  'record.published',
]);

/** The fields of a text that stand above it, without the reasons of what is supplied. */
export function headFields(text: TextSummary): Field[] {
  return textFields(text)
    .filter(({ label }) => AT_THE_HEAD.has(label))
    .map((field) => ({ ...field, reason: undefined }));
}

/** The fields that an article has as a whole. */
export function articleFields(article: ArticleSummary): Field[] {
  const { record } = article;
  const date = dateOf(article);
  const fields: Field[] = [
    {
      label: 'record.date',
      values: dated(date?.date),
      ...(date?.isSupplied === true && { isSupplied: true }),
    },
    { label: 'record.number', values: inWords(record.number ?? article.id) },
    { label: 'record.collection', values: inWords(record.collection) },
    { label: 'record.subjects', values: (record.subjects ?? []).flatMap((one) => inWords(one)) },
    { label: 'record.speaker', values: (record.speaker ?? []).map(entityToValue) },
    { label: 'record.about', values: (record.entities ?? []).map(entityToValue) },
  ];
  return fields.filter(({ values }) => values.length > 0);
}

function translators({ translator }: TextRecord): FieldValue[] {
  switch (translator?.kind) {
    case undefined:
      return [];
    case 'people':
      return translator.people.map(personToValue);
    case 'machine':
      return [{ type: 'word', key: 'record.machine', blanks: { engine: translator.engine } }];
    case 'unknown':
      return [{ type: 'word', key: 'record.unknown' }];
    case 'withheld':
      return [{ type: 'word', key: 'record.withheld' }];
  }
}

function reposts({ via }: TextRecord): FieldValue[] {
  if (!via) return [];
  const name: FieldValue =
    via.name === 'unknown'
      ? { type: 'word', key: 'record.unknown' }
      : { type: 'words', words: via.name };
  return [name, ...linkedToSource(via), ...dated(via.retrieved)];
}

function rights({ rights: given }: TextRecord): FieldValue[] {
  if (!given) return [];
  const status: FieldValue = {
    type: 'link',
    href: rightsAddress(given.status),
    words: given.status,
  };
  return [status, ...inWords(given.note)];
}

/** A person as a value; names stand as they are read, given name first. */
export function personToValue(person: Person): FieldValue {
  if ('entity' in person) return entityToValue(person.entity);
  if ('name' in person) return { type: 'words', words: person.name };
  const { given, family } = person;
  return { type: 'words', words: given === undefined ? family : `${given} ${family}` };
}

function entityToValue(id: string): FieldValue {
  return { type: 'entity', id };
}

function named(value: string | undefined): FieldValue[] {
  if (value === undefined) return [];
  return looksLikeEntityId(value) ? [entityToValue(value)] : inWords(value);
}

function inWords(words: string | undefined, lang?: string): FieldValue[] {
  if (words === undefined) return [];
  return [{ type: 'words', words, ...(lang !== undefined && { lang }) }];
}

function dated(date: string | undefined): FieldValue[] {
  return date === undefined ? [] : [{ type: 'date', date }];
}

/** A source elsewhere with its capture beside it. */
function linkedToSource(source: SourceElsewhere): FieldValue[] {
  const { url, archived } = source;
  const date = captureDate(source);
  return [
    ...(url === undefined
      ? []
      : [{ type: 'link', href: url, words: new URL(url).host, robust: toRobust(source) } as const]),
    ...(archived === undefined
      ? []
      : [{ type: 'capture', href: archived, date, robust: toRobust(source) } as const]),
  ];
}
