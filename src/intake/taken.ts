import type { TextRecord } from '#model/schema/text.ts';
import type { Draft } from './draft.ts';
import { isolate } from './table.ts';

/** What the record of a text tells of who made it and when, as far as its document says so. */
export interface Taken {
  /** EDTF, or a day with its time. */
  readonly published?: string;
  readonly publishedAs?: string;
  readonly authors: readonly string[];
  readonly translators: readonly string[];
  readonly publisher?: string;
}

/** Tells what is taken from a draft; a translation has the date of its original as printed only. */
export function takenFrom(
  { published, publishedAs, authors, translators }: Draft,
  role: TextRecord['role'],
  publisher: string | undefined,
): Taken {
  const printed = publishedAs ?? (role === 'translation' ? published : undefined);
  return {
    ...(published !== undefined && role !== 'translation' && { published }),
    ...(printed !== undefined && { publishedAs: printed }),
    authors,
    translators,
    ...(publisher !== undefined && { publisher }),
  };
}

/** What was taken, by the keys of the record, in one line; undefined where that is nothing. */
export function takenToLine(taken: Taken): string | undefined {
  const { published, publishedAs, authors, translators, publisher } = taken;
  const printed = publishedAs === undefined ? '' : isolate(`“${publishedAs}”`);
  const parts = [
    ...(published === undefined ? [] : [`published ${published}${printed && ` (${printed})`}`]),
    ...(published === undefined && printed !== '' ? [`published_as ${printed}`] : []),
    ...named('author', authors),
    ...named('translator', translators),
    ...named('publisher', publisher === undefined ? [] : [publisher]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

function named(key: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${key} ${names.map(isolate).join(' · ')}`];
}
