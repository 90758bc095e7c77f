import { directionOf } from './direction.ts';
import { languageOf } from './script.ts';

/** A letter of the scripts that run from right to left, and what may follow one inside its word. */
const RTL = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}]`;
const LATIN = String.raw`\p{Script=Latin}`;

/**
 * Words of the other direction, with what stands between them. Brackets and quotation marks are
 * left to the sentence, because a run that held one of a pair would turn it about.
 */
const RUN = {
  ltr: String.raw`${RTL}(?:${RTL}|[\p{M}\u200c\u200d٠-٩۰-۹]|[ \u00a0،:.’'–-]+(?=${RTL}|[٠-٩۰-۹]))*`,
  rtl: String.raw`${LATIN}(?:${LATIN}|[\p{M}ʿʾ‘’'0-9]|[ \u00a0,:.&/–-]+(?=${LATIN}|[ʿʾ‘0-9]))*`,
} as const;

/** What stays on one line: a romanised name with its article or ending, and a range of numbers. */
const UNBROKEN = [
  String.raw`(?<![\p{L}\p{M}\p{N}-])(?:\p{L}{1,3}-)*(?:a\p{L}{1,2}|el|ul|il|l)-[ʿʾ‘’'\p{L}\p{M}-]+`,
  String.raw`(?<![\p{L}\p{M}\p{N}-])[\p{L}\p{M}ʿʾ‘’']+-(?:i|e|yi|ye)(?![\p{L}\p{M}-])`,
  String.raw`(?<![\p{N}.–-])\p{Nd}+[–-]\p{Nd}+(?![\p{N}.–-])`,
].join('|');

const PATTERNS = {
  ltr: new RegExp(`(${RUN.ltr})|${UNBROKEN}`, 'giu'),
  rtl: new RegExp(`(${RUN.rtl})|${UNBROKEN}`, 'giu'),
} as const;

/** Nothing to set is without one of these, and to look for them alone is quick. */
const WORTH_LOOKING = {
  ltr: new RegExp(String.raw`[\p{Script=Arabic}\p{Script=Hebrew}–-]`, 'u'),
  rtl: new RegExp(String.raw`[\p{Script=Latin}–-]`, 'u'),
} as const;

/** A piece of HTML holds nothing to set where it holds none of these: most paragraphs. */
const WORTH_READING = {
  ltr: new RegExp(String.raw`${RTL}|\p{L}-\p{L}|\p{L}-[ʿʾ‘’']|\d[–-]\d`, 'u'),
  rtl: new RegExp(String.raw`${LATIN}|\p{Nd}[–-]\p{Nd}`, 'u'),
} as const;

const RTL_LETTER = new RegExp(`${RTL}|\\p{M}`, 'u');

/**
 * Sets HTML that runs in some direction: words of the other one stand in a `<bdi>` with their language
 * and direction, and romanised names and ranges do not break at their hyphens. The words stay the
 * same, tags and code stay whole, and nothing is put inside a word, where it would part Arabic letters.
 *
 * @param languages those among which the language of foreign words is found by their script
 */
export function typeset(html: string, dir: 'ltr' | 'rtl', languages: readonly string[]): string {
  // Odd pieces are tags.
  const pieces = html.split(/(<[^>]*>)/);
  let isCode = false;
  return pieces
    .map((piece, index) => {
      if (index % 2 === 1) {
        if (/^<\/?code\b/.test(piece)) isCode = !piece.startsWith('</');
        return piece;
      }
      if (isCode || !WORTH_LOOKING[dir].test(piece)) return piece;
      if (!WORTH_READING[dir].test(piece)) return piece;
      return piece.replaceAll(PATTERNS[dir], (words: string, run: unknown, at: number) => {
        if (run === undefined) return `<span class="unbroken">${words}</span>`;
        const isStart = at === 0 && isLetter(pieces[index - 2]?.at(-1));
        const isEnd = at + words.length === piece.length && isLetter(pieces[index + 2]?.at(0));
        if (isStart || isEnd) return words;
        const foreign = languageOf(words, languages);
        return `<bdi lang="${foreign}" dir="${directionOf(foreign)}">${words}</bdi>`;
      });
    })
    .join('');
}

/** Words that run in some direction as HTML, set as `typeset` does. */
export function wordsToHtml(
  words: string,
  dir: 'ltr' | 'rtl',
  languages: readonly string[],
): string {
  return typeset(escapeHtml(words), dir, languages);
}

/** Words as they stand between the tags of HTML. */
export function escapeHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && RTL_LETTER.test(character);
}
