import type { HouseLink } from '#model/compiled.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { collectLinks } from './links.ts';
import { blockToHtml, markdownToHtml, parseMarkdown } from './markdown.ts';
import { checkNotes } from './notes.ts';
import { takeSaid } from './said.ts';

/** A note of the editor's, ready for a page. */
export interface CompiledNote {
  readonly html: string;
  readonly links: readonly HouseLink[];
}

/**
 * Compiles the body of `index.md` or of an entity’s file: plain Markdown without paragraph ids,
 * whose lines are those of the file. Null where there are no words.
 *
 * @param prefix begins the ids of its footnotes; `_` in it keeps them apart from those of any text
 */
export function compileNote(
  body: string,
  prefix: string,
): { note: CompiledNote | null; problems: LocalProblem[] } {
  if (body.trim() === '') return { note: null, problems: [] };
  const { tree, problems: deep } = parseMarkdown(body);
  if (!tree) return { note: null, problems: deep };
  const { links, pictures, problems } = collectLinks(tree);
  const lost = checkNotes(tree);
  const { blocks, notes } = markdownToHtml(tree, prefix);
  const footnotes = notes.map(({ id, html }) => `<li id="${id}">${html}</li>`).join('');
  const noPictures = pictures.map(({ name, line }) => problemAt(line, 'picture-in-note', { name }));
  return {
    note: {
      // No names are looked for in notes of the editor’s: what forbids a mention has nothing to forbid.
      html: takeSaid(
        blocks.map(blockToHtml).join('\n') + (footnotes && `<ol>${footnotes}</ol>`),
        '',
      ).html,
      links,
    },
    problems: [...problems, ...lost, ...noPictures],
  };
}
