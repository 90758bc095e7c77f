import { articleSound } from './clitics.ts';

/**
 * Whether a folded Latin word is the article of the word behind it: `al`, or `ash` before `sh`, or
 * `l` behind the vowel of a word (`Abū l-Qāsim`).
 */
export function isArticle(form: string, next: string | undefined, former = ''): boolean {
  if (form === 'l') return /.[aiu]$/.test(former);
  const sound = articleSound(form);
  return sound !== undefined && next !== undefined && (sound === 'l' || next.startsWith(sound));
}

/** A name without the vowel that Persian puts behind a word, as in `Hafez-e Shirazi`. */
export function withoutEzafe(name: string): string {
  return name.replaceAll(/(?<=\p{L})[-\u2010\u2011]y?[ei](?=[-\u2010\u2011\s])/gu, ' ');
}

const ARABIC = /^[وف]?(?:[بكل]?ال|لل)(?=...)/;

/** Whether a folded Arabic word begins with the article, whatever stands before that. */
export function hasArticle(form: string): boolean {
  return ARABIC.test(form);
}

/** A folded Arabic word without the article and what stands before it. */
export function withoutArticle(form: string): string {
  return form.replace(ARABIC, '');
}
