import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftSection } from '#intake/draft-section.ts';
import type { OutsideBlock } from '#intake/document.ts';
import { textToDocument } from '#intake/formats/text.ts';
import type { Notice } from '#intake/notices.ts';
import { takeBoilerplate } from './boilerplate.ts';
import { divideByLanguage } from './language.ts';

/**
 * Every file in `examples/<rule>/` is a document, a line `===`, and what the rule makes of it: a new
 * case is a new file.
 */
const RULES: Readonly<Record<string, (blocks: readonly OutsideBlock[]) => readonly string[]>> = {
  boilerplate: (blocks) => {
    const { dropped, notices } = takeBoilerplate(blocks);
    const lines = blocks.map(
      (block) => `${dropped.includes(block) ? 'dropped' : 'kept'}: ${block.plain}`,
    );
    return [...lines, ...notices.map(noticeInLine)];
  },
  language: (blocks) => {
    const { sections, notices } = divideByLanguage(blocks, { declared: [], usual: ['en', 'ar'] });
    const lines = sections.map(
      ({ lang, blocks: own }) => `${lang}: ${own.map(({ plain }) => begin(plain, 2)).join(' | ')}`,
    );
    return [...lines, ...notices.map(noticeInLine)];
  },
  head: (blocks) => {
    const draft = draftSection({ lang: 'en', blocks });
    const { title, lede, authors, translators, published, publishedAs, body, dropped } = draft;
    const lines = [
      ...one('title', title),
      ...one('lede', lede),
      ...authors.map((name) => `author: ${name}`),
      ...translators.map((name) => `translator: ${name}`),
      ...one('published', published),
      ...one('printed', publishedAs),
      ...body.map(({ kind, plain, mark }) => {
        const marked = mark === undefined ? '' : ` {.${mark}}`;
        const isHeading = kind === 'heading' && mark === undefined;
        return `${isHeading ? 'heading' : 'text'}: ${begin(plain, 3)}${marked}`;
      }),
      ...dropped.map((piece) => `dropped: ${piece}`),
    ];
    const told = draft.notices.filter(({ code }) => code !== 'lede-found');
    return [...lines, ...told.map(({ code }) => `notice: ${code}`)];
  },
};

const folder = join(import.meta.dirname, 'examples');
const examples = globSync('*/*.txt', { cwd: folder })
  .sort()
  .map((file) => {
    const [rule = '', name = ''] = file.replace(/\.txt$/, '').split(/[/\\]/);
    return [rule, name.replaceAll('-', ' '), file] as const;
  });

test.each(examples)('%s: %s', (rule, _, file) => {
  const [document = '', expected = ''] = readFileSync(join(folder, file), 'utf8').split('===\n');
  const source = { name: 'example.txt', bytes: new Uint8Array() };
  const found = RULES[rule]?.(textToDocument(document, source).blocks);
  expect(found).toEqual(expected.trimEnd().split('\n'));
});

function one(key: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${key}: ${value}`];
}

function begin(words: string, count: number): string {
  return words.split(/\s+/).slice(0, count).join(' ');
}

function noticeInLine({ code, line }: Notice): string {
  return `notice: ${code}, line ${String(line)}`;
}
