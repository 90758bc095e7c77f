import { expect, test } from 'vitest';
import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import type { ArticleId, TextId } from '#model/ids.ts';
import { articleSchema } from '#model/schema/article.ts';
import { textSchema } from '#model/schema/text.ts';
import { attributionOf } from './attribution.ts';

function text(id: string, record: object): TextSummary {
  return {
    id: id as TextId,
    article: 'a' as ArticleId,
    file: `articles/a/${id}.md`,
    lang: id,
    dir: 'ltr',
    record: textSchema.parse({ title: 'T', ...record }),
    ids: [],
    ordinals: [],
    unnumbered: 0,
    length: 0,
    body: '',
  };
}

function article(...texts: readonly TextSummary[]): ArticleSummary {
  const record = articleSchema.parse({});
  return { id: 'a' as ArticleId, folder: 'articles/a', record, texts, pictures: [], mentions: '' };
}

const TRANSLATION = text('en', { role: 'translation', translator: 'unknown' });

test.each([
  ['its publisher', { publisher: 'A Paper', author: ['Roe, Jane'] }, 'A Paper'],
  [
    'its authors where nobody published it',
    { author: ['Roe, Jane', { name: 'A Body' }] },
    'Jane Roe and A Body',
  ],
  [
    'in brackets who is inferred',
    { author: ['Roe, Jane'], supplied: { author: 'x' } },
    '[Jane Roe]',
  ],
  ['nobody who is not known', {}, undefined],
])('a title begins with %s, of a translation with those of the original', (_, record, who) => {
  const original = text('ar', { role: 'original', ...record });
  const whole = article(original, TRANSLATION);
  expect(attributionOf(whole, undefined, new Map(), 'en')).toBe(who);
  expect(attributionOf(whole, TRANSLATION, new Map(), 'en')).toBe(who);
});
