import { type EntityRecord, pageOf } from '#model/schema/entity.ts';
import { attributeValue } from './name-links.ts';

/** How an interface language says what stands on a card. */
export interface CardWords {
  readonly language: string;
  readonly kind: string;
  readonly date: (value: string) => string;
}

/**
 * The attributes of a link to an entity’s page in a text. They carry what the card on the link says,
 * so that it needs no request and works from a disk: the preferred names, each behind its language
 * tag, a line each, that of the reader first; the kind, and the dates.
 */
export function nameLink(
  href: string,
  record: EntityRecord,
  { language, kind, date }: CardWords,
): string {
  const names = Object.entries(record.names)
    .sort(([a], [b]) => Number(b === language) - Number(a === language))
    .map(([lang, name]) => `${lang} ${name}`)
    .join('\n');
  // Private people are not profiled: their dates stand on no card.
  const dates = pageOf(record) === 'full' ? record.dates : undefined;
  const about = dates === undefined ? kind : `${kind} · ${date(dates)}`;
  const values = { href, class: 'name', 'data-names': names, 'data-about': about };
  return Object.entries(values)
    .map(([key, value]) => `${key}="${attributeValue(value)}"`)
    .join(' ');
}
