import type { ParagraphId, TextId } from '#model/ids.ts';
import type { LikelyBead } from './bead.ts';

/** A text with the ids that its paragraphs have; none where they are to get some. */
export interface TextWithIds {
  readonly id: TextId;
  readonly paragraphs: readonly { readonly ids: readonly ParagraphId[] }[];
}

/** Paragraphs of two texts that are to share ids. */
export interface JoinedParagraphs {
  readonly left: TextId;
  readonly right: TextId;
  readonly bead: LikelyBead;
}

/**
 * Gives ids to paragraphs that have none, so that those which are joined share some and no id
 * stands twice in a text. Ids that are there stay as they are; where only one side of a bead has
 * some, the other takes them over.
 *
 * A paragraph that renders several has the ids of all of them; one that is rendered by several has
 * one for each.
 *
 * @param texts each after the one that it is joined with on its left
 */
export function assign(
  texts: readonly TextWithIds[],
  joined: readonly JoinedParagraphs[],
  mint: () => ParagraphId,
): Map<TextId, (readonly ParagraphId[])[]> {
  const ids = new Map(
    texts.map(({ id, paragraphs }) => [id, paragraphs.map((paragraph) => [...paragraph.ids])]),
  );
  const idsOf = (text: TextId): ParagraphId[][] => ids.get(text) ?? [];
  const isOpen = new Map(
    texts.map(({ id, paragraphs }) => [
      id,
      paragraphs.map((paragraph) => paragraph.ids.length === 0),
    ]),
  );

  // Upwards: a left text that is new takes over the ids of what renders it.
  for (const { id } of [...texts].reverse()) {
    for (const { left, bead } of joined.filter(({ right }) => right === id)) {
      const known = bead.right.flatMap((place) => idsOf(id)[place] ?? []);
      const open = bead.left.filter((place) => isOpen.get(left)?.[place] === true);
      if (known.length === 0 || open.length < bead.left.length) continue;
      // Two texts that render each other may both offer an id; it can stand in one place only.
      const used = new Set(idsOf(left).flat());
      const offered = known.filter((one) => !used.has(one));
      for (const [place, some] of share(offered, open)) idsOf(left)[place]?.push(...some);
    }
  }
  // Downwards: everything has its ids before what renders it takes its share of them.
  for (const { id } of texts) {
    const own = idsOf(id);
    for (const [place, count] of needs(id, joined)) {
      if (isOpen.get(id)?.[place] !== true) continue;
      while ((own[place]?.length ?? 0) < count) own[place]?.push(mint());
    }
    for (const some of own) if (some.length === 0) some.push(mint());
    for (const { right, bead } of joined.filter(({ left }) => left === id)) {
      const theirs = idsOf(right);
      const held = new Set(bead.right.flatMap((place) => theirs[place] ?? []));
      const free = bead.left.flatMap((place) => own[place] ?? []).filter((one) => !held.has(one));
      const open = bead.right.filter((place) => (theirs[place]?.length ?? 0) === 0);
      // The first renders the paragraphs before the last one; the last one is rendered by all.
      const others = free.length - (own[bead.left.at(-1) ?? 0]?.length ?? 0);
      for (const [place, some] of share(free, open, others)) theirs[place]?.push(...some);
    }
  }
  return ids;
}

/** How many ids the paragraphs of a left text need, so that each that renders them can have one. */
function needs(text: TextId, joined: readonly JoinedParagraphs[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { left, bead } of joined) {
    const last = bead.left.at(-1);
    if (left !== text || last === undefined) continue;
    counts.set(last, Math.max(counts.get(last) ?? 1, bead.right.length));
  }
  return counts;
}

/**
 * Shares ids out among paragraphs in order, to each at least one, as evenly as may be.
 *
 * @param first how many of them go to the first paragraph beside its share of the rest
 */
function share(
  ids: readonly ParagraphId[],
  places: readonly number[],
  first = 0,
): [number, ParagraphId[]][] {
  const ahead = Math.max(0, Math.min(first, ids.length - places.length));
  const rest = ids.length - ahead;
  return places.map((place, index) => {
    const [from, to] = [index, index + 1].map((n) => Math.floor((n * rest) / places.length));
    const start = index === 0 ? 0 : ahead + (from ?? 0);
    return [place, ids.slice(start, ahead + (to ?? 0))];
  });
}
