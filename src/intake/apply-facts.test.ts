import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFacts } from './apply-facts.ts';
import { FACT_KEYS, type Fact } from './document.ts';
import type { Draft } from './draft.ts';

const DRAFT: Draft = {
  ...{ lang: 'en', title: 'On mills', authors: [], translators: [], body: [], dropped: [] },
  notices: [],
};
const fact = (key: Fact['key'], value: string): Fact => ({ key, value, from: 'the tags' });
const applied = (facts: readonly Fact[], draft: Partial<Draft> = {}) => {
  const { drafts, about, notices } = applyFacts([{ ...DRAFT, ...draft }], facts, 0);
  return { text: drafts[0], about, codes: notices.map(({ code }) => code) };
};

test('a name that is said twice, once turned about, is one author', () => {
  const facts = [fact('author', 'Roe, Jane'), fact('author', 'Jane Roe')];
  expect(applied(facts).text?.authors).toEqual(['Roe, Jane']);
  expect(applied([...facts].reverse()).text?.authors).toEqual(['Roe, Jane']);
});

test.each([
  ['2019/04/30', '2019-04-30'],
  ['1998/6', '1998-06'],
  ['2019-04-30T20:08:00+03:00', '2019-04-30T20:08'],
  ['2019-04-30T20:08:00Z', '2019-04-30'],
  ['30 April 2019', '2019-04-30'],
])('%s is the date %s', (value, published) => {
  expect(applied([fact('published', value)]).text?.published).toBe(published);
});

test('what a program wrote is no printed date; its zone is kept as dropped', () => {
  const said = (value: string): readonly unknown[] => {
    const { text } = applied([fact('published', value)]);
    return [text?.publishedAs, text?.dropped];
  };
  expect(said('30 April 2019')).toEqual(['30 April 2019', []]);
  expect(said('2019-04-30T20:08:31')).toEqual([undefined, []]);
  expect(said('2019-04-30T20:08:31+03:00')).toEqual([
    undefined,
    ['published: 2019-04-30T20:08:31+03:00'],
  ]);
});

test('what is printed wins over what is said, and both are told', () => {
  const { text, codes } = applied([fact('title', 'Of mills and men')]);
  expect(text?.title).toBe('On mills');
  expect(text?.dropped).toEqual(['title: Of mills and men']);
  expect(codes).toEqual(['fact-differs']);
});

test('a publisher that would be read as an entity’s id is told and dropped', () => {
  const { about, text, codes } = applied([fact('publisher', 'gazette')]);
  expect(about.publisher).toBeUndefined();
  expect(text?.dropped).toEqual(['publisher: gazette']);
  expect(codes).toEqual(['publisher-like-id']);
});

test('the words of every fact are in the text, in the record, or told as dropped', () => {
  const words = fc.stringMatching(/^[A-Z][a-z]{2,8}( [a-z]{2,8}){0,3}$/);
  const keys = FACT_KEYS.filter((key) => !['lang', 'slug', 'licence'].includes(key));
  const facts = fc.array(fc.tuple(fc.constantFrom(...keys), words), { maxLength: 8 });
  fc.assert(
    fc.property(facts, (some) => {
      const { text, about } = applied(some.map(([key, value]) => fact(key, value)));
      const kept = JSON.stringify([text, about]).toLowerCase();
      for (const [, value] of some) expect(kept).toContain(value.toLowerCase());
    }),
  );
});
