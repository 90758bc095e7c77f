import { expect, test } from 'vitest';
import { addRevision, changedParagraphs, historyToWords, readHistory } from './history.ts';
import { storiesOf } from './stories.ts';

const sealed = (edition: number) => ({
  edition,
  date: `2026-0${String(edition)}-01`,
  sha256: String(edition).repeat(64),
});
const words = (said: Readonly<Record<string, string>>) => new Map(Object.entries(said));

const first = addRevision(null, sealed(1), words({ title: 'A', k3f9c: 'one two', m2p4c: 'x' }));
const second = addRevision(first, sealed(3), words({ title: 'A', k3f9c: 'one three' }));

test('says a wording once, and says where a paragraph went', () => {
  expect(second.paragraphs.get('title')).toEqual([{ revision: 1, words: 'A' }]);
  expect(second.paragraphs.get('m2p4c')).toEqual([
    { revision: 1, words: 'x' },
    { revision: 2, words: null },
  ]);
});

test('is read as it was written, whatever signs the words hold', () => {
  const odd = addRevision(second, sealed(4), words({ title: 'a "b"\n\u2028 ج\\', k3f9c: '' }));
  expect(readHistory(historyToWords(odd))).toEqual({ history: odd, problems: [] });
});

test('names what has changed since it was sealed, and since when', () => {
  const now = words({ title: 'B', k3f9c: 'one three', '8n8d2': 'new' });
  const changes = changedParagraphs(second, now);
  expect([...changes.keys()]).toEqual(['title', 'k3f9c']);
  expect(changes.get('title')).toMatchObject({ since: undefined, before: { edition: 3 } });
  expect(changes.get('k3f9c')).toMatchObject({ since: { edition: 3 }, before: { edition: 1 } });
});

test('tells each wording with what the one before said instead', () => {
  const now = words({ title: 'A', k3f9c: 'one three' });
  const stories = storiesOf(second, now, new Set(['m2p4c']));
  expect(stories.map(({ id }) => id)).toEqual(['k3f9c', 'm2p4c']);
  expect(stories[0]?.tellings[1]?.runs).toEqual([
    { in: 'both', words: 'one' },
    { in: 'former', words: 'two' },
    { in: 'later', words: 'three' },
  ]);
  expect(stories[1]?.tellings).toEqual([]);
});
