import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { OutsideBlock, OutsidePicture } from '#intake/document.ts';
import { draftsToBlocks } from '#intake/html/drafts-to-blocks.ts';
import { draftsOf } from '#intake/html/flow.ts';
import { findNotes, settleNotes } from '#intake/html/notes.ts';
import { pictureDesk } from '#intake/html/picture-desk.ts';
import { picturesIn } from '#intake/html/pictures.ts';
import { depthProblem } from '#intake/html/depth.ts';
import type { Notice } from '#intake/notices.ts';
import { withoutMarkers } from '#intake/words-like-markers.ts';
import type { LocalProblem } from '#model/problem.ts';

/** How a fragment of HTML is to be read. */
export interface FragmentOptions {
  /** The name of a picture that is at hand, by its address as the fragment writes it; else null. */
  readonly picture?: (address: string) => string | null;
  /** The address to which links and pictures are relative. */
  readonly base?: string;
  /**
   * What parts paragraphs: markup alone, or blank lines too, as in posts of WordPress. `auto` looks
   * whether there is markup that does.
   */
  readonly paragraphs?: 'markup' | 'blank-lines' | 'auto';
  /** The line of the document in which the fragment begins; 1 by default. */
  readonly line?: number;
}

/** A fragment of HTML as blocks of Markdown, and what they cannot hold. */
export interface Fragment {
  readonly blocks: readonly OutsideBlock[];
  /** What is no block, line by line: what is hidden or plays, and pictures that are not at hand. */
  readonly dropped: readonly string[];
  /** Pictures that stood in the fragment itself, as `data:` addresses. */
  readonly pictures: readonly OutsidePicture[];
  /** Addresses of the pictures that the fragment shows and that are not at hand. */
  readonly missing: readonly string[];
  readonly notices: readonly Notice[];
  /** Why it could not be read at all; then all else is empty. */
  readonly problems: readonly LocalProblem[];
}

const parser = unified().use(rehypeParse, { fragment: true });

/** Turns a fragment of HTML, such as the content of a post, into blocks of Markdown. */
export function htmlToBlocks(html: string, options: FragmentOptions = {}): Fragment {
  const problems = depthProblem(html);
  if (problems.length > 0) {
    return { blocks: [], dropped: [], pictures: [], missing: [], notices: [], problems };
  }
  const { picture = () => null, base, paragraphs = 'auto', line = 1 } = options;
  const tree: Root = parser.parse(html);
  const desk = pictureDesk(picture, base);
  const dropped: string[] = [];
  const drafts = draftsOf(tree.children, {
    base,
    notes: settleNotes(findNotes(tree, base), () => true),
    hasBlankLines: paragraphs === 'auto' ? hasBlankLines(html) : paragraphs === 'blank-lines',
    picture: desk.find,
    missing: (address, alt, at) => {
      dropped.push(desk.miss(address, alt, at + line - 1));
    },
    drop: (lines) => {
      for (const each of lines) dropped.push(each);
    },
    is: () => undefined,
  });
  const { blocks, notices } = draftsToBlocks(drafts, line - 1);
  return {
    blocks: withoutMarkers(blocks),
    dropped,
    pictures: desk.pictures(),
    missing: desk.missing(),
    notices: [...desk.notices(), ...notices],
    problems: [],
  };
}

/** The addresses of every picture that a fragment shows, for who has to fetch them beforehand. */
export function picturesOfFragment(html: string): readonly string[] {
  return depthProblem(html).length > 0 ? [] : picturesIn(parser.parse(html));
}

/** Whether nothing but blank lines parts the paragraphs of a fragment. */
function hasBlankLines(html: string): boolean {
  return !/<(?:p|br|div)[\s/>]|<!-- wp:/i.test(html) && /\n[ \t]*\r?\n/.test(html);
}
