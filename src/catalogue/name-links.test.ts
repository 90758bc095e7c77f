import { expect, test } from 'vitest';
import { fixture } from './mention-in-tests.ts';
import { markMentions } from './name-links.ts';

const attributes = (entity: string): string | undefined =>
  entity === 'private' ? undefined : `href="/${entity}/"`;

function mark(html: string, plain: string, ...names: (readonly [string, string])[]): string {
  let from = 0;
  const mentions = names.map(([form, entity]) => {
    const start = plain.indexOf(form, from);
    from = start + form.length;
    return fixture(entity, start, from);
  });
  return markMentions(html, plain, mentions, { attributes, linked: new Set() });
}

test('the first mention is a link, the others are marked', () => {
  expect(mark('<p>Cairo and Cairo</p>', 'Cairo and Cairo', ['Cairo', 'c'], ['Cairo', 'c'])).toBe(
    '<p><a href="/c/">Cairo</a> and <span class="name">Cairo</span></p>',
  );
});

test('a link in code, a heading, a quotation or a link gives way to the next place', () => {
  expect(
    mark(
      '<p><code>Cairo</code> <a href="https://x.example">Cairo</a> Cairo</p>',
      'Cairo Cairo Cairo',
      ...(['c', 'c', 'c'] as const).map((entity) => ['Cairo', entity] as const),
    ),
  ).toBe('<p><code>Cairo</code> <a href="https://x.example">Cairo</a> <a href="/c/">Cairo</a></p>');
  expect(mark('<h2>Cairo</h2>', 'Cairo', ['Cairo', 'c'])).toBe('<h2>Cairo</h2>');
});

test('a mention may hold a whole element, escapes and line breaks, and never half an element', () => {
  expect(
    mark('<p>The <em>A &#x26; B</em>\nPress.</p>', 'The A & B Press.', ['A & B Press', 'p']),
  ).toBe('<p>The <em>A &#x26; B</em>\nPress.</p>');
  expect(
    mark('<p>The A <em>&#x26; B</em>\nPress.</p>', 'The A & B Press.', ['A & B Press', 'p']),
  ).toBe('<p>The <a href="/p/">A <em>&#x26; B</em>\nPress</a>.</p>');
});

test('the number of a note is no part of the words', () => {
  const call = '<sup><a href="#n" id="c" data-footnote-ref>1</a></sup>';
  expect(mark(`<p>Cairo${call} Press</p>`, 'Cairo Press', ['Press', 'p'])).toBe(
    `<p>Cairo${call} <a href="/p/">Press</a></p>`,
  );
});

test('who has no page gets no link and no mark', () => {
  expect(mark('<p>Cairo</p>', 'Cairo', ['Cairo', 'private'])).toBe('<p>Cairo</p>');
});
