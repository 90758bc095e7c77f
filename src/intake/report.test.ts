import { expect, test } from 'vitest';
import { isTextId } from '#model/ids.ts';
import type { Outcome } from './import-files.ts';
import { importToReport, outcomeToReport } from './report.ts';

const ID = 'en';
if (!isTextId(ID)) throw new Error('The id is none.');

const OUTCOME: Outcome = {
  path: 'mill\u001B[2J.txt',
  name: 'mill\u001B[2J.txt',
  became: 'imported',
  format: 'plain text',
  article: 'mill',
  texts: [
    {
      id: ID,
      lang: 'en',
      role: 'original',
      title: 'The\nmill\u0007',
      taken: {
        published: '1921-03-12',
        publishedAs: 'بيروت،\n12 آذار 1921',
        authors: ['Roe, Jane', 'أمين المكتبة'],
        translators: [],
        publisher: 'The \u202Epress',
      },
      paragraphs: 1,
      dropped: 4,
      droppedWords: ['Share', 'Print', 'R'.repeat(80)],
      notices: [],
      problems: [],
    },
  ],
  notices: [],
  problems: [],
};

test('the report shows the first words that were dropped, and nothing that a terminal obeys', () => {
  const report = outcomeToReport(OUTCOME);
  expect(report).toContain(`dropped: “Share”, “Print”, “${'R'.repeat(59)}…”, …`);
  expect(report).toContain('“The mill\uFFFD”');
  expect(report).not.toMatch(/[^\P{Cc}\n]/u);
});

test('the report tells who made a text and when, each name kept to itself whatever its script', () => {
  expect(outcomeToReport(OUTCOME)).toContain(
    'published 1921-03-12 (\u2068“بيروت، 12 آذار 1921”\u2069), ' +
      'author Roe, Jane · \u2068أمين المكتبة\u2069, publisher The \uFFFDpress\n',
  );
});

test('one old address is told in the singular', () => {
  const redirects = [{ from: '/2012/mill', to: '/articles/mill/' }];
  const report = importToReport(
    { outcomes: [OUTCOME], isNewArchive: false, redirects, notices: [], problems: [] },
    'archive',
  );
  expect(report).toContain('leads 1 old address to its article.');
});
