import { articleSound } from './clitics.ts';
import { fold } from './fold.ts';

const SIGNS = /^[\s\p{P}\p{S}\u02BB-\u02BF]+/u;
const LATIN_ARTICLE = /^(\p{L}{2,3})[-\u2010\u2011 ]['`´‘’\u02BB-\u02BF]?(?=\p{L})/u;

/**
 * A name as it is filed: without the article before it (`العامري` under `ع`, `al-ʿĀmirī` under `A`,
 * `The Times` under `T`, `הארץ` as it is: there the article is part of the name).
 */
export function filingName(name: string): string {
  const bare = name.trim().replace(SIGNS, '');
  if (/^ال\p{L}{2}/u.test(fold(bare)) && bare.startsWith('ال')) return bare.slice(2);
  const [before, article] = LATIN_ARTICLE.exec(bare) ?? [];
  const sound = article === undefined ? undefined : articleSound(fold(article));
  // Behind a space only `al` is certain to be the article.
  if (
    before !== undefined &&
    sound !== undefined &&
    (sound === 'l' || /[-\u2010\u2011]/.test(before))
  ) {
    return bare.slice(before.length).replace(SIGNS, '');
  }
  return bare.replace(/^(?:the|an?|le|la|les|der|die|das) (?=\p{L})/iu, '').replace(/^l['’]/iu, '');
}

/** The letter under which a name is filed: without marks, and the forms of alif as one. */
export function filingLetter(name: string): string {
  const [letter = ''] = Array.from(fold(filingName(name)));
  return letter.toUpperCase();
}
