import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { isTextEntry } from '#compile/article.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { splitFrontMatter } from '#compile/front-matter.ts';
import { MARKS, type Paragraph } from '#model/compiled.ts';
import { problemToLine } from '#model/report.ts';
import { archiveSchema } from '#model/schema/archive.ts';
import { articleSchema } from '#model/schema/article.ts';
import { ENTITY_KINDS, entitySchema, pageOf } from '#model/schema/entity.ts';
import { pageSchema } from '#model/schema/page.ts';
import { ROLES, textSchema } from '#model/schema/text.ts';
import { loadArchive } from '../src/pipeline.ts';
import { cacheInMemory } from './cache-in-memory.ts';

const CONTENT = join(import.meta.dirname, '../content');

/** The records of the content format, and which files of the sample begin with one. */
const RECORDS = [
  ['archive.yaml', archiveSchema],
  ['articles/**/index.md', articleSchema],
  ['articles/**/!(index).md', textSchema],
  ['entities/*.md', entitySchema],
  ['pages/*.mdx', pageSchema],
] as const;

let sample: Catalogue;
let problems: readonly string[];
const paragraphs: Paragraph[] = [];
beforeAll(async () => {
  const { cache, kept } = cacheInMemory();
  const loaded = await loadArchive(filesOnDisk(CONTENT), cache);
  if (!loaded.catalogue) throw new Error('The sample cannot be read.');
  sample = loaded.catalogue;
  problems = loaded.problems.map(problemToLine);
  for (const { texts } of sample.articles) {
    for (const { body } of texts) {
      const entry = kept.get(body);
      if (isTextEntry(entry)) paragraphs.push(...(entry.text?.body.paragraphs ?? []));
    }
  }
});

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();
const textsOf = () => sample.articles.flatMap(({ texts }) => texts);

test('the sample has no problem, not even one to be warned of', () => {
  expect(problems).toEqual([]);
});

test.each(RECORDS)('the sample uses every key of %s', (glob, schema) => {
  const used = globSync(glob, { cwd: CONTENT }).flatMap((file) => {
    const source = readFileSync(join(CONTENT, file), 'utf8');
    const yaml = file.endsWith('.yaml') ? source : splitFrontMatter(source).parts?.yaml;
    const record: unknown = parse(yaml ?? '', { schema: 'failsafe' });
    return Object.keys(typeof record === 'object' && record !== null ? record : {});
  });
  expect(sorted(used)).toEqual(sorted(Object.keys(schema.shape)));
});

test('the sample shows every role, kind of translator, block and mark', () => {
  expect(sorted(textsOf().map(({ record }) => record.role))).toEqual(sorted(ROLES));
  expect(sorted(textsOf().flatMap(({ record }) => record.translator?.kind ?? []))).toEqual([
    ...['machine', 'people', 'unknown', 'withheld'],
  ]);
  expect(sorted(paragraphs.map(({ kind }) => kind))).toEqual([
    ...['code', 'heading', 'list', 'paragraph', 'picture', 'quote', 'table'],
  ]);
  expect(sorted(paragraphs.flatMap(({ marks }) => marks))).toEqual(sorted(MARKS));
  expect(paragraphs.some(({ ids }) => ids.length > 1)).toBe(true);
});

test('the sample shows every kind of article and of entity, and every extent of its page', () => {
  expect(sorted(sample.articles.flatMap(({ record }) => record.kind ?? []))).toEqual([
    ...['document', 'interview', 'letter', 'news', 'report', 'statement'],
  ]);
  expect(sorted(sample.entities.map(({ record }) => record.kind))).toEqual(sorted(ENTITY_KINDS));
  expect(sorted(sample.entities.map(({ record }) => pageOf(record)))).toEqual([
    ...['full', 'names', 'none'],
  ]);
});

test('the sample has texts in four languages, alone and in pairs of every direction', () => {
  const directions = sample.articles.map(({ texts }) =>
    texts.map(({ lang, dir }) => `${lang} ${dir}`).join(', '),
  );
  expect(directions).toEqual(
    expect.arrayContaining([
      ...['en ltr', 'ar rtl', 'ar rtl, en ltr', 'en ltr, ar rtl', 'fa rtl, ar rtl'],
      ...['ar rtl, en ltr, en ltr', 'he rtl, ar rtl, en ltr', 'en ltr, ar rtl, fa rtl'],
    ]),
  );
});

test('every article and entity of the sample has a name in both interface languages', () => {
  const names = [
    ...sample.articles.map(({ id, record }) => [id, record.title] as const),
    ...sample.entities.map(({ id, record }) => [id, record.names] as const),
  ];
  const lacking = names.filter(([, name]) => !name?.en || !name.ar).map(([id]) => id);
  expect(lacking).toEqual([]);
});
