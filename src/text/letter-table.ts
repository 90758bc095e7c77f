/** A table that leads from each letter to what it stands for, from one that lists letters by that. */
export function letterTable(
  letters: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(letters);
  return Object.fromEntries(
    entries.flatMap(([meaning, some]) => Array.from(some, (letter) => [letter, meaning])),
  );
}
