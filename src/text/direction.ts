import { remembered } from './remembered.ts';

/** Scripts that are written from right to left (Unicode, property Bidi_Class R and AL). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

/** The direction in which a language is written; its script decides, so `ar-Latn` runs left to right. */
export const directionOf: (language: string) => 'ltr' | 'rtl' = remembered((language) => {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
});
