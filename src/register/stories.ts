import { compareWords, type WordRun } from './compare-words.ts';
import type { Revision, TextHistory } from './history.ts';

/** A wording of a paragraph, compared with the one before. */
export interface Telling {
  /** The revision since which it stands; undefined where it is not sealed yet. */
  readonly since: Revision | undefined;
  /** What it says, with what the former one said instead; null where the paragraph is gone. */
  readonly runs: readonly WordRun[] | null;
}

/** All wordings of a paragraph that has more than one. */
export interface Story {
  readonly id: string;
  /** The first one first; empty where its words may no longer be shown. */
  readonly tellings: readonly Telling[];
}

/**
 * The paragraphs of a text that once said something else, with each of their wordings.
 *
 * @param words what each paragraph says now
 * @param withdrawn paragraphs whose words are not shown any more
 */
export function storiesOf(
  { revisions, paragraphs }: TextHistory,
  words: ReadonlyMap<string, string>,
  withdrawn: ReadonlySet<string>,
): readonly Story[] {
  return [...paragraphs].flatMap(([id, wordings]): Story[] => {
    const now = words.get(id) ?? null;
    const all = wordings.map(({ revision, words: said }) => ({
      since: revisions[revision - 1],
      said,
    }));
    if (all.at(-1)?.said !== now) all.push({ since: undefined, said: now });
    if (all.length < 2) return [];
    if (withdrawn.has(id)) return [{ id, tellings: [] }];
    const tellings = all.map(({ since, said }, index): Telling => {
      if (said === null) return { since, runs: null };
      const before = all[index - 1]?.said;
      const runs =
        before === undefined || before === null
          ? [{ in: 'both' as const, words: said }]
          : compareWords(before, said);
      return { since, runs };
    });
    return [{ id, tellings }];
  });
}
