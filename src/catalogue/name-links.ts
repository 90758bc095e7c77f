import type { Mention } from '#model/mention.ts';
import { placesInHtml } from '#names/html-places.ts';
import { aroundElements } from './around-elements.ts';

/** What the links to entities of one text need: who can be linked, and who is already. */
export interface NameLinks {
  /** Whether an entity has a page. */
  readonly hasPage: (entity: string) => boolean;
  /** The entities that the text has linked so far: each is linked once. */
  readonly linked: Set<string>;
}

/**
 * Links the first mention of each entity in a text (with a link of the house, to be settled) and
 * marks the others. Links, code, headings and
 * quotations set off stay as they are; so does a mention that holds a part of an element only.
 *
 * Nothing but an inline element goes around a mention, so that letters join as before: a link may
 * begin in the midst of an Arabic word.
 *
 * @param mentions those of this paragraph or note, in order
 */
export function markMentions(
  html: string,
  plain: string,
  mentions: readonly Mention[],
  { hasPage, linked }: NameLinks,
): string {
  if (mentions.length === 0) return html;
  const ranges = mentions.map(({ nameStart, end }) => ({ start: nameStart, end }));
  const places = placesInHtml(html, plain, ranges);
  let marked = '';
  let done = 0;
  for (const [index, { entity, by }] of mentions.entries()) {
    const place = places[index];
    if (!place || !hasPage(entity)) continue;
    // A link of the editor’s is one already.
    if (by === 'editor') linked.add(entity);
    const around = place.forbidsLink ? undefined : aroundElements(html, place);
    if (!around) continue;
    const words = html.slice(around.from, around.to);
    marked += html.slice(done, around.from);
    marked += linked.has(entity)
      ? `<span class="name">${words}</span>`
      : `<a href="entity:${entity}">${words}</a>`;
    linked.add(entity);
    done = around.to;
  }
  return marked + html.slice(done);
}

/** A value of an attribute in double quotes. */
export function attributeValue(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('\n', '&#10;');
}
