/** Initials that are written as one word: `J.R.R.`, `C.K`. */
const DOTTED = /^\p{L}\.(?:\p{L}\.)*\p{L}?$/u;

/** The words of a name with its initials apart, as `C. K. Scott` for `C.K. Scott`. */
export function initialsApart(words: readonly string[]): string[] {
  if (words.length < 2) return [...words];
  return words.flatMap((word) => (DOTTED.test(word) ? word.split('.').filter(Boolean) : [word]));
}

/** The keys of a name with its initials together, as the words of `C.K. Scott` have them. */
export function initialsTogether(keys: readonly string[]): string[] {
  const together: string[] = [];
  let isInitials = false;
  for (const key of keys) {
    const isInitial = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u.test(key);
    if (isInitial && isInitials) together.push(`${together.pop() ?? ''}${key}`);
    else together.push(key);
    isInitials = isInitial;
  }
  return together;
}
