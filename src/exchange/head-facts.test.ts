import { expect, test } from 'vitest';
import { ARTICLE, MACHINE, ORIGINAL, TRANSLATION, VERSION, WHERE } from './archive-in-tests.ts';
import { citationOf } from './citation-of.ts';
import { headFacts } from './head-facts.ts';
import { headLinks, textAlternates } from './head-links.ts';

function facts(text: typeof ORIGINAL, language = 'en'): string[] {
  const page = { title: `Who: ${text.record.title}`, url: 'https://letters.example/x/', language };
  return headFacts(citationOf(ARTICLE, text, language, WHERE), page).map((fact) =>
    'name' in fact ? `${fact.name}: ${fact.content}` : `${fact.property}: ${fact.content}`,
  );
}

test('a whole name ends in a comma, a divided one has one, and a time is never given', () => {
  expect(facts(ORIGINAL)).toMatchInlineSnapshot(`
    [
      "dc.title: وصل الورق",
      "dc.creator: A Printer,",
      "dc.creator: Khoury, Salma",
      "dc.language: ar",
      "dc.rights: InC, The Press, https://rightsstatements.org/vocab/InC/1.0/",
      "dcterms.issued: 1868-05-01",
      "z:itemType: newspaperArticle",
      "z:publicationTitle: The Press",
      "z:date: 1868-05-01",
      "z:archive: Letters of a Press",
      "z:archiveLocation: 1868/paper",
      "z:extra: Title Romanised: Waṣala l-waraq",
      "og:type: article",
      "og:title: Who: وصل الورق",
      "og:url: https://letters.example/x/",
      "og:site_name: Letters of a Press",
      "og:locale: en_US",
      "article:published_time: 1868-05-01",
    ]
  `);
});

test('nothing is invented for an unknown translator; the original is told line by line', () => {
  expect(facts(TRANSLATION)).toMatchInlineSnapshot(`
    [
      "description: It came.",
      "dc.title: The paper <came>",
      "dc.creator: A Printer,",
      "dc.creator: Khoury, Salma",
      "dc.language: en",
      "dcterms.abstract: It came.",
      "z:itemType: newspaperArticle",
      "z:publicationTitle: Letters of a Press",
      "z:archive: Letters of a Press",
      "z:archiveLocation: 1868/paper",
      "z:extra: Original Title: وصل الورق
    Original Title Romanised: Waṣala l-waraq
    Original Date: 1868-05-01
    Original Publisher: The Press
    Translator unknown",
      "og:type: article",
      "og:title: Who: The paper <came>",
      "og:description: It came.",
      "og:url: https://letters.example/x/",
      "og:site_name: Letters of a Press",
      "og:locale: en_US",
    ]
  `);
});

test('a machine is no translator', () => {
  expect(facts(MACHINE).filter((fact) => /translat/i.test(fact))).toMatchInlineSnapshot(`
    [
      "z:extra: Original Title: وصل الورق
    Original Title Romanised: Waṣala l-waraq
    Original Date: 1868-05-01
    Original Publisher: The Press
    Machine translation by an engine",
    ]
  `);
});

test('what the editor inferred stands in brackets, and not where a machine would take it for known', () => {
  const told = facts(VERSION);
  expect(told).toContain('dc.creator: \u2060[Jane Roe]\u2060,');
  expect(told).toContain('dcterms.issued: [1868-06]');
  expect(told.join('\n')).not.toContain('article:published_time');
});

test('no description stands where there is no lede: it would be taken for an abstract', () => {
  expect(facts(ORIGINAL).join('\n')).not.toMatch(/^(?:description|og:description|dcterms\.abs)/m);
  expect(facts(TRANSLATION)).toContain('description: It came.');
});

test('links of one text give its terms; those of several give none unless they agree', () => {
  const subject = {
    article: ARTICLE,
    text: ORIGINAL,
    url: 'u',
    isOfArticle: false,
    schemaType: 'NewsArticle',
  };
  const one = headLinks({ ...subject, texts: [ORIGINAL] }, WHERE);
  expect(one.filter(({ rel }) => rel === 'license')).toHaveLength(1);
  expect(one.filter(({ rel }) => rel === 'type')).toHaveLength(2);
  expect(one.filter(({ rel }) => rel === 'author').map(({ href }) => href)).toEqual([
    'https://letters.example/sub/entities/a-printer/#it',
  ]);
  const all = headLinks({ ...subject, texts: ARTICLE.texts }, WHERE);
  expect(all.filter(({ rel }) => rel === 'license')).toEqual([]);
});

test('the first text of a language is the alternate, and says so itself', () => {
  const of = (text: typeof ORIGINAL) =>
    textAlternates(ARTICLE, text, WHERE).map(({ hreflang, href }) => `${hreflang ?? ''} ${href}`);
  expect(of(ORIGINAL)).toEqual(of(TRANSLATION));
  expect(of(ORIGINAL)).toHaveLength(2);
  expect(of(MACHINE)).toEqual([]);
});
