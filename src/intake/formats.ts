import type { Format } from './document.ts';
import { blogger } from './formats/blogger.ts';
import { html } from './formats/html.ts';
import { markdown } from './formats/markdown.ts';
import { plainText } from './formats/text.ts';
import { wordpress } from './formats/wordpress.ts';

/** Every format that is imported; the first that fits a file reads it. Plain text fits all. */
export const FORMATS: readonly Format[] = [wordpress, blogger, html, markdown, plainText];

/** The format of a file, by the words in which it begins and by its name. */
export function formatOf(head: string, fileName: string): Format {
  return FORMATS.find(({ fits }) => fits(head, fileName)) ?? plainText;
}
