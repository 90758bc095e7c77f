import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paragraph } from '#model/compiled.ts';
import {
  checkCharacter,
  isParagraphId,
  isTextId,
  type ParagraphId,
  type TextId,
} from '#model/ids.ts';
import { type TextOfRows, toRows } from './rows.ts';

/** Paragraphs by the letters of their ids: `a b+c d` are three, the second with two ids. */
function text(id: string, paragraphs: string, secondStoryFrom = Infinity): TextOfRows {
  return {
    id: textId(id),
    record: { title: id },
    body: {
      notes: [],
      paragraphs: paragraphs
        .split(' ')
        .filter((word) => word !== '')
        .map((word, index): Paragraph => ({
          ids: word.split('+').map(paragraphId),
          kind: 'paragraph',
          marks: [],
          secondStory: index >= secondStoryFrom,
          ordinal: index + 1,
          line: index + 1,
          html: `<p>${id}${word}</p>`,
          plain: id + word,
        })),
    },
  };
}

function textId(id: string): TextId {
  if (!isTextId(id)) throw new Error(id);
  return id;
}

function paragraphId(name: string): ParagraphId {
  const stem = String(name.codePointAt(0)).padStart(4, '0');
  const id = stem + checkCharacter(stem);
  if (!isParagraphId(id)) throw new Error(id);
  return id;
}

const shown = (texts: readonly TextOfRows[]): string[] =>
  toRows(texts).body.map(({ cells }) =>
    cells.map(({ paragraphs }) => paragraphs.map(({ plain }) => plain).join(',')).join(' '),
  );

test('pairs paragraphs by id, not by position', () => {
  expect(shown([text('ar', 'a b c'), text('en', 'c a')])).toEqual(['ara ena', 'arb', 'arc enc']);
});

test('a paragraph with two ids joins two paragraphs to one row', () => {
  expect(shown([text('ar', 'a b c'), text('en', 'a+b c')])).toEqual(['ara,arb ena+b', 'arc enc']);
});

test('chains of shared ids are one row', () => {
  const texts = [text('ar', 'a b'), text('en', 'a+b'), text('fr', 'b+c'), text('de', 'c')];
  expect(shown(texts)).toEqual(['ara,arb ena+b frb+c dec']);
});

test('a one-sided row follows its predecessor in its own text', () => {
  expect(shown([text('ar', 'a b'), text('en', 'x a y b z')])).toEqual([
    'enx',
    'ara ena',
    'eny',
    'arb enb',
    'enz',
  ]);
});

test('one-sided rows behind the same row stand text by text', () => {
  const texts = [text('ar', 'a b'), text('en', 'a x y b'), text('fr', 'a v b')];
  expect(shown(texts)).toEqual(['ara ena fra', 'enx', 'eny', 'frv', 'arb enb frb']);
});

test('the second story stays out of the rows', () => {
  const texts = [text('ar', 'a'), text('en', 'a s t', 1)];
  expect(shown(texts)).toEqual(['ara ena']);
  expect(toRows(texts).secondStories.map(({ paragraphs }) => paragraphs.length)).toEqual([2]);
});

test('thousands of one-sided rows in a chain do no harm', () => {
  const letters = Array.from({ length: 9000 }, (_, index) => String.fromCodePoint(1000 + index));
  expect(shown([text('ar', ''), text('en', letters.join(' '))])).toHaveLength(9000);
});

test('the words of all rows are the words of all texts, each once', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l');
  const paragraphs = fc
    .uniqueArray(letter, { maxLength: 12 })
    .chain((ids) =>
      fc.tuple(fc.constant(ids), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })),
    )
    .map(([ids, joins]) =>
      ids
        .map((id, index) => (joins[index] ? '+' : ' ') + id)
        .join('')
        .slice(1),
    );
  fc.assert(
    fc.property(fc.array(paragraphs, { minLength: 1, maxLength: 4 }), (sources) => {
      const texts = sources.map((source, index) => text(`t${String(index)}`, source));
      const rows = toRows(texts);
      const all = texts.flatMap(({ body }) => body.paragraphs.map(({ plain }) => plain));
      const inRows = rows.body.flatMap(({ cells }) =>
        cells.flatMap(({ paragraphs: some }) => some.map(({ plain }) => plain)),
      );
      expect([...inRows].sort()).toEqual([...all].sort());
      const ids = rows.body.flatMap((row) => row.ids);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id, body } of texts) {
        const own = rows.body.flatMap(({ cells }) => cells.filter((cell) => cell.text === id));
        expect(own.flatMap((cell) => cell.paragraphs)).toHaveLength(body.paragraphs.length);
      }
    }),
  );
});
