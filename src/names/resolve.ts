import type { EntityId } from '#model/ids.ts';
import type { Mention, Said } from '#model/mention.ts';
import type { Candidate, Candidates, Finder, Listed } from './finder.ts';

/** Words of an article in one language, and what the editor says of places in them. */
export interface Piece {
  /** Words without markup; offsets of mentions count UTF-16 units of it. */
  readonly words: string;
  readonly lang: string;
  /** Places where a link of the editor’s says which entity is meant, or that none is. */
  readonly said?: readonly Said[];
}

/** A mention in a piece. */
export interface Found {
  /** Which piece, from 0. */
  readonly piece: number;
  readonly entity: EntityId;
  readonly start: number;
  readonly end: number;
  /** Where a link may begin: behind what is written together with the name and can be told from it. */
  readonly nameStart: number;
  readonly by: Mention['by'];
}

/** A place that may be several entities. */
export interface Doubt {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  /** At least two, in order of id. */
  readonly entities: readonly EntityId[];
}

export interface Findings {
  readonly found: readonly Found[];
  readonly doubts: readonly Doubt[];
}

/**
 * Finds the mentions in all pieces of one article, in two passes: a short form counts where a full
 * name of the same entity stands anywhere in the article, in any language, before or behind it. A
 * form of several entities counts for the one that the article names unmistakably elsewhere; for
 * none of them where it names several, or none.
 */
export function findMentions(finder: Finder, pieces: readonly Piece[]): Findings {
  const scanned = pieces.map(({ words, lang, said = [] }) => ({
    said,
    candidates: finder.scan(words, lang).flatMap((some) => beside(some, said)),
  }));
  const named = new Set<EntityId>();
  for (const { said, candidates } of scanned) {
    for (const { entity } of said) if (entity !== null) named.add(entity);
    for (const candidate of taken(candidates, ({ forms }) => hasFull(forms))) {
      const [only, ...others] = entitiesOf(candidate.forms, 'full');
      if (only !== undefined && others.length === 0) named.add(only);
    }
  }
  const found: Found[] = [];
  const doubts: Doubt[] = [];
  for (const [piece, { said, candidates }] of scanned.entries()) {
    const here: Found[] = said.flatMap(({ start, end, entity }) =>
      entity === null ? [] : [{ piece, entity, start, end, nameStart: start, by: 'editor' }],
    );
    for (const one of taken(candidates, (candidate) => counts(candidate, named))) {
      const { start, end, nameStart } = one;
      const [entity, ...others] = meant(one, named);
      if (entity === undefined) continue;
      if (others.length > 0) doubts.push({ piece, start, end, entities: [entity, ...others] });
      else here.push({ piece, entity, start, end, nameStart, by: kindOf(one, entity) });
    }
    found.push(...here.sort((a, b) => a.start - b.start));
  }
  return { found, doubts };
}

/** What may stand at a word and does not touch a place where the editor decides. */
function beside(candidates: Candidates, said: readonly Said[]): Candidates[] {
  if (said.length === 0) return [candidates];
  const [first, ...others] = candidates.filter(
    ({ start, end }) => !said.some((place) => start < place.end && place.start < end),
  );
  return first ? [[first, ...others]] : [];
}

/** From left to right the longest that counts; what overlaps with it does not. */
function taken(
  words: readonly Candidates[],
  isOne: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const result: Candidate[] = [];
  let end = 0;
  for (const candidates of words) {
    const one = candidates.find((candidate) => candidate.start >= end && isOne(candidate));
    if (!one) continue;
    result.push(one);
    ({ end } = one);
  }
  return result;
}

function hasFull(forms: readonly Listed[]): boolean {
  return forms.some(({ kind }) => kind === 'full');
}

function counts({ forms }: Candidate, named: ReadonlySet<EntityId>): boolean {
  return forms.some(({ kind, entity }) => kind !== 'short' || named.has(entity));
}

/** The entities that may be meant: one where it is sure. */
function meant({ forms }: Candidate, named: ReadonlySet<EntityId>): EntityId[] {
  const possible = entitiesOf(
    forms.filter((form) => form.kind !== 'short' || named.has(form.entity)),
  );
  if (possible.length < 2) return possible;
  const certain = possible.filter((entity) => named.has(entity));
  return certain.length === 1 ? certain : possible;
}

function entitiesOf(forms: readonly Listed[], kind?: Listed['kind']): EntityId[] {
  const some = kind === undefined ? forms : forms.filter((form) => form.kind === kind);
  return [...new Set(some.map(({ entity }) => entity))].sort();
}

function kindOf({ forms }: Candidate, entity: EntityId): Listed['kind'] {
  const kinds = forms.filter((form) => form.entity === entity).map(({ kind }) => kind);
  return kinds.includes('full') ? 'full' : (kinds[0] ?? 'full');
}
