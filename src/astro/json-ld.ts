import { textsToJsonLd } from '#exchange/json-ld.ts';
import type { ArticleSummary, EntitySummary, TextSummary } from '#model/compiled.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import type { EditionName } from '#model/permanence.ts';
import { whereabouts } from './whereabouts.ts';

/** What some texts of an article were told as, and all that it came from. */
interface Told {
  readonly json: string;
  readonly article: ArticleSummary;
  readonly texts: string;
  readonly archive: ArchiveRecord;
  readonly edition: EditionName | undefined;
  readonly entities: ReadonlyMap<string, EntitySummary | undefined>;
}

/** The pages of an article in all languages are made one after another, and tell the same. */
const recent: Told[] = [];
const REMEMBERED = 4;

/** JSON-LD of texts of an article, for the head of a page. */
export function jsonLdOf(article: ArticleSummary, shown: readonly TextSummary[]): string {
  const where = whereabouts();
  const { archive, edition } = where;
  const texts = shown.map(({ id }) => id).join(' ');
  const known = recent.find(
    (one) =>
      one.article === article &&
      one.texts === texts &&
      one.archive === archive &&
      one.edition === edition &&
      // Asks for each entity anew: what a page is made from has to be known of each.
      [...one.entities].every(([id, entity]) => where.entities.get(id) === entity),
  );
  if (known) return known.json;
  const entities = new Map<string, EntitySummary | undefined>();
  const get = (id: string): EntitySummary | undefined => {
    const entity = where.entities.get(id);
    entities.set(id, entity);
    return entity;
  };
  const json = textsToJsonLd(article, shown, { ...where, entities: { get } });
  recent.unshift({ json, article, texts, archive, edition, entities });
  recent.splice(REMEMBERED);
  return json;
}
