import { expect, test } from 'vitest';
import { withLanguages } from './isolate.ts';

test('foreign words get a language of the source by their script, and its direction', () => {
  expect(withLanguages('x <bdi>وصل <i>الورق</i></bdi>, <bdi>Roe</bdi>', ['fa', 'en', 'ar'])).toBe(
    'x <bdi lang="fa" dir="rtl">وصل <i>الورق</i></bdi>, <bdi lang="en" dir="ltr">Roe</bdi>',
  );
});
