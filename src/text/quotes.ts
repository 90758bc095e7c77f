/** Pairs that open and close with different characters, whatever the direction. */
const PAIRS = [
  ['«', '»'],
  ['‹', '›'],
  ['「', '」'],
] as const;

/**
 * The quotation marks of a paragraph that do not balance, as they stand; empty where all do.
 *
 * Curly marks are counted together, because Arabic texts use `”…“` as well as `“…”` and German
 * ones `„…“`: an odd number cannot balance. Single marks are not looked at: they are apostrophes,
 * hamzas and ayns as well.
 */
export function unbalancedQuotes(paragraph: string): string[] {
  const unbalanced = PAIRS.filter(
    ([open, close]) => count(paragraph, open) !== count(paragraph, close),
  ).map(([open, close]) => `${open}…${close}`);
  const curly = count(paragraph, '“') + count(paragraph, '”') + count(paragraph, '„');
  if (curly % 2 === 1) unbalanced.push('“…”');
  if (count(paragraph, '"') % 2 === 1) unbalanced.push('"…"');
  return unbalanced;
}

function count(haystack: string, needle: string): number {
  return haystack.split(needle).length - 1;
}
