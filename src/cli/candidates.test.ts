import { expect, test } from 'vitest';
import type { Candidate } from '#names/candidates.ts';
import { candidatesToJson, candidatesToText } from './candidates.ts';

const milan: Candidate = {
  ...{ names: { en: 'Milan', ar: 'ميلانو' }, variants: ['Milano'], places: 2, articles: 1 },
  ...{ isPlace: true, first: { file: 'articles/a/en.md', line: 9 } },
};
const press: Candidate = { ...milan, names: { en: 'Milan Press' }, variants: [], isPlace: false };

test('a candidate is a file of an entity, ready to be pasted', () => {
  expect(candidatesToText([milan, press]))
    .toBe(`entities/milan.md   2 places in 1 article, first articles/a/en.md:9
---
kind: place
names:
  en: "Milan"
  ar: "ميلانو"
variants:
  - "Milano"
---

entities/milan-press.md   2 places in 1 article, first articles/a/en.md:9
---
kind: organisation
names:
  en: "Milan Press"
---

2 candidates. The kinds are guesses, and so are names in other languages: look at each.`);
});

test('no candidate takes the file of an entity that is there, nor of another candidate', () => {
  const text = candidatesToText([milan, milan], ['milan']);
  expect(text.match(/^entities\/\S+/gm)).toEqual(['entities/milan-2.md', 'entities/milan-3.md']);
  expect(JSON.parse(candidatesToJson([milan], ['milan']))).toMatchObject([{ id: 'milan-2' }]);
});
