import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileBody } from './body.ts';
import { takeSaid } from './said.ts';
import { blockToHtml, blockToPlain, markdownToHtml, parseMarkdown } from './markdown.ts';

test('paragraphs of nothing but words and names have the HTML and the plain words that conversion makes of them', () => {
  const words = fc.string({ unit: 'binary', maxLength: 12 });
  const some = fc.constantFrom(
    ...[
      'Words.',
      'Two words',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '\n\n',
      '\n\n',
      '\u00A0',
      '\u200F',
      '\u200B',
      '“',
    ],
    ...[
      'a<b',
      'a&b',
      '*em*',
      '# Heading\n\n',
      'كلمات',
      'of [a Name](entity:b-c)',
      '[كلمات](entity:none) ',
      '[a](entity:b)',
      '[^1]',
      '\n\n[^1]: Note.\n\n',
      '😀',
      '\uFEFF',
    ],
  );
  const text = fc.array(fc.oneof(some, words)).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (source) => {
      // What markers may stand in it is taken out of a tree, and is no matter here.
      fc.pre(!source.includes('{'));
      const { tree } = parseMarkdown(source);
      const html = tree ? markdownToHtml(tree, 'en') : { blocks: [], notes: [] };
      const { body } = compileBody(source, 'en');
      expect(body.paragraphs.map((one) => one.html)).toEqual(
        html.blocks.map((block) => takeSaid(blockToHtml(block), blockToPlain(block)).html),
      );
      expect(body.paragraphs.map((one) => one.plain)).toEqual(html.blocks.map(blockToPlain));
      expect(body.notes).toEqual(html.notes);
    }),
    { numRuns: 300 },
  );
}, 60_000);
