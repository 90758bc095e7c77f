/*
 * Names that begin with “servant of …” are written in one word, two or three, with the vowel of any
 * case: `Abd al-Nasser`, `Abdel Nasser`, `Abdunnasir`; `عبد الرحمن`, `عبدالرحمن`. So are names that
 * end in “… of the faith” (`Jamal al-Din`, `Jamaluddin`, `Djamel Eddine`); “father of” takes the
 * article of the word behind it (`Abu’l-Qasim`, `ابوالقاسم`).
 */

/** Folded names that are written in one word, and as what words they are read; the first counts. */
const FUSED: readonly (readonly [RegExp, string])[] = [
  // Here the article is within the name of God.
  [/^abd[aeiou]l+ah?$/, 'abd allah'],
  [/^abd[aeiou](?:l|[rsdtnz]|sh)$/, 'abd'],
  [/^abd[aeiou](?:l(?=...)|([rsdtnz])(?=\1))(.+)$/, 'abd $2'],
  [/^abo?ul$/, 'abu'],
  [/^(...+?)?[aeiou]?dd(?:i|ee)ne?$/, '$1 din'],
  [/^(.*عبد|.*ابو|..+(?=الدين$))ال(...+)$/, '$1 $2'],
];

/**
 * The words of a folded name that is written as one, or of its first word alone; none for other
 * words. In Arabic what is written together before it stays with the first.
 */
export function servantParts(form: string): readonly string[] {
  const [fused, parts = ''] = FUSED.find(([pattern]) => pattern.test(form)) ?? [];
  return fused ? form.replace(fused, parts).trim().split(' ') : [];
}

/** A romanised word as keys are made of it: without the vowel of the case and the article behind it. */
export function withoutServantsCase(word: string): string {
  return servantParts(word).join('') || word;
}
