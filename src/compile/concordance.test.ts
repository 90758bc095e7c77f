import { expect, test } from 'vitest';
import type { Paragraph } from '#model/compiled.ts';
import {
  checkCharacter,
  isArticleId,
  isEntityId,
  isParagraphId,
  isTextId,
  LEDE,
  type ParagraphId,
  TITLE,
} from '#model/ids.ts';
import type { Mention } from '#model/mention.ts';
import { concordanceOf } from './concordance.ts';
import type { TextWithBody } from './mentions.ts';

function paragraphId(number: number): ParagraphId {
  const stem = String(number).padStart(4, '0');
  const id = stem + checkCharacter(stem);
  if (!isParagraphId(id)) throw new Error(id);
  return id;
}

function paragraph(
  number: number,
  ordinal: number | null,
  more: Partial<Paragraph> = {},
): Paragraph {
  return {
    ...{ ids: [paragraphId(number)], kind: 'paragraph', marks: [], secondStory: false },
    ...{ ordinal, line: number, html: '<p>Cairo</p>', plain: 'Cairo', ...more },
  };
}

const [article, cairo] = ['presses', 'cairo'];
if (!isArticleId(article) || !isEntityId(cairo)) throw new Error('The ids are not ids.');
const id = { article, cairo };

/** A text that says nothing but a name, everywhere. */
function text(name: string, paragraphs: readonly Paragraph[]): TextWithBody {
  if (!isTextId(name)) throw new Error(name);
  const notes = [{ id: `${name}-note-1`, calls: [], html: '', plain: 'Cairo' }];
  return {
    summary: {
      ...{ id: name, article: id.article, file: `${name}.md`, lang: 'en', dir: 'ltr' },
      record: { role: 'original', title: 'Cairo', lede: 'Cairo' },
      ...{ ids: [], ordinals: [], unnumbered: 0, length: 0, body: '' },
    },
    body: { paragraphs, notes },
    lines: { of: 1, role: 1, title: 1, lede: 1, source: 1 },
  };
}

function everyMention({ summary, body }: TextWithBody): Mention[] {
  const found = { start: 0, end: 5, nameStart: 0, form: 'Cairo', by: 'full' } as const;
  const inText = { article: id.article, text: summary.id, entity: id.cairo, ...found };
  const ids = body.paragraphs.flatMap(({ ids: [first] }) => first ?? []);
  const inNotes = body.notes.map(({ id: note }) => ({ ...inText, paragraph: TITLE, note }));
  return [...[TITLE, LEDE, ...ids].map((one) => ({ ...inText, paragraph: one })), ...inNotes];
}

test('a row has the ordinal of the paragraph that its address names, in the text of that paragraph', () => {
  const texts = [
    text('en', [
      paragraph(1, null, { kind: 'heading' }),
      paragraph(2, 1),
      paragraph(3, 2),
      paragraph(5, null, { secondStory: true }),
    ]),
    text('ar', [paragraph(4, 1), paragraph(3, 2), paragraph(2, 3)]),
  ];
  const { cairo: found } = concordanceOf(id.article, texts, texts.flatMap(everyMention));
  const rows = (found?.line ?? '').matchAll(/"id":"([^"]+)"(?:,"ordinal":(\d+))?,"beside"/g);
  expect([...rows].map(([, row, ordinal]) => [row, ordinal && Number(ordinal)])).toEqual([
    ['title', undefined],
    ['lede', undefined],
    [paragraphId(4), 1],
    [paragraphId(1), undefined],
    [paragraphId(2), 1],
    [paragraphId(3), 2],
    [paragraphId(5), undefined],
    ['en-note-1', undefined],
    ['ar-note-1', undefined],
  ]);
});
