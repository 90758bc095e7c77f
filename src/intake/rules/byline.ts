/** A line that says who wrote or translated a text. */
export interface Byline {
  readonly key: 'author' | 'translator';
  readonly names: readonly string[];
  /** What of the line is no name: `By`, `and`. */
  readonly rest: readonly string[];
}

const TRANSLATED = [
  'translated (?:from (?:the )?\\p{Lu}\\p{L}+ )?(?:and \\p{Ll}+ )?by',
  'translation(?: by)?',
  'translator',
  'english (?:translation|version)(?: by)?',
  'rendered into english by',
  "traduit(?: de l[’']\\p{L}+)? par",
  'traduction(?: de)?',
  'übersetzt von',
  'ترجمة',
  'ترجمها',
  'ترجمه',
  'ترجمه ی',
  'ترجمهٔ',
  'المترجم',
  'المترجمة',
  'مترجم',
  'برگردان',
  'تعريب',
  'عر[ّ]?به',
  'عر[ّ]?بها',
  'نقله إلى (?:ال)?\\p{L}+',
  'نقلها إلى (?:ال)?\\p{L}+',
  'נוסח עברי',
  'תרגום',
  'תרגם',
  'תרגמה',
  'מאנגלית',
];
const WRITTEN = [
  'by',
  'written by',
  'reported by',
  'story by',
  'text by',
  'words by',
  'author',
  'authors',
  'byline',
  'par',
  'von',
  'بقلم',
  'كتب',
  'كتبت',
  'كتبه',
  'كتبها',
  'إعداد',
  'اعداد',
  'تقرير',
  'تأليف',
  'الكاتب',
  'الكاتبة',
  'به قلم',
  'نوشته',
  'نویسنده',
  'نوشتهٔ',
  'מאת',
  'כתב',
  'כתבה',
];
/** Words that are labels only with a colon behind them: alone they begin sentences and headlines. */
const WITH_COLON =
  /^(?:author|authors|byline|translator|translation|traduction|تقرير|إعداد|اعداد|كتب|كتبت|כתב|כתבה|מאנגלית|ترجمه|مترجم)$/iu;

const LINE = new RegExp(
  `^[([|~–—-]*\\s*(${TRANSLATED.join('|')})(\\s*[:：/]\\s*|\\s+)(.+?)[)\\]|]*$|^\\s*(${WRITTEN.join('|')})(\\s*[:：/]\\s*|\\s+)(.+?)$`,
  'iu',
);

/**
 * Reads a line that is a byline by its form: a known word, then a name and nothing else. Null for
 * a sentence that happens to begin so.
 */
export function readByline(line: string): Byline | null {
  if (line.length > 160 || line.includes('\n')) return null;
  const match = LINE.exec(line.trim());
  if (!match) return null;
  const [, translated, afterTranslated, translators, written = '', afterWritten, authors] = match;
  const label = translated ?? written;
  const between = afterTranslated ?? afterWritten ?? '';
  const words = (translators ?? authors ?? '').trim().replace(/^by\s+/i, '');
  const hasColon = /[:：/]/.test(between);
  if (!hasColon && WITH_COLON.test(label)) return null;
  if (!isName(words, hasColon)) return null;
  const { names, joints } = namesIn(words);
  const first = line.trim().slice(0, line.trim().indexOf(words)).trim();
  const last = line
    .trim()
    .slice(line.trim().indexOf(words) + words.length)
    .trim();
  return {
    key: translated === undefined ? 'author' : 'translator',
    names,
    rest: [first, ...joints, last].filter((part) => part !== ''),
  };
}

/**
 * Whether a few words look like a name: no verb can be told from them, so form alone decides.
 *
 * @param hasColon whether a label and a colon stand before them, which bear them out
 */
export function isName(words: string, hasColon: boolean): boolean {
  const parts = words.split(/\s+/).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 10 || /[.!?؟;؛…]$|[:：]/.test(stripInitials(words))) {
    return false;
  }
  if (/\d/.test(words)) return false;
  const cased = parts.filter((part) => /\p{Lu}|\p{Ll}/u.test(part));
  if (cased.length > 0) {
    const capitals = cased.filter((part) =>
      /^["“‘ʿʾ'’(]*(?:\p{Lu}|(?:al|as|an|ar|at|aš|el|ad|aḍ|aṣ|aṭ|az|ibn|bin|de|da|di|van|von|der|la|le|du|and|of|the|for|et|und|y)(?:\P{L}|$))/u.test(
        part,
      ),
    );
    return (
      capitals.length === cased.length &&
      /^\P{L}*(?:\p{Lu}|al\b|el\b|the\b|a[lsrnztdšṣḍṭẓḏṯ]-)/u.test(words)
    );
  }
  return parts.length <= (hasColon ? 8 : 4);
}

/** An initial’s full stop ends no sentence: `Mary L.` */
function stripInitials(words: string): string {
  return words
    .replaceAll(/(?<=(?:^|\s)\p{Lu})\./gu, '')
    .replace(/\b(?:Jr|Sr|Dr|Inc|Co|Ltd)\.$/, '');
}

/** Two people are two names where it is plain that they are people. */
function namesIn(words: string): { names: string[]; joints: string[] } {
  const parts = words.split(/\s+(and|et|und|&|with)\s+/);
  const names = parts.filter((_, index) => index % 2 === 0);
  const arePeople = names.every(
    (name) => /^\S+(?:\s\S+){1,3}$/.test(name) && !/\b(?:of|for|the|de l)\b/i.test(name),
  );
  return names.length > 1 && arePeople
    ? { names, joints: parts.filter((_, index) => index % 2 === 1) }
    : { names: [words], joints: [] };
}
