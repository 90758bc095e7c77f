/** How many words in a row are taken for the same passage and not for a common turn. */
const RUN = 6;

/** Recognises passages of some words in others, whatever the markup, line ends and capitals. */
export interface Passages {
  /** Whether words hold any of the passages, or a run of six words of one. */
  readonly isIn: (words: string) => boolean;
}

/**
 * Passages that are to be found again. One of fewer than six words is recognised as a whole, one of
 * fewer than three not at all: that many words stand everywhere.
 */
export function passagesOf(texts: Iterable<string>): Passages {
  const runs = new Set<string>();
  const lengths = new Set<number>();
  for (const text of texts) {
    const words = wordsIn(text);
    if (words.length < 3) continue;
    const length = Math.min(RUN, words.length);
    lengths.add(length);
    for (const run of runsIn(words, length)) runs.add(run);
  }
  return {
    isIn: (text) => {
      if (runs.size === 0) return false;
      const words = wordsIn(text);
      for (const length of lengths) {
        for (const run of runsIn(words, length)) if (runs.has(run)) return true;
      }
      return false;
    },
  };
}

function* runsIn(words: readonly string[], length: number): Generator<string> {
  for (let start = 0; start + length <= words.length; start += 1) {
    yield words.slice(start, start + length).join(' ');
  }
}

/** The words of a passage; markers of paragraphs are none. */
function wordsIn(text: string): string[] {
  return (
    text
      .replaceAll(/\{[#.][^{}]*\}/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
