import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { linesOf } from '#intake/html/lines.ts';

const parser = unified().use(rehypeParse, { fragment: true });

/** The words of a short piece of HTML, such as a headline or a label, as one line. */
export function wordsOf(html: string): string {
  const plain = html.replaceAll(/\s+/g, ' ').trim();
  if (!/[<&]/.test(plain)) return plain;
  return linesOf(parser.parse(plain).children).join(' ');
}

/** The words of a longer one, each of its blocks on a line of its own. */
export function linesOfHtml(html: string): string[] {
  return linesOf(parser.parse(html).children);
}
