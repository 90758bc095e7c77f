import type { Citation } from './citation.ts';

const value = (words: string) => ({ value: words, isSupplied: false });
const supplied = (words: string) => ({ value: words, isSupplied: true });

const ARCHIVE = {
  archive: 'Archive of Letters',
  number: 'L 4',
  areAuthorsSupplied: false,
} as const;

/** A translation that an archive made of what an outlet printed; nobody knows by whom. */
export const TRANSLATION: Citation = {
  ...ARCHIVE,
  id: '1868/paper/en',
  type: 'article',
  lang: 'en',
  title: value('The paper came on <time>'),
  authors: [{ family: 'Khoury', given: 'Salma' }],
  translators: { kind: 'unknown' },
  container: { ...value('Archive of Letters'), isArchive: true },
  original: {
    title: value('وصل الورق'),
    romanisedTitle: 'Waṣala l-waraq',
    lang: 'ar',
    date: value('1868-05-01'),
    publisher: value('al-Maṭbaʿa'),
  },
  url: 'https://letters.example/articles/1868/paper/en/',
};

/** What the outlet printed, with a date that the editor inferred. */
export const ORIGINAL: Citation = {
  ...ARCHIVE,
  id: '1868/paper/ar',
  type: 'article',
  lang: 'ar',
  title: value('وصل الورق'),
  romanisedTitle: 'Waṣala l-waraq',
  authors: [{ whole: 'المطبعة' }],
  translators: { kind: 'none' },
  container: { ...value('المطبعة'), isArchive: false },
  issued: supplied('1868-05-01T20:08'),
  url: 'https://letters.example/articles/1868/paper/ar/',
};

/** A letter that first appears in the archive, from a re-post, translated by two. */
export const LETTER: Citation = {
  ...ARCHIVE,
  id: '1921/letter/en',
  type: 'document',
  genre: 'letter',
  lang: 'en',
  title: supplied('A letter'),
  authors: [{ family: 'Roe', given: 'Jane' }],
  translators: {
    kind: 'people',
    names: [{ family: 'Doe', given: 'John' }, { whole: 'Bureau of Translation' }],
  },
  container: { ...value('Archive of Letters'), isArchive: true },
  issued: { ...value('2025-01-02'), edition: 2 },
  via: 'A Blog',
  edition: { number: 3, date: '2026-02-01' },
  url: 'https://letters.example/articles/1921/letter/en/',
};
