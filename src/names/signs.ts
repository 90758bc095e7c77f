/**
 * The key of what stands between two words of a name and divides words elsewhere, as the `&` of
 * `AT&T`: no word has such a key.
 */
export function keyOfSigns(between: string): string {
  return `\u0000${between.replaceAll(/[ \u00A0\u202F]+/g, ' ')}`;
}

/** Whether the character behind a name closes a bracket that is open at its end. */
export function closesBracket(text: string, start: number, end: number): boolean {
  return text.charAt(end) === ')' && text.lastIndexOf('(', end) >= start;
}
