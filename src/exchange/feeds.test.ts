import { fromXml } from 'xast-util-from-xml';
import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#model/ids.ts';
import {
  article,
  ARTICLE,
  ORIGINAL,
  PRESS,
  PRINTER,
  text,
  VERSION,
  WHERE,
} from './archive-in-tests.ts';
import { feedToAtom } from './atom.ts';
import { dumpRecords } from './dump.ts';
import { momentOf, momentOfEpoch, newestMoment } from './moment.ts';
import { toSitemap } from './sitemap.ts';

const MOMENT = '2024-01-01T00:00:00Z';

describe('moments', () => {
  test('only a day is one', () => {
    expect(momentOf('1868-05-01T20:08')).toBe('1868-05-01T00:00:00Z');
    expect(momentOf('1868-05')).toBeUndefined();
    expect(momentOf('1868-05-01~')).toBeUndefined();
  });

  test('the newest is of the records, whatever was inferred of months', () => {
    const read = text('fr', 'fr', { role: 'version', title: 'Le papier', retrieved: '2024-02-03' });
    expect(newestMoment([article([ORIGINAL, VERSION, read])])).toBe('2024-02-03T00:00:00Z');
    expect(newestMoment([])).toBe('1970-01-01T00:00:00Z');
  });

  test('SOURCE_DATE_EPOCH is in seconds, and nonsense is none', () => {
    expect(momentOfEpoch('1700000000')).toBe('2023-11-14T22:13:20Z');
    for (const given of [undefined, '', 'now', '-1']) expect(momentOfEpoch(given)).toBeUndefined();
  });
});

test('a feed is XML whatever its titles hold', () => {
  const atom = feedToAtom({
    url: 'https://letters.example/feed.atom',
    page: 'https://letters.example/?a=1&b=2',
    title: 'A "B" <C> & D\u0001',
    language: 'en',
    author: 'X & Y',
    updated: '2024-01-01T00:00:00Z',
    entries: [{ id: 'i', url: 'u', title: ']]>', updated: '2024-01-01T00:00:00Z', summary: '<b>' }],
  });
  expect(() => fromXml(atom)).not.toThrow();
  expect(atom).toContain('<title>A &quot;B&quot; &lt;C&gt; &amp; D</title>');
});

test('a sitemap of too many addresses is divided, and an index names its parts', () => {
  const addresses = Array.from({ length: 50_001 }, (_, index) => `/${String(index)}/`);
  const files = toSitemap(addresses, WHERE.absolute);
  expect(files.map(({ address }) => address)).toEqual([
    '/sitemap.xml',
    '/sitemap-1.xml',
    '/sitemap-2.xml',
  ]);
  expect(files[0]?.content.match(/<loc>/g)).toHaveLength(2);
  expect(files[2]?.content).toContain('<loc>https://letters.example/sub/50000/</loc>');
});

test('a sitemap is divided before its files grow too large', () => {
  const limits = { addresses: 50_000, bytes: 1000 };
  const addresses = Array.from({ length: 100 }, (_, index) => `/${String(index)}/`);
  const [index, ...parts] = toSitemap(addresses, WHERE.absolute, limits);
  expect(index?.content.match(/<loc>/g)).toHaveLength(parts.length);
  for (const { content } of parts) expect(Buffer.byteLength(content)).toBeLessThanOrEqual(1000);
  expect(
    parts
      .map(({ content }) => content)
      .join('')
      .match(/<loc>/g),
  ).toHaveLength(100);
});

describe('the dump', () => {
  test('has a record a line, and leaves out what asks to stay out', () => {
    const hidden = { ...article([ORIGINAL], { index: 'false' }), id: '1868/other' as ArticleId };
    const lines = [...dumpRecords([ARTICLE, hidden], [PRESS, PRINTER], WHERE, MOMENT)];
    for (const line of lines) expect(line).toMatch(/^\{[^\n\u2028\u2029]*\}\n$/);
    const types = lines.map((line) => /^\{"type":"(\w+)"/.exec(line)?.[1]);
    expect(types).toEqual([
      'archive',
      'article',
      ...Array<string>(4).fill('text'),
      'entity',
      'entity',
    ]);
  });

  test('names what asks to stay out nowhere else either', () => {
    const id = 'a-hidden-one';
    const hidden = { ...article([ORIGINAL], { index: 'false' }), id: id as ArticleId };
    const related = article([ORIGINAL], { related: [id, '1868/other', '1868/withdrawn'] });
    const other = { ...article([ORIGINAL]), id: '1868/other' as ArticleId };
    const lines = [...dumpRecords([related, hidden, other], [], WHERE, MOMENT)].join('');
    expect(lines).toContain('"related":["1868/other"]');
    expect(lines).not.toMatch(/a-hidden-one|withdrawn/);
  });

  test('tells of a private person no more than names', () => {
    const [, line = ''] = dumpRecords([], [PRINTER], WHERE, MOMENT);
    expect(JSON.parse(line)).toMatchObject({
      record: { kind: 'person', names: { en: 'A Printer' } },
    });
  });
});
