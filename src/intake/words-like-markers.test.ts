import { expect, test } from 'vitest';
import { readBody } from '#compile/body.ts';
import { markdownToDocument } from './formats/markdown.ts';
import { textToDocument } from './formats/text.ts';
import { htmlToBlocks } from './formats/html-blocks.ts';
import { readDocument } from './plan-article.ts';
import { keepAsWords } from './words-like-markers.ts';

const SOURCE = { name: 'press.md', bytes: new Uint8Array() };

function problemsOf(markdown: string): string[] {
  const codes = readBody(markdown).problems.map(({ code }) => code);
  return codes.filter((code) => code !== 'unnumbered');
}

test.each([
  'The press {#k3f9c}',
  'The press {#k3f9c} prints.',
  'The press { .old } and *more*.',
  'The press {\\#k3f9c}',
  'The press }#k3f9c{',
  '> The press {#k3f9c}\n> prints {#press}',
])('words that look like a marker are escaped: %s', (markdown) => {
  const kept = keepAsWords(markdown);
  expect(kept).toContain('\\{');
  expect(problemsOf(kept)).toEqual([]);
});

test('braces of other words, of code and with a backslash are left alone', () => {
  const markdown = 'The press {old} says `{#k3f9c}` and \\{#k3f9c}.';
  expect(keepAsWords(markdown)).toBe(markdown);
});

test('plain text and posts have no markers', () => {
  const { blocks } = textToDocument('The press stood at the quay. {#k3f9c}', SOURCE);
  expect(blocks[0]?.markdown).toBe('The press stood at the quay. \\{#k3f9c}');
  expect(blocks[0]?.plain).toBe('The press stood at the quay. {#k3f9c}');
  const post = htmlToBlocks('<p>The press stood at the quay. {#k3f9c}</p>');
  expect(post.blocks[0]?.markdown).toBe('The press stood at the quay. \\{#k3f9c}');
});

test('attributes of Pandoc become words, and a whole marker stays', async () => {
  const words = `## The quay {#sec:quay}

The press stood at the quay. {#k3f9c}

![The press](https://example.org/press.png){#fig:one width=50%}

{#sec:alone}
`;
  const document = await markdownToDocument(words, { name: 'press.md', beside }, SOURCE.bytes);
  if ('problems' in document) throw new Error('The document cannot be read.');
  const whole = document.blocks.map(({ markdown }) => markdown).join('\n\n');
  expect(whole).toContain('## The quay \\{#sec:quay}');
  expect(whole).toContain('\\{#fig:one width=50%}');
  expect(whole).toContain('\\{#sec:alone}');
  expect(whole).toContain('at the quay. {#k3f9c}');
  expect(problemsOf(whole)).toEqual([]);
  const { read, problems } = readDocument(document, '0'.repeat(64), ['en']);
  expect(problems).toEqual([]);
  expect(read?.drafts).toHaveLength(1);
});

function beside(): Promise<null> {
  return Promise.resolve(null);
}
