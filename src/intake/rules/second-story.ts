import type { OutsideBlock } from '#intake/document.ts';
import { foldedWords } from '#text/fold.ts';
import { isBoilerplate } from './boilerplate.ts';
import { isCaption } from './caption.ts';
import { isHeadlineLike } from './headline.ts';
import { endsSentence, isProse, wordCount } from './prose.ts';

/** What the headings inside a text come to. */
export interface InnerHeadings {
  /** Indices of lines that head a section of the text. */
  readonly sections: ReadonlySet<number>;
  /** The index from which on another story is told. */
  readonly secondStory: number | undefined;
}

/** A headline of news has as many words; what is shorter names a section. */
const LONG = 7;
/** A line that heads anything has at most as many words. */
const LONGEST = 18;

/**
 * Finds the headings inside a text. A single long one deep in a dated text, after which the subject
 * of the text does not come again, opens a second story; others are sections of the same.
 *
 * @param subject the words of headline and lede
 */
export function findInnerHeadings(
  body: readonly OutsideBlock[],
  { subject, isDated }: { readonly subject: string; readonly isDated: boolean },
): InnerHeadings {
  const marked = body.flatMap(({ kind }, index) => (kind === 'heading' ? [index] : []));
  // Who marks headings as such types no others.
  const typed =
    marked.length > 0 ? [] : body.flatMap((_, index) => (isTyped(body, index) ? [index] : []));
  const all = [...marked, ...typed].sort((a, b) => a - b);
  const long = all.filter((index) => wordCount(body[index]?.plain ?? '') >= LONG);
  const [only] = long;
  const opens =
    isDated && long.length === 1 && only !== undefined && opensAnother(body, only, subject);
  return {
    sections: new Set(typed.filter((index) => !opens || index !== only)),
    secondStory: opens ? only : undefined,
  };
}

/** Whether a line was typed as a heading: it stands between paragraphs, far shorter than they are. */
function isTyped(body: readonly OutsideBlock[], index: number): boolean {
  const [before, block, after] = [body[index - 1], body[index], body[index + 1]];
  if (block?.kind !== 'paragraph' || block.is !== undefined) return false;
  if (isCaption(block) || isBoilerplate(block)) return false;
  if (!before || !after || !isProse(before) || !isProse(after)) return false;
  const { plain } = block;
  if (!isHeadlineLike(plain) || endsSentence(plain)) return false;
  if (wordCount(plain) > LONGEST || /^[\p{Ll}("“«‘[]/u.test(plain)) return false;
  // Some texts have no full stops at all; there only much shorter lines are headings.
  const neighbours = Math.min(before.plain.length, after.plain.length);
  const isStopped = endsSentence(before.plain) || /[:”"»]$/.test(before.plain);
  return plain.length * (isStopped ? 1.25 : 2.5) < neighbours;
}

/** Whether what follows a heading has little of what the text was about. */
function opensAnother(body: readonly OutsideBlock[], index: number, subject: string): boolean {
  const before = body.slice(0, index).filter(isProse);
  const after = body.slice(index + 1).filter(isProse);
  if (before.length < 4 || after.length < 1) return false;
  const about = contentWords(subject);
  if (about.size < 3) return false;
  const share = (blocks: readonly OutsideBlock[]): number => {
    const words = new Set(blocks.flatMap(({ plain }) => foldedWords(plain)));
    return [...about].filter((word) => words.has(word)).length / about.size;
  };
  return share(after) < 0.4 && share(after) < share(before) * 0.7;
}

function contentWords(words: string): Set<string> {
  return new Set(foldedWords(words).filter((word) => word.length > 3));
}
