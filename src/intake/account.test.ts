import { globSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYaml } from '#compile/yaml.ts';
import { splitFrontMatter } from '#compile/front-matter.ts';
import { blockToPlain, markdownToHtml, parseMarkdown } from '#compile/markdown.ts';
import { unaccounted } from './account.ts';
import { draftDocument } from './draft-document.ts';
import { textToDocument } from './formats/text.ts';
import { planArticle, readDocument } from './plan-article.ts';

const source = { name: 'example.txt', bytes: new Uint8Array() };
const sha256 = createHash('sha256').update('').digest('hex');

/** How often each character stands in some words, spaces aside. */
function counted(words: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const character of words.replaceAll(/\s/g, '')) {
    counts[character] = (counts[character] ?? 0) + 1;
  }
  return counts;
}

/** Everything that the files of an import say, read from the files alone. */
function saidBy(files: ReadonlyMap<string, Uint8Array>): string {
  const said: string[] = [];
  for (const [path, bytes] of files) {
    if (!path.endsWith('.md')) continue;
    const { parts } = splitFrontMatter(new TextDecoder().decode(bytes));
    const record = readYaml(parts?.yaml ?? '', 2).map?.value ?? {};
    const { title, lede, author, translator, published_as, supplied, dropped } = record;
    const isSupplied = typeof supplied === 'object' && supplied !== null && 'title' in supplied;
    const people = [author, translator].filter((value) => value !== 'unknown');
    said.push(...wordsIn([isSupplied ? '' : title, lede, ...people, published_as, dropped]));
    const body = (parts?.body ?? '').replaceAll(/(?: |\n\n)\{\.[a-z-]+\}$/gm, '');
    const { tree } = parseMarkdown(body);
    said.push(...(tree ? markdownToHtml(tree, '_').blocks : []).map(blockToPlain));
  }
  return said.join('');
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

function filesOf(text: string): ReadonlyMap<string, Uint8Array> | null {
  const { read, problems } = readDocument(textToDocument(text, source), sha256, ['en', 'ar']);
  expect(problems.filter(({ code }) => code !== 'import-empty')).toEqual([]);
  if (!read) return null;
  const known = { texts: [], hasRecord: false, names: new Set<string>() };
  return planArticle([read], known, undefined).plan?.files ?? null;
}

const folder = join(import.meta.dirname, 'rules/examples');

test.each(globSync('*/*.txt', { cwd: folder }))('%s: no character is lost or made up', (file) => {
  const [text = ''] = readFileSync(join(folder, file), 'utf8').split('===\n');
  const files = filesOf(text);
  expect(files && counted(saidBy(files))).toEqual(counted(text));
});

const piece = fc.oneof(
  fc.constantFrom(
    'By Jane Miller',
    'بقلم: سعاد الحداد',
    'Translated by Tom Reed and Anna Weber',
    '4 May 2019 20:08',
    '30 تشرين او',
    '٣ أيار ٢٠١٩',
    'No comments:',
    'إرسال تعليق',
    'Share on Facebook',
    'Related articles',
    'Photo: the wheel',
    'Subject: The wheel',
    'From: a@example.org',
    'Dear Sir,',
    'The mill | الطاحونة',
    '***',
    '=====',
    'A mill without a river',
    'الطاحونة بلا نهر',
    'The mill ground corn for the whole valley until the year in which the river changed its bed.',
    'طحنت الطاحونة قمح الوادي كله حتى السنة التي غيّر فيها النهر مجراه وابتعد عن القرية.',
    'Le moulin a moulu le blé de toute la vallée jusqu’à l’année où la rivière a changé de lit.',
    '1. wheel\n2. stone',
    '- wheel\n- stone',
    'Q: Why?\nA: Because.',
  ),
  fc.string({ maxLength: 40 }).map((words) => words.replaceAll(/[\p{C}\u2028\u2029]/gu, '')),
);
const documents = fc
  .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\n\n\n')), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));

test('every character of a document is in its texts or told as dropped, once', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const document = textToDocument(text, source);
      expect(unaccounted(document, draftDocument(document, ['en', 'ar']).drafts)).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('what is written to files says every word of the document, and no other', () => {
  const withoutMarkup = documents.map((text) => text.replaceAll(/^(?:[*=-]+|1\.|2\.|-) ?/gm, ''));
  fc.assert(
    fc.property(withoutMarkup, (text) => {
      const files = filesOf(text);
      if (files) expect(counted(saidBy(files))).toEqual(counted(text));
    }),
    { numRuns: 120 },
  );
}, 60_000);

test('a lost and a doubled character are found', () => {
  const document = textToDocument('The mill\n\nThe mill ground corn for the whole valley.', source);
  const [draft] = draftDocument(document, ['en']).drafts;
  expect(draft && unaccounted(document, [draft])).toEqual([]);
  expect(draft && unaccounted(document, [{ ...draft, title: 'The mil' }])).toEqual(['l']);
  expect(draft && unaccounted(document, [{ ...draft, dropped: ['x'] }])).toEqual(['x']);
});
