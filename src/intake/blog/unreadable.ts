import type { UnreadableDocument } from '#intake/document.ts';
import type { XmlGap } from '#intake/xml/pieces.ts';
import { problemAt } from '#model/problem.ts';
import type { LeftOut } from './left-out.ts';
import { wordsOf } from './words.ts';

const TITLE = /<title(?:\s[^<>]{0,1000})?>\s*(?:<!\[CDATA\[)?([^<\]]{1,500})/;
const LINK = /<link>\s*(?:<!\[CDATA\[)?([^<\]\s]{1,500})/;

/** A post that could not be read, by its title or address where they can be made out. */
export function gapToUnreadable(gap: XmlGap, fileName: string): UnreadableDocument {
  const found = TITLE.exec(gap.words)?.[1] ?? LINK.exec(gap.words)?.[1] ?? '';
  const title = wordsOf(found);
  const line = gap.problems[0]?.line ?? 1;
  const otherwise = gap.name === '' ? fileName : `${fileName}, line ${String(line)}`;
  return { name: title === '' ? otherwise : title, problems: gap.problems };
}

/** An export from which nothing can be taken. */
export function withoutPosts(fileName: string, leftOut: LeftOut): UnreadableDocument {
  const count = String(leftOut.entries);
  return { name: fileName, problems: [problemAt(1, 'export-without-posts', { count })] };
}
