import type { OutsideBlock } from '#intake/document.ts';
import { foldedWords } from '#text/fold.ts';
import { readByline } from './byline.ts';
import { isCaption } from './caption.ts';
import { readDateline } from './dateline.ts';
import { endsSentence, wordCount } from './prose.ts';

/** No headline is longer, in letters. */
const LONGEST = 200;

/**
 * The block that is the headline of a text, as an index, or undefined where none is: a line above
 * the text that is no sentence, no salutation and no date, and shorter than what follows.
 *
 * @param titleApart the title, where the document gives it beside the words: then only a line that
 *   says the same is the headline
 */
export function findHeadline(
  blocks: readonly OutsideBlock[],
  titleApart?: string,
): number | undefined {
  const said = blocks.findIndex(({ is }) => is === 'title');
  if (said >= 0) return said;
  if (titleApart !== undefined) {
    const title = foldedWords(titleApart).join(' ');
    const again = blocks
      .slice(0, 4)
      .findIndex(({ plain }) => title !== '' && foldedWords(plain).join(' ') === title);
    return again < 0 ? undefined : again;
  }
  const isLetter = blocks.slice(0, 8).some(({ plain }) => isSalutation(plain));
  for (const [index, block] of blocks.slice(0, 4).entries()) {
    if (block.kind === 'rule' || block.kind === 'picture' || isCaption(block)) continue;
    const isBeside = readByline(block.plain) !== null || readDateline(block.plain) !== null;
    if (isBeside) continue;
    if (isLetter && isOfAddress(block, blocks[index + 1])) return undefined;
    return isHeadline(block, blocks.slice(index + 1)) ? index : undefined;
  }
  return undefined;
}

/** The words in which a letter begins. */
function isSalutation(words: string): boolean {
  return (
    words.length < 80 &&
    /^(?:dear|to whom|cher|chère|monsieur|madame|sehr geehrte|liebe|عزيزي|عزيزتي|حضرة|السيد|السيدة|سعادة|إلى|לכבוד|שלום)(?:\P{L}.*)?[,،:]?$/iu.test(
      words,
    ) &&
    /[,،:]$|^(?:dear|cher|chère|عزيزي|عزيزتي|حضرة)/iu.test(words)
  );
}

/** Over a letter stands where it was written, line by line, and no headline. */
function isOfAddress({ plain, kind }: OutsideBlock, next: OutsideBlock | undefined): boolean {
  if (kind === 'heading') return false;
  const isOverDate = next !== undefined && readDateline(next.plain) !== null;
  return (
    /\d/.test(plain) || isSalutation(plain) || !(isOverDate || isSalutation(next?.plain ?? ''))
  );
}

function isHeadline(block: OutsideBlock, following: readonly OutsideBlock[]): boolean {
  if (block.is !== undefined) return false;
  if (block.kind === 'heading') return true;
  if (block.kind !== 'paragraph' || !following.some(({ plain }) => plain !== '')) return false;
  return isHeadlineLike(block.plain) && isShorter(block.plain, following);
}

/** Whether a line could stand over a text: one line, no sentence, no salutation, no label. */
export function isHeadlineLike(words: string): boolean {
  if (words.includes('\n') || words.length > LONGEST || wordCount(words) > 30) return false;
  if (wordCount(words) === 0 || /[,،;؛:]$/.test(words)) return false;
  if (/^(?:["“«].*["”»])$/.test(words) && endsSentence(words)) return false;
  // A question or an exclamation can be a headline; a full stop ends a sentence, but for `U.S.`
  if (/[.۔]["”’»)]*$/.test(words) && !/(?:\p{Lu}\.){2}$/u.test(words)) return false;
  if (/^(?:[¶§]|[-–—•*>]\s|\[|https?:)/.test(words) || /^\S+@\S+$/.test(words)) return false;
  if (isSalutation(words)) return false;
  return !/^\p{L}[\p{L} ]{0,20}:\s.*[.!?؟]$/u.test(words);
}

/** A headline is shorter than most of what stands below it. */
function isShorter(words: string, following: readonly OutsideBlock[]): boolean {
  const lengths = following
    .filter(({ kind }) => kind !== 'rule' && kind !== 'picture')
    .slice(0, 12)
    .map(({ plain }) => plain.length)
    .sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return words.length < longest && (words.length < median * 1.2 || longest > words.length * 2);
}
