/** A run of an excerpt: words, and whether they are what was searched for. */
export interface Run {
  readonly words: string;
  readonly isFound: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

/**
 * Divides one of Pagefind’s excerpts, words with `<mark>` in them, into runs of plain words. The
 * page makes elements of them itself, so nothing of an excerpt is ever read as HTML.
 */
export function excerptToRuns(excerpt: string): Run[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== '')
    .map((part) => ({
      words: unescape(part.replace(/^<mark>|<\/mark>$/g, '')),
      isFound: part.startsWith('<mark>'),
    }));
}

function unescape(words: string): string {
  return words.replaceAll(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}
