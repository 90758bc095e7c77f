import { isEntityId } from '#model/ids.ts';
import type { Said } from '#model/mention.ts';
import { linksInHtml } from '#names/html-places.ts';

const ENTITY = 'entity:';
/** `[words](entity:none)` as it stands in HTML: a link without an address to go to. */
const NONE = /<a href="entity:none"[^>]*>([\s\S]*?)<\/a>/g;

/**
 * What the editor says of names in a paragraph or note, and its HTML without the links that say that
 * no entity is meant: their words stay.
 */
export function takeSaid(
  html: string,
  plain: string,
): { readonly html: string; readonly said?: readonly Said[] } {
  if (!html.includes(`href="${ENTITY}`)) return { html };
  const said = linksInHtml(html, plain).flatMap(({ start, end, href }): Said[] => {
    const id = href.startsWith(ENTITY) ? href.slice(ENTITY.length) : '';
    if (id === 'none') return [{ start, end, entity: null }];
    return isEntityId(id) ? [{ start, end, entity: id }] : [];
  });
  return { html: html.replaceAll(NONE, '$1'), ...(said.length > 0 && { said }) };
}
