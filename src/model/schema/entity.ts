import { z } from 'astro/zod';
import { choose } from './choose.ts';
import { date, entityId, isMap, type Localised, localised, webAddress, words } from './fields.ts';
import { raise } from './raise.ts';

export const ENTITY_KINDS = ['person', 'organisation', 'place', 'event', 'work', 'term'] as const;

/** A name in any script, and the system of romanisation that it follows where that is known. */
export interface Variant {
  readonly name: string;
  readonly system?: string | undefined;
}

const variantMap = z.strictObject({
  name: words.describe('The name.'),
  system: words.optional().describe('The system by which it is romanised.'),
});

const variantName = words.transform((name): Variant => ({ name }));

const variant = choose<Variant>((value) => (isMap(value) ? variantMap : variantName));

/** Words of an editor, in the language in which they were written or in several. */
export type Saying = string | Localised;

const saying = choose<Saying>((value) => (isMap(value) ? localised : words));

const coordinates = z.array(z.string()).transform((value, context): [number, number] => {
  const [latitude = Number.NaN, longitude = Number.NaN] = value.map((part) =>
    /^[-+]?\d+(?:\.\d+)?$/.test(part) ? Number(part) : Number.NaN,
  );
  const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && value.length === 2;
  if (onEarth) return [latitude, longitude];
  raise(context, 'bad-coordinates', { value: `[${value.join(', ')}]` });
  return z.NEVER;
});

/** The front matter of `entities/<id>.md`. */
export const entitySchema = z
  .strictObject({
    kind: z.enum(ENTITY_KINDS).describe('person, organisation, place, event, work or term.'),
    names: localised.describe('The preferred name in each language: `{en: …, ar: …}`.'),
    variants: z
      .array(variant)
      .optional()
      .describe('Other names in any script, each a name or `{name, system}`.'),
    short: z
      .array(words)
      .optional()
      .describe('Forms that count only where a full name occurs in the article, such as surnames.'),
    called: z
      .array(words)
      .optional()
      .describe(
        'Loaded names that texts use for it: found and linked, listed as “called in these texts”, never offered as its name.',
      ),
    description: localised
      .optional()
      .describe('One neutral sentence in each language that says who or what it is.'),
    description_source: saying
      .optional()
      .describe(
        'Where that sentence comes from; in one language, or in several: `{en: …, ar: …}`.',
      ),
    dates: date.optional().describe('Dates of life or existence (EDTF).'),
    coordinates: coordinates
      .optional()
      .describe('Where it is: `[latitude, longitude]` in degrees.'),
    sameAs: z
      .array(webAddress)
      .optional()
      .describe('Addresses of the same thing in authority files, such as Wikidata or VIAF.'),
    related: z
      .array(
        z.strictObject({
          entity: entityId.describe('The other entity.'),
          as: saying.describe('What it is to this one; in one language, or in several.'),
        }),
      )
      .optional()
      .describe('Other entities: a list of `{entity, as}`.'),
    page: z
      .enum(['full', 'names', 'none'])
      .optional()
      .describe(
        '`full`; `names` (names and mentions only; the default for a person without `sameAs`); or `none` (found and searchable, without a page).',
      ),
  })
  .meta({ title: 'this entity’s record' });

/** A person, organisation, place, event, work or term, as a record. */
export type EntityRecord = z.output<typeof entitySchema>;

/** How much of a page an entity has: private people are not profiled unless the editor says so. */
export function pageOf(record: EntityRecord): 'full' | 'names' | 'none' {
  const isPrivate = record.kind === 'person' && record.sameAs === undefined;
  return record.page ?? (isPrivate ? 'names' : 'full');
}
