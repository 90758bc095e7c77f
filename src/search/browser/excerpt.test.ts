import { expect, test } from 'vitest';
import { excerptToRuns } from './excerpt.ts';

test('divides an excerpt at what was found', () => {
  expect(excerptToRuns('the <mark>press</mark> at <mark>Būlāq</mark>')).toEqual([
    { words: 'the ', isFound: false },
    { words: 'press', isFound: true },
    { words: ' at ', isFound: false },
    { words: 'Būlāq', isFound: true },
  ]);
});

test('reads escaped words back, and nothing as HTML', () => {
  expect(excerptToRuns('&lt;b&gt; &amp;lt; <mark>&quot;x&quot;</mark>')).toEqual([
    { words: '<b> &lt; ', isFound: false },
    { words: '"x"', isFound: true },
  ]);
});
