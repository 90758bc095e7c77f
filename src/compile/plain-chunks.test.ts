import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseAroundPlain } from './plain-chunks.ts';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });
const parse = (source: string) => parser.parse(source);

/** What Markdown knows, and what looks like it; the lines of a text are made of these. */
const PIECES = [
  ...[
    'words',
    'word. ',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\n\n\n',
    '\n   \n',
    'كلمات عربية، ',
    '1821',
  ],
  ...[
    '# ',
    ' #',
    '## ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '1) ',
    '12',
    '> ',
    '    ',
    '```',
    '~~~',
    '===',
    '---',
  ],
  ...[
    '*',
    '**',
    '_',
    '`',
    '~~',
    '[',
    ']',
    '[a]',
    '[a word](entity:b-c)',
    '[كلمات](entity:b1)',
    '(entity:b)',
    '(b)',
    '[^1]',
    '[^1]: ',
    '[a]: /b',
    '![',
    '!',
    '|',
  ],
  ...[
    '|-|',
    ':-',
    ':',
    '<',
    '>',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<?',
    '<div>',
    '<script>',
    '&',
    '&amp;',
  ],
  ...[
    '\\',
    '\\\n',
    'www.',
    'www.a.org',
    'http://a.org',
    'a@b.org',
    '@',
    '{#k3f9c}',
    '{',
    '}',
    '#',
    '=',
  ],
  ...[
    '“quoted”',
    '"',
    "'",
    '(',
    ')',
    '…',
    '\u200F',
    '\u00A0',
    '\u2028',
    '\uFEFF',
    '\0',
    '\r\n',
    '😀',
  ],
  ...['+', '-', '/', '%', '$', '^', ';', '?', ',', '.'],
];
const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 })
  .map((some) => some.join(''));
const plain = fc.constantFrom(
  ...[
    'Words and words.',
    'كلمات. {#k3f9c}',
    'Two\nlines.',
    '(Words) - “and” words',
    '12 words: 3/4!',
  ],
);
const text = fc
  .array(fc.tuple(fc.oneof(line, plain), fc.constantFrom('\n\n', '\n\n', '\n', '\n \n\n', '')))
  .map((some) => some.flat().join(''));

test('any text has the tree that the parser makes of it', () => {
  fc.assert(
    fc.property(text, (source) => {
      expect(parseAroundPlain(source, parse)).toEqual(parse(source));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('the texts, documents and examples that are here have it too', () => {
  const project = join(import.meta.dirname, '../..');
  const files = ['README.md', 'docs/*.md', 'content/**/*.md', 'tests/problems/markers*.txt'];
  for (const file of globSync(files, { cwd: project })) {
    const source = readFileSync(join(project, file), 'utf8');
    expect(parseAroundPlain(source, parse), file).toEqual(parse(source));
  }
});

test('of a text of nothing but words, nothing is left to parse', () => {
  const source = '\nOne.\n\nTwo.\nThree. {#k3f9c}\n\n';
  const never = () => {
    throw new Error('There is nothing to parse.');
  };
  expect(parseAroundPlain(source, never)).toEqual(parse(source));
});
