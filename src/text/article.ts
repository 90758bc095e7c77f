import { articleSound } from './clitics.ts';

/** Whether a folded Latin word is the article of the word behind it: `al`, or `ash` before `sh`. */
export function isArticle(form: string, next: string | undefined): boolean {
  const sound = articleSound(form);
  return sound !== undefined && next !== undefined && (sound === 'l' || next.startsWith(sound));
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
