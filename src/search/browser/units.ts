import { CERTAINTY, soundKey } from '#search/aliases.ts';
import { keysOfTyped, type Named, type Segment, segmentsOf, type Unit } from '#search/query.ts';
import { nameSkeleton } from '#text/name-key.ts';
import type { Library, Meant } from './library.ts';

/** So many words a name has at most, and so many entities one name is taken for. */
const LONGEST_NAME = 6;
const MOST_ENTITIES = 4;

/** Words of a query in a row, which may be a name. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
  readonly keys: readonly string[];
}

/** What a query asks for: phrases, names that the archive knows, and other words. */
export async function unitsOf(query: string, library: Library): Promise<Unit[]> {
  const segments = segmentsOf(query);
  const isWhole = segments.length === 1;
  const units: Unit[] = [];
  for (const segment of segments) {
    if (segment.isPhrase) units.push({ kind: 'phrase', typed: segment.words.join(' ') });
    else units.push(...(await unitsOfWords(segment, isWhole, library)));
  }
  return units;
}

async function unitsOfWords(
  { words }: Segment,
  isWhole: boolean,
  library: Library,
): Promise<Unit[]> {
  const spans = spansOf(words);
  const skeleton = isWhole ? nameSkeleton(words.join(' ')) : undefined;
  const sound = skeleton === undefined ? [] : [soundKey(skeleton)];
  const meaning = await library.meaningOf([
    ...new Set([...spans.flatMap(({ keys }) => keys), ...sound]),
  ]);
  const meantBy = (keys: readonly string[]): Meant[] =>
    keys.flatMap((key) => meaning.get(key) ?? []);

  const units: Unit[] = [];
  for (let from = 0; from < words.length;) {
    const span = spans.find(
      (one) =>
        one.from === from &&
        meantBy(one.keys).some(({ certainty }) => certainty <= CERTAINTY.short),
    );
    const typed = span?.typed ?? words[from] ?? '';
    units.push(
      span
        ? { kind: 'name', typed, named: await surest(meantBy(span.keys), library) }
        : { kind: 'word', typed },
    );
    from = span?.to ?? from + 1;
  }
  if (!isWhole || units.some(({ kind }) => kind === 'name')) return units;
  // Less sure keys are asked for the whole query only: one word of many is most often no name.
  const all = spans.find(({ from, to }) => from === 0 && to === words.length);
  const guesses = meantBy([...(all?.keys ?? []), ...sound]);
  const named = await surest(guesses, library);
  return named.length === 0 ? units : [{ kind: 'name', typed: words.join(' '), named }];
}

/** All runs of words that may be a name, longest first from each word. */
function spansOf(words: readonly string[]): Span[] {
  return words.flatMap((_, from) => {
    const longest = Math.min(LONGEST_NAME, words.length - from);
    return Array.from({ length: longest }, (_nothing, index) => {
      const to = from + longest - index;
      const typed = words.slice(from, to).join(' ');
      return { from, to, typed, keys: keysOfTyped(typed) };
    });
  });
}

/** The entities that are meant most surely. */
async function surest(meant: readonly Meant[], library: Library): Promise<Named[]> {
  const best = Math.min(...meant.map(({ certainty }) => certainty));
  const numbers = new Set(meant.filter((one) => one.certainty === best).map((one) => one.entity));
  const certainty = meant.find((one) => one.certainty === best)?.certainty;
  const entities = await Promise.all(
    [...numbers]
      .sort((a, b) => a - b)
      .slice(0, MOST_ENTITIES)
      .map((one) => library.entity(one)),
  );
  return entities.flatMap((entity) =>
    entity && certainty !== undefined ? [{ entity, certainty }] : [],
  );
}
