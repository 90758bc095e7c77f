import { readFile, writeFile } from 'node:fs/promises';

/** Puts a word into the first paragraph of a text. Gives back how the text is restored. */
export async function edit(file: string, word: string): Promise<() => Promise<void>> {
  const words = await readFile(file, 'utf8');
  // The first marker ends the first paragraph.
  await writeFile(file, words.replace(' {#', ` ${word} {#`));
  return () => writeFile(file, words);
}
