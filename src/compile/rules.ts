import { didYouMean, problemAt } from '#model/problem.ts';
import { isAddress } from '#model/schema/redirects.ts';
import { textSchema } from '#model/schema/text.ts';
import type { Rule } from './record.ts';

/** A translation says who translated it, or that nobody knows. */
export const translatorRule: Rule = ({ value, lineOf }) =>
  value.role === 'translation' && value.translator === undefined
    ? [problemAt(lineOf(['role']), 'missing-translator', {})]
    : [];

/** `supplied` gives reasons for values that are there. */
export const suppliedRule: Rule = ({ value, lineOf }) => {
  const given = Object.keys(value);
  // What is mistyped itself is told where it stands; nobody is led to it.
  const meant = given.filter((key) => key in textSchema.shape && key !== 'supplied');
  return keysOf(value.supplied)
    .filter((key) => !given.includes(key))
    .map((key) => {
      const hint = didYouMean(key, meant, 'Name a key that the text has, or remove the reason.');
      return problemAt(lineOf(['supplied', key]), 'supplied-what', { what: key, hint });
    });
};

/** No interface language is listed twice. */
export const languagesRule: Rule = ({ value, lineOf }) => {
  const languages: unknown = value.languages;
  if (!Array.isArray(languages)) return [];
  return languages.flatMap((language: unknown, index) =>
    languages.indexOf(language) < index
      ? [problemAt(lineOf(['languages', index]), 'language-twice', { language: String(language) })]
      : [],
  );
};

/** What is moved or gone was an address of this site, and it is said what became of it. */
export const redirectsRule: Rule = ({ value, emptyKeys, lineOf }) => {
  const help = 'It begins with `/`, as in `/articles/old-name/: /articles/new-name/`.';
  return [
    ...Object.keys(value)
      .filter((address) => !isAddress(address))
      .map((key) =>
        problemAt(lineOf([key]), 'wrong-shape', { key, expected: 'an address of this site', help }),
      ),
    ...emptyKeys.map((key) => problemAt(lineOf([key]), 'empty-value', { key })),
  ];
};

/** The archive says whom to ask. */
export const contactRule: Rule = ({ value }) =>
  value.contact === undefined ? [problemAt(1, 'no-contact', {})] : [];

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value)
    : [];
}
