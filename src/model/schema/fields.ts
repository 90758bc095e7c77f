import { z } from 'astro/zod';
import { dateFault, publicationDateFault, type DateFault } from '../date.ts';
import { isArticleId, isEntityId, isTextId } from '../ids.ts';
import { isLicence, isRightsStatus, LICENCES, RIGHTS_STATEMENTS } from '../rights.ts';
import { didYouMean } from '../problem.ts';
import { isLanguageTag } from '../language.ts';
import { choose } from './choose.ts';
import { raise } from './raise.ts';

/*
 * The kinds of value that a record can hold. Every scalar arrives as a string, as it stands in the
 * file; what it means is decided here and nowhere else.
 */

/** Nothing that a reader sees: spaces, joiners, direction marks. */
const INVISIBLE = /^[\p{Z}\p{Cf}]*$/u;

/** Words of which something is seen, without the spaces around them. */
export const words = z
  .string()
  .trim()
  .superRefine((value, context) => {
    if (INVISIBLE.test(value)) raise(context, 'empty-value', {});
  });

export const languageTag = z.string().superRefine((value, context) => {
  if (!isLanguageTag(value)) raise(context, 'bad-language', { value, where: '' });
});

/** One value for each language: `{ en: …, ar: … }`. */
export const localised = z.record(z.string(), words).superRefine((value, context) => {
  const languages = Object.keys(value);
  if (languages.length === 0) raise(context, 'empty-value', {});
  for (const language of languages.filter((tag) => !isLanguageTag(tag))) {
    raise(context, 'bad-language', { value: language, where: ' before each value' }, [language]);
  }
});
export type Localised = z.output<typeof localised>;

/** A date in EDTF, kept as it is written. */
export const date = z.string().superRefine((value, context) => {
  raiseDate(context, value, dateFault(value));
});

/** A date of publication: EDTF, or a day with the time as printed, without a zone. */
export const publicationDate = z.string().superRefine((value, context) => {
  raiseDate(context, value, publicationDateFault(value));
});

function raiseDate(context: z.RefinementCtx, value: string, fault: DateFault | undefined): void {
  if (fault === 'not-edtf') raise(context, 'bad-date', { value });
  if (fault === 'no-such-day' || fault === 'no-such-time')
    raise(context, 'no-such-date', { value });
  if (fault === 'with-zone') {
    const suggestion = value.replace(/(?:\.\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)$/, '');
    raise(context, 'date-with-zone', { value, suggestion });
  }
}

/** An address on the web. */
export const webAddress = z.string().superRefine((value, context) => {
  if (!hasScheme(value, ['http:', 'https:'])) {
    raise(context, 'bad-url', { value, schemes: '`https://`' });
  }
});

/** A mail address or an address on the web; a bare mail address gets its `mailto:`. */
export const contactAddress = z
  .string()
  .transform((value) => (/^[^\s:@]+@[^\s:@]+$/.test(value) ? `mailto:${value}` : value))
  .superRefine((value, context) => {
    if (!hasScheme(value, ['http:', 'https:', 'mailto:'])) {
      raise(context, 'bad-url', { value, schemes: '`https://` or `mailto:`' });
    }
  });

function hasScheme(value: string, schemes: readonly string[]): boolean {
  return !/\s/.test(value) && URL.canParse(value) && schemes.includes(new URL(value).protocol);
}

export const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true');

export const licence = z.string().superRefine((value, context) => {
  if (!isLicence(value)) {
    raise(context, 'bad-licence', { value, hint: spaced(didYouMean(value, LICENCES, '')) });
  }
});

export const rightsStatus = z.string().superRefine((value, context) => {
  if (!isRightsStatus(value)) {
    const hint = spaced(didYouMean(value, [...RIGHTS_STATEMENTS, ...LICENCES], ''));
    raise(context, 'bad-rights', { value, hint });
  }
});

/** A sentence with a space behind it, so that another can follow; nothing where there is none. */
function spaced(sentence: string): string {
  return sentence === '' ? '' : `${sentence} `;
}

function id<Id extends string>(isId: (value: string) => value is Id) {
  return z.string().transform((value, context) => {
    if (isId(value)) return value;
    raise(context, 'bad-id', { value });
    return z.NEVER;
  });
}

export const entityId = id(isEntityId);
export const articleId = id(isArticleId);
export const textId = id(isTextId);

const namedPerson = z.strictObject({
  name: words.describe('The whole name of a person or body, not to be divided.'),
});
const dividedPerson = z.strictObject({
  family: words.describe('The name that a list sorts by.'),
  given: words.optional().describe('The other names.'),
});
const entityPerson = z.strictObject({
  entity: entityId.describe('The entity that this person is.'),
});

export type Person =
  z.output<typeof namedPerson> | z.output<typeof dividedPerson> | z.output<typeof entityPerson>;

const undividedWords = words.transform((value): Person => {
  const [family = '', ...rest] = value.split(',').map((part) => part.trim());
  return rest.length === 0 ? { name: family } : { family, given: rest.join(', ') };
});

const noPerson = z.unknown().transform((_, context): Person => {
  raise(context, 'wrong-shape', {
    expected: 'a list of names',
    help: 'Write `["Family, Given"]`, or for each `{family, given}`, `{name}` or `{entity}`.',
  });
  return z.NEVER;
});

/** Who wrote or translated: `"Family, Given"`, `{family, given}`, `{name}` or `{entity}`. */
export const person = choose<Person>((value) => {
  if (typeof value === 'string') return undividedWords;
  if (!isMap(value)) return noPerson;
  if ('name' in value) return namedPerson;
  if ('entity' in value) return entityPerson;
  return dividedPerson;
});

/** Whether a value is a SHA-256 in hexadecimal digits. */
export function isSha256(value: string): boolean {
  return /^[0-9a-f]{64}$/.test(value);
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
