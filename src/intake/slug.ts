/** Letters that no decomposition turns into a-z. */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Words as part of an address: a-z, 0-9 and hyphens; empty where they have no Latin letters. */
export function slugOf(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[ßæœøðþłđı]/g, (letter) => LATIN[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘ʿʾʼ`]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}

/** Arabic letters as they are most plainly written in addresses; no system of romanisation. */
const ARABIC: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ء: '',
  ئ: 'y',
  ؤ: 'w',
  ى: 'a',
  ة: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  پ: 'p',
  چ: 'ch',
  ژ: 'zh',
  گ: 'g',
  ک: 'k',
  ی: 'y',
};

/** Words in Arabic script as part of an address; empty where there are none. */
export function arabicSlugOf(words: string): string {
  const letters = words
    .normalize('NFC')
    .replaceAll(/[\u064B-\u065F\u0670\u0640]/g, '')
    .replaceAll(/\p{Script=Arabic}/gu, (letter) => ARABIC[letter] ?? '');
  return slugOf(letters.replaceAll(/(?<![a-z])al(?=[a-z]{2})/g, 'al-'));
}

/** The first words of a slug, six at most, and no more than an address can bear. */
export function shortSlug(slug: string): string {
  let short = '';
  for (const word of slug.split('-').slice(0, 6)) {
    if (short.length + word.length > 60) break;
    short += short === '' ? word : `-${word}`;
  }
  return short === '' ? slug.slice(0, 60).replace(/-+$/, '') : short;
}
