import type { Format } from './document.ts';
import { MARKDOWN } from './formats/markdown.ts';
import { TEXT } from './formats/text.ts';

/** Every format that is imported; the first that fits a file reads it. Plain text fits all. */
export const FORMATS: readonly Format[] = [MARKDOWN, TEXT];

/** The format of a file, by the words in which it begins and by its name. */
export function formatOf(head: string, fileName: string): Format {
  return FORMATS.find(({ fits }) => fits(head, fileName)) ?? TEXT;
}
