import { ENTITY_KINDS, type EntityRecord, pageOf } from '#model/schema/entity.ts';
import { filingLetter, filingName } from '#text/alphabet.ts';
import { scriptOf } from '#text/script.ts';
import type { EntitySummary } from '#model/compiled.ts';
import { nameOf } from './attribution.ts';
import type { Appearance } from './catalogue.ts';

/** An entity as a line of an index. */
export interface IndexLine {
  readonly id: string;
  /** How often texts name it. */
  readonly mentions: number;
}

export interface LetterOfIndex {
  readonly letter: string;
  readonly lines: readonly IndexLine[];
}

export interface KindOfIndex {
  readonly kind: EntityRecord['kind'];
  readonly count: number;
  readonly letters: readonly LetterOfIndex[];
}

/** An entity with the articles that refer to it. */
type Indexed = EntitySummary & { readonly appearances: readonly Appearance[] };

/**
 * The entities that have a page by kind, in the alphabet of a language. Articles are not counted when
 * names are put in order; names in another script than the language’s own come last.
 */
export function indexOfNames(entities: readonly Indexed[], language: string): KindOfIndex[] {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const { script: ownScript } = new Intl.Locale(language).maximize();
  const filed = entities
    .filter(({ record }) => pageOf(record) !== 'none')
    .map((entity) => {
      const name = nameOf(entity, language).value;
      const isForeign = scriptOf(name) !== ownScript;
      return { entity, isForeign, key: filingName(name), letter: filingLetter(name) };
    })
    .sort(
      (a, b) =>
        Number(a.isForeign) - Number(b.isForeign) ||
        compare(a.letter, b.letter) ||
        compare(a.key, b.key) ||
        (a.entity.id < b.entity.id ? -1 : 1),
    );
  return ENTITY_KINDS.map((kind) => {
    const some = filed.filter(({ entity }) => entity.record.kind === kind);
    const letters = Map.groupBy(some, ({ letter }) => letter);
    return {
      kind,
      count: some.length,
      letters: [...letters].map(([letter, ofLetter]) => ({
        letter,
        lines: ofLetter.map(({ entity: { id, appearances } }) => ({
          id,
          mentions: appearances.reduce((sum, { mentions }) => sum + mentions, 0),
        })),
      })),
    };
  }).filter(({ count }) => count > 0);
}
