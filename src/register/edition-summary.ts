import type { EditionName } from '#model/permanence.ts';
import { CHANGES, type ChangeKind, type Edition } from './edition.ts';
import { articleAbove } from './register.ts';

/** An article, entity or page in the list of an edition, with those of its texts that it names. */
export interface EditionItem {
  readonly address: string;
  /** The ids of texts, where the address is that of an article. */
  readonly texts: readonly string[];
}

/** What an edition brought of one kind, as far as a page lists it. */
export interface EditionPart {
  readonly kind: ChangeKind;
  /** How many articles, entities and pages there are, beside those that are listed. */
  readonly total: number;
  readonly items: readonly EditionItem[];
}

/** An edition as a page shows it: its lists are cut where they would become long. */
export interface EditionSummary extends EditionName {
  readonly parts: readonly EditionPart[];
}

/** Longer lists are left to the edition’s own file. */
const LISTED = 100;

/** What an edition brought, the texts of an article together; kinds that it lacks are left out. */
export function summariseEdition({ number, date, changes }: Edition): EditionSummary {
  const parts = CHANGES.flatMap((kind): EditionPart[] => {
    const addresses = changes.filter((one) => one.kind === kind).map(({ address }) => address);
    const items = toItems(addresses);
    return items.length > 0 ? [{ kind, total: items.length, items: items.slice(0, LISTED) }] : [];
  });
  return { number, date, parts };
}

function toItems(addresses: readonly string[]): EditionItem[] {
  const items = new Map<string, string[]>();
  for (const address of addresses) items.set(address, []);
  for (const address of addresses) {
    const article = articleAbove(address);
    const texts = article === undefined ? undefined : items.get(article);
    if (article === undefined || !texts) continue;
    texts.push(address.slice(article.length, -1));
    items.delete(address);
  }
  return [...items].map(([address, texts]) => ({ address, texts }));
}
