import { expect, test } from 'vitest';
import { article, ARTICLE, ORIGINAL, text, WHERE } from './archive-in-tests.ts';
import { textsToJsonLd } from './json-ld.ts';

test('texts are joined by what they are to each other, and entities are named once', () => {
  const json: unknown = JSON.parse(textsToJsonLd(ARTICLE, ARTICLE.texts, WHERE));
  expect(json).toMatchInlineSnapshot(`
    {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@id": "https://letters.example/sub/articles/1868/paper/ar/",
          "@type": "NewsArticle",
          "alternativeHeadline": "Waṣala l-waraq",
          "author": [
            {
              "@id": "https://letters.example/sub/entities/a-printer/#it",
            },
            {
              "@type": "Person",
              "familyName": "Khoury",
              "givenName": "Salma",
              "name": "Salma Khoury",
            },
          ],
          "copyrightHolder": {
            "@id": "https://letters.example/sub/entities/the-press/#it",
          },
          "datePublished": "1868-05-01",
          "headline": "وصل الورق",
          "identifier": "1868/paper",
          "inLanguage": "ar",
          "isPartOf": {
            "@id": "https://letters.example/sub/",
            "@type": "Collection",
            "name": "رسائل مطبعة",
          },
          "license": "https://rightsstatements.org/vocab/InC/1.0/",
          "publisher": {
            "@id": "https://letters.example/sub/entities/the-press/#it",
          },
          "url": "https://letters.example/sub/articles/1868/paper/ar/",
          "workTranslation": [
            {
              "@id": "https://letters.example/sub/articles/1868/paper/en/",
            },
            {
              "@id": "https://letters.example/sub/articles/1868/paper/en-machine/",
            },
          ],
        },
        {
          "@id": "https://letters.example/sub/articles/1868/paper/en/",
          "@type": "NewsArticle",
          "abstract": "It came.",
          "author": [
            {
              "@id": "https://letters.example/sub/entities/a-printer/#it",
            },
            {
              "@type": "Person",
              "familyName": "Khoury",
              "givenName": "Salma",
              "name": "Salma Khoury",
            },
          ],
          "creditText": "Translator unknown.",
          "headline": "The paper <came>",
          "identifier": "1868/paper",
          "inLanguage": "en",
          "isPartOf": {
            "@id": "https://letters.example/sub/",
            "@type": "Collection",
            "name": "Letters of a Press",
          },
          "publisher": {
            "@type": "Organization",
            "name": "A Library",
          },
          "translationOfWork": {
            "@id": "https://letters.example/sub/articles/1868/paper/ar/",
          },
          "url": "https://letters.example/sub/articles/1868/paper/en/",
        },
        {
          "@id": "https://letters.example/sub/articles/1868/paper/en-machine/",
          "@type": "NewsArticle",
          "author": [
            {
              "@id": "https://letters.example/sub/entities/a-printer/#it",
            },
            {
              "@type": "Person",
              "familyName": "Khoury",
              "givenName": "Salma",
              "name": "Salma Khoury",
            },
          ],
          "creditText": "Machine translation by an engine.",
          "headline": "Paper arrived",
          "identifier": "1868/paper",
          "inLanguage": "en",
          "isPartOf": {
            "@id": "https://letters.example/sub/",
            "@type": "Collection",
            "name": "Letters of a Press",
          },
          "publisher": {
            "@type": "Organization",
            "name": "A Library",
          },
          "translationOfWork": {
            "@id": "https://letters.example/sub/articles/1868/paper/ar/",
          },
          "url": "https://letters.example/sub/articles/1868/paper/en-machine/",
        },
        {
          "@id": "https://letters.example/sub/articles/1868/paper/en-outlet/",
          "@type": "NewsArticle",
          "author": [
            {
              "@type": "Person",
              "name": "[Jane Roe]",
            },
          ],
          "creditText": "Text taken from a re-post; by whom is not known.",
          "headline": "Paper for the press",
          "identifier": "1868/paper",
          "inLanguage": "en",
          "isBasedOn": {
            "@id": "https://letters.example/sub/articles/1868/paper/ar/",
          },
          "isPartOf": {
            "@id": "https://letters.example/sub/",
            "@type": "Collection",
            "name": "Letters of a Press",
          },
          "publisher": {
            "@type": "Organization",
            "name": "Some Outlet",
          },
          "url": "https://letters.example/sub/articles/1868/paper/en-outlet/",
        },
        {
          "@id": "https://letters.example/sub/entities/a-printer/#it",
          "@type": "Person",
          "name": "A Printer",
        },
        {
          "@id": "https://letters.example/sub/entities/the-press/#it",
          "@type": "Organization",
          "name": "المطبعة",
          "sameAs": [
            "https://www.wikidata.org/wiki/Q1",
          ],
        },
      ],
    }
  `);
});

test('texts that the page does not show are named and no more', () => {
  const json = textsToJsonLd(ARTICLE, [ORIGINAL], WHERE);
  expect(json).toContain('The paper \\u003ccame>');
  expect(json).not.toContain('It came.');
});

test('an inferred author is of the kind that is known, and of none where nobody has said', () => {
  const author = [
    { entity: 'the-press' },
    { name: 'The Committee' },
    { family: 'Roe', given: 'J.' },
  ];
  const one = text('en', 'en', {
    ...{ role: 'original', title: 'A report', author },
    supplied: { author: 'from the index' },
  });
  const json = textsToJsonLd(article([one], {}), [one], WHERE);
  const types = [...json.matchAll(/{(?:"@type":"(\w+)",)?"name":"\[([^\]]+)\]"}/g)];
  expect(types.map(([, type, name]) => [name, type])).toEqual([
    ['The Press', 'Organization'],
    ['The Committee', undefined],
    ['J. Roe', 'Person'],
  ]);
});
