/*
 * Names that begin with “servant of …” are written in one word, two or three, with the vowel of any
 * case: `Abd al-Nasser`, `Abdel Nasser`, `Abdunnasir`; `عبد الرحمن`, `عبدالرحمن`. So are names that
 * end in “… of the faith”; “father of” takes the article of what follows.
 */

const LATIN = /^abd[aeiou](?:l(?=...)|([rsdtnz])(?=\1))(.+)$/;
const LATIN_ALONE = /^abd[aeiou](?:l|[rsdtnz]|sh)$/;
/** “Father of”, with the article: `Abu’l`, `Aboul`. */
const FATHER = /^abo?ul$/;
/** “… of the faith”, with the article: `Jamaluddin`, `Djamel Eddine`. */
const FAITH = /^(...+?)?[aeiou]?dd(?:i|ee)ne?$/;
const ARABIC = /^(.*عبد|.*ابو|..+(?=الدين$))ال(...+)$/;

/**
 * The two words of a folded name that is written as one, or of its first word alone; none for
 * other words. In Arabic what is written together before it stays with the first.
 */
export function servantParts(form: string): readonly string[] {
  if (LATIN_ALONE.test(form)) return ['abd'];
  if (FATHER.test(form)) return ['abu'];
  const faith = FAITH.exec(form);
  if (faith) return [...(faith[1] === undefined ? [] : [faith[1]]), 'din'];
  const latin = LATIN.exec(form)?.[2];
  if (latin !== undefined) return isGod(form) ? ['abd', 'allah'] : ['abd', latin];
  return ARABIC.exec(form)?.slice(1) ?? [];
}

/** A romanised word as keys are made of it: without the vowel of the case and the article behind it. */
export function withoutServantsCase(word: string): string {
  if (isGod(word)) return 'abdallah';
  const parts = servantParts(word);
  return parts.length > 0 ? parts.join('') : word;
}

/** `Abdallah` has its article within the name of God. */
function isGod(word: string): boolean {
  return /^abd[aeiou]l+ah?$/.test(word);
}
