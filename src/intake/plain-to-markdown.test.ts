import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockToPlain, markdownToHtml, parseMarkdown } from '#compile/markdown.ts';
import { plainToMarkdown, tidy } from './plain-to-markdown.ts';

function shown(markdown: string): string {
  const { tree } = parseMarkdown(markdown);
  return (tree ? markdownToHtml(tree, '_').blocks : []).map(blockToPlain).join('\n\n');
}

test.each([
  ['a list of one', '1. April was warm', '1\\. April was warm'],
  ['a heading', '# 5 presses', '\\# 5 presses'],
  ['stars and lines', 'the *old* mill_wheel __here__', 'the \\*old\\* mill_wheel \\_\\_here\\_\\_'],
  ['HTML', '<b>x</b> & &amp; 5 < 6', '\\<b>x\\</b> & \\&amp; 5 < 6'],
  ['an address', 'see https://example.org/a_b_c', 'see https://example.org/a_b_c'],
  [
    'nothing of the sort',
    'Nothing, really: (a) 5 > 3 – “yes”!',
    'Nothing, really: (a) 5 > 3 – “yes”!',
  ],
])('escapes %s and nothing else', (_, words, markdown) => {
  expect(plainToMarkdown([words])).toBe(markdown);
});

const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '`',
        '\\',
        '#',
        '-',
        '+',
        '|',
        '~~',
        '&amp;',
        '!',
        '=',
      ),
      fc.constantFrom(
        '1.',
        '[x]: y',
        '[^1]',
        'http://a.b/_c_',
        'www.a.b',
        'a@b.c',
        ' ',
        '  ',
        'و',
        'word',
        ':--',
        '{#k3f9c}',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) =>
    parts
      .join('')
      .replaceAll(/[\p{C}\u2028\u2029\u0085]/gu, '')
      .trim(),
  )
  .filter((words) => /\S/.test(words));

test('Markdown says the very words, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      expect(tidy(shown(plainToMarkdown(lines)))).toBe(tidy(lines.join('\n')));
    }),
    { numRuns: 300 },
  );
}, 60_000);
