import type { HouseLink } from '#model/compiled.ts';
import type { LocalProblem } from '#model/problem.ts';
import { bidiControlsIn } from '#text/bidi.ts';
import { problemAt } from '#model/problem.ts';
import { collectLinks } from './links.ts';
import { blockToHtml, markdownToHtml, parseMarkdown } from './markdown.ts';

/** A note of the editor's, ready for a page. */
export interface CompiledNote {
  readonly html: string;
  readonly links: readonly HouseLink[];
}

/**
 * Compiles the body of `index.md` or of an entity’s file: plain Markdown without paragraph ids.
 * Null where there are no words.
 *
 * @param prefix begins the ids of its footnotes
 * @param bodyLine the line of the file in which the body begins
 */
export function compileNote(
  body: string,
  bodyLine: number,
  prefix: string,
): { note: CompiledNote | null; problems: LocalProblem[] } {
  if (body.trim() === '') return { note: null, problems: [] };
  const tree = parseMarkdown(body);
  const { links, pictures, problems } = collectLinks(tree);
  const { blocks, notes } = markdownToHtml(tree, prefix);
  const footnotes = notes.map(({ id, html }) => `<li id="${id}">${html}</li>`).join('');
  const shift = <Item extends { line: number }>(item: Item): Item => ({
    ...item,
    line: item.line + bodyLine - 1,
  });
  const noPictures = pictures.map(({ name, line }) => problemAt(line, 'picture-in-note', { name }));
  const controls = body
    .split('\n')
    .flatMap((line, index) =>
      bidiControlsIn(line).map((name) => problemAt(index + 1, 'bidi-control', { name })),
    );
  return {
    note: {
      html: blocks.map(blockToHtml).join('\n') + (footnotes && `<ol>${footnotes}</ol>`),
      links: links.map(shift),
    },
    problems: [...problems, ...noPictures, ...controls].map(shift),
  };
}
