import { expect, test } from 'vitest';
import { wordingOf } from '#model/problem.ts';
import { archiveSchema } from '#model/schema/archive.ts';
import { entitySchema } from '#model/schema/entity.ts';
import { textSchema } from '#model/schema/text.ts';
import { readRecord } from './record.ts';
import { suppliedRule, translatorRule } from './rules.ts';

const text = (yaml: string) => readRecord(yaml, 2, textSchema, [translatorRule, suppliedRule]);
const codes = (yaml: string) =>
  text(yaml).problems.map(({ line, code }) => `${String(line)} ${code}`);

test('keeps every scalar as it is written', () => {
  const { record, problems } = text('role: original\ntitle: 1931\npublished: 2023-10-30T20:08');
  expect(problems).toEqual([]);
  expect(record).toMatchObject({ title: '1931', published: '2023-10-30T20:08' });
});

test('reads names as people', () => {
  const { record } = text(
    'role: original\ntitle: A\nauthor: ["Family, Given", {name: A House}, {entity: some-id}]',
  );
  expect(record?.author).toEqual([
    { family: 'Family', given: 'Given' },
    { name: 'A House' },
    { entity: 'some-id' },
  ]);
});

test('treats a key without a value as absent', () => {
  const { record } = readRecord('kind: term\nnames: {en: A}\nvariants:', 1, entitySchema);
  expect(record).toEqual({ kind: 'term', names: { en: 'A' } });
});

test.each([
  ['role: original\ntitel: A\ntitle: B', ['3 unknown-key']],
  ['role: original', ['2 missing-key']],
  ['title: A', ['2 missing-key']],
  ['role: orginal\ntitle: A', ['2 not-one-of']],
  ['role: original\ntitle: ""', ['3 empty-value']],
  ['role: original\ntitle: [A]', ['3 wrong-shape']],
  ['role: original\ntitle: A\npublished: 1931-02-29', ['4 no-such-date']],
  ['role: original\ntitle: A\npublished: last spring', ['4 bad-date']],
  ['role: original\ntitle: A\npublished: 2023-10-30T20:08Z', ['4 date-with-zone']],
  ['role: original\ntitle: A\nlang: english', ['4 bad-language']],
  ['role: original\ntitle: A\nurl: www.example.org', ['4 bad-url']],
  ['role: original\ntitle: A\nrights: {status: CC-BY}', ['4 bad-rights']],
  ['role: original\ntitle: A\nvia: {url: "https://a.example"}', ['4 missing-key']],
  ['role: original\ntitle: A\nsource: {file: a, sha256: b}', ['4 bad-sha256']],
  ['role: original\ntitle: A\nauthor: Somebody', ['4 wrong-shape']],
  ['role: original\ntitle: A\nauthor: [{nam: A}]', ['4 missing-key', '4 unknown-key']],
  ['role: original\ntitle: A\nof: A B', ['4 bad-id']],
  ['role: translation\ntitle: A', ['2 missing-translator']],
  ['role: translation\ntitle: A\ntranslator: unknwon', ['4 not-one-of']],
  ['role: translation\ntitle: A\ntranslator: {machine: ""}', ['4 empty-value']],
  ['role: original\ntitle: A\nsupplied: {publisher: guess}', ['4 supplied-what']],
  ['role: original\ntitle: A: B', ['3 bad-yaml']],
  ['role: original\ntitle: *star', ['3 bad-yaml']],
  ['role: original\ntitle: "A', ['3 bad-yaml']],
  ['role: original\ntitle: A #1', ['3 comment-in-value']],
  ['role: original\nrole: original\ntitle: A', ['3 bad-yaml']],
])('%j is %j', (yaml, expected) => {
  expect(codes(yaml).sort()).toEqual(expected);
});

test('names all problems at once', () => {
  const yaml = 'role: translation\nlangage: en\npublished: 2023-13-01\nsupplied: {url: a}';
  expect(codes(yaml).sort()).toEqual([
    '2 missing-key',
    '2 missing-translator',
    '3 unknown-key',
    '4 no-such-date',
    '5 supplied-what',
  ]);
});

test.each([
  ['role: original\ntitle: A\ntitle: B', 'title'],
  ['role: original\n"the title": A\n"the title": B', 'the title'],
  ['role: original\nvia: { name: A, url: b, name: C }', 'name'],
  ['role: original\nعنوان: A\nعنوان: B', 'عنوان'],
])('%j: names the key that stands twice', (yaml, key) => {
  const [found] = text(yaml).problems;
  expect(found && wordingOf(found).wrong).toBe(
    `The record cannot be read: \`${key}\` stands twice.`,
  );
});

test('says what helps', () => {
  const says = (yaml: string) => text(yaml).problems.map((found) => wordingOf(found).remedy);
  expect(says('role: original\ntitel: A\ntitle: B')).toEqual(['Did you mean `title`?']);
  expect(says('rol: original\ntitle: A\nsupplied: {role: a}')).toContain(
    'Name a key that the text has, or remove the reason.',
  );
  expect(says('role: original\ntitle: A\nsupplied: {titel: a}')).toEqual(['Did you mean `title`?']);
  expect(says('role: original\ntitle: A: B')).toEqual(['Put the value in quotes: `title: "…"`.']);
  expect(says('role: original')).toEqual(['The headline, as it stands over the text.']);
});

test('an archive must have languages', () => {
  const yaml =
    'title: {en: A}\nurl: https://a.example\nlanguages: []\npublisher: {name: A}\nlicence: CC-BY-4.0';
  expect(readRecord(yaml, 1, archiveSchema).problems.map(({ code }) => code)).toEqual([
    'empty-value',
  ]);
});
