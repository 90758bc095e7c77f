import { describe, expect, it } from 'vitest';
import { applyFacts } from './apply-facts.ts';
import type { OutsideBlock, OutsideDocument } from './document.ts';
import { draftDocument } from './draft-document.ts';

/** A document of paragraphs and headings (`## …`) with a title that stands beside them. */
function titled(title: string, ...paragraphs: readonly string[]): OutsideDocument {
  const blocks = paragraphs.map((markdown, index): OutsideBlock => {
    const [, signs = ''] = /^(#+) /.exec(markdown) ?? [];
    const plain = markdown.slice(signs === '' ? 0 : signs.length + 1);
    const line = index + 1;
    return signs === ''
      ? { kind: 'paragraph', markdown, plain, line }
      : { kind: 'heading', level: signs.length, markdown, plain, line };
  });
  return {
    name: 'post',
    blocks,
    facts: [{ key: 'title', value: title, from: 'the export' }],
    hasTitleApart: true,
    dropped: [],
    pictures: [],
    notices: [],
    source: { name: 'post.xml', bytes: new Uint8Array() },
    addresses: [],
  };
}

/** Titles, paragraphs and what was dropped, by language. */
function read(document: OutsideDocument): Record<string, readonly string[]> {
  const { drafts } = draftDocument(document, ['en', 'ar']);
  const texts = applyFacts(drafts, document.facts, 0).drafts;
  return Object.fromEntries(
    texts.map(({ lang, title, body, dropped }) => [
      lang,
      [
        `= ${title ?? ''}`,
        ...body.map(({ markdown }) => markdown),
        ...dropped.map((line) => `- ${line}`),
      ],
    ]),
  );
}

const MILL =
  'The mill stood on the river for two hundred years, and in all of them it was never still for a whole day.';
const OWNERS =
  'Its owners changed with every war that passed through the valley, and most of them left nothing but a date over the door.';
const TAHUNA =
  'وقفت الطاحونة على النهر مئتي سنة، ولم تهدأ في يوم كامل منها قط، حتى في سنوات الجفاف.';

describe('a title that stands beside the words', () => {
  it('leaves the first heading of a text where it stands', () => {
    expect(read(titled('The mill of the valley', '## Its wheel', MILL, OWNERS))).toEqual({
      en: ['= The mill of the valley', '## Its wheel', MILL, OWNERS],
    });
  });

  it('leaves a short first line where it stands', () => {
    expect(read(titled('The mill of the valley', '**Wheel and stone**', MILL, OWNERS))).toEqual({
      en: ['= The mill of the valley', '**Wheel and stone**', MILL, OWNERS],
    });
  });

  it('is printed once where the words begin with it', () => {
    expect(read(titled('The Mill of the Valley!', '# The mill of the valley', MILL))).toEqual({
      en: ['= The mill of the valley', MILL],
    });
  });

  it('goes to the text in its own script; the other keeps its headline', () => {
    expect(
      read(titled('The mill of the valley', '## طاحونة الوادي', TAHUNA, '## Its wheel', MILL)),
    ).toEqual({
      ar: ['= طاحونة الوادي', TAHUNA],
      en: ['= The mill of the valley', '## Its wheel', MILL],
    });
  });

  it('in two scripts is that of two texts, a half of each', () => {
    const title = 'The mill of the valley | طاحونة الوادي';
    const printed = ['## The mill of the valley', MILL, '## طاحونة الوادي', TAHUNA];
    const expected = {
      en: ['= The mill of the valley', MILL],
      ar: ['= طاحونة الوادي', TAHUNA],
    };
    expect(read(titled(title, MILL, TAHUNA))).toEqual(expected);
    expect(read(titled(title, MILL))).toEqual({ en: [`= ${title}`, MILL] });
    const { en, ar } = read(titled(title, ...printed));
    expect([en, ar?.slice(0, 2)]).toEqual([expected.en, expected.ar]);
  });

  it('may be a number, which is of any script', () => {
    expect(read(titled('1874', '## عجلتها', TAHUNA))).toEqual({
      ar: ['= 1874', '## عجلتها', TAHUNA],
    });
  });
});

describe('headings inside a text', () => {
  it('are not guessed where some are marked', () => {
    const document = titled('The mill', MILL, 'A wheel', OWNERS, '### The end', MILL);
    expect(read(document).en?.slice(1)).toEqual([MILL, 'A wheel', OWNERS, '### The end', MILL]);
  });

  it('are short lines between paragraphs where none is marked, strong or not', () => {
    const document = (line: string): OutsideDocument => titled('The mill', MILL, line, OWNERS);
    for (const line of ['A wheel', '**A wheel**']) {
      expect(read(document(line)).en?.slice(1)).toEqual([MILL, '## A wheel', OWNERS]);
    }
  });
});
