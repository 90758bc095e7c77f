import { expect, test } from 'vitest';
import { isolateNames, withLanguages } from './isolate.ts';

test('foreign words get a language of the source by their script, and its direction', () => {
  expect(withLanguages('x <bdi>وصل <i>الورق</i></bdi>, <bdi>Roe</bdi>', ['fa', 'en', 'ar'])).toBe(
    'x <bdi lang="fa" dir="rtl">وصل <i>الورق</i></bdi>, <bdi lang="en" dir="ltr">Roe</bdi>',
  );
});

test('names are isolated whole in a line to the left: with initials, particles and hyphens, without signs', () => {
  const shown = (html: string): string =>
    isolateNames(html).replaceAll('\u2068', '‹').replaceAll('\u2069', '›');
  expect(shown('al-ʿĀmirī, J. R., و van der Berg. (2025)')).toBe(
    '‹al-ʿĀmirī›, ‹J. R.›, و ‹van der Berg›. (2025)',
  );
  expect(shown('<i>O’Neil-Roe</i> &#38; سلمى [Anna St. John]')).toBe(
    '<i>‹O’Neil-Roe›</i> &#38; سلمى [‹Anna St. John›]',
  );
  expect(shown('\u2068What is isolated\u2069: Roe')).toBe('‹What is isolated›: ‹Roe›');
});
