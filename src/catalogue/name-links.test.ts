import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixture } from './mention-in-tests.ts';
import { markMentions } from './name-links.ts';

const hasPage = (entity: string): boolean => entity !== 'private';

function mark(html: string, plain: string, ...names: (readonly [string, string])[]): string {
  let from = 0;
  const mentions = names.map(([form, entity]) => {
    const start = plain.indexOf(form, from);
    from = start + form.length;
    return fixture(entity, start, from);
  });
  const marked = markMentions(html, plain, mentions, { hasPage, linked: new Set() });
  return marked.replaceAll(/href="entity:(\w+)"/g, 'href="/$1/"');
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

test.each([
  ['The A <em>&#x26; B</em>\nPress.', 'The <a href="/p/">A <em>&#x26; B</em>\nPress</a>.'],
  ['The <em>A &#x26; B</em>\nPress.', 'The <a href="/p/"><em>A &#x26; B</em>\nPress</a>.'],
  ['The A &#x26; <b>B Press</b>.', 'The <a href="/p/">A &#x26; <b>B Press</b></a>.'],
  ['The A &#x26; <b>B <i>Press</i></b>.', 'The <a href="/p/">A &#x26; <b>B <i>Press</i></b></a>.'],
  [
    'The <b lang="en">A &#x26;</b> <i>B Press</i>.',
    'The <a href="/p/"><b lang="en">A &#x26;</b> <i>B Press</i></a>.',
  ],
])('a link goes around an element whose words all belong to the name: %s', (html, marked) => {
  expect(mark(`<p>${html}</p>`, 'The A & B Press.', ['A & B Press', 'p'])).toBe(`<p>${marked}</p>`);
});

test.each([
  '<em>The A &#x26; B</em> Press.',
  'The A &#x26; B <em>Press.</em>',
  'The A &#x26; <a href="https://x.example">B</a> Press.',
  'The A &#x26; <code>B</code> Press.',
])(
  'no link where a part of an element would stay outside, or a link or code within: %s',
  (html) => {
    expect(mark(`<p>${html}</p>`, 'The A & B Press.', ['A & B Press', 'p'])).toBe(`<p>${html}</p>`);
  },
);

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a ', 'b ', 'c ', 'c', 'd '),
    fc
      .tuple(fc.constantFrom('em', 'strong', 'a', 'span', 'code'), fc.array(tie('tree')))
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
  ),
}));

test('elements nest as before, whatever they are and wherever mentions stand', () => {
  const trees = fc.array(tree, { minLength: 2, maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(trees, fc.array(fc.nat(6), { maxLength: 12 }), (html, lengths) => {
      const plain = html.replaceAll(/<[^>]*>/g, '');
      let from = 0;
      const mentions = lengths.flatMap((length) => {
        const start = from;
        from += length;
        return /\S/.test(plain.slice(start, from)) ? [fixture('c', start, from)] : [];
      });
      const marked = markMentions(html, plain, mentions, {
        hasPage: () => true,
        linked: new Set(),
      });
      const open: string[] = [];
      for (const [, slash, tag = '', attributes] of marked.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
        if (slash !== '') expect(open.pop()?.replace('!', '')).toBe(tag);
        else {
          if (tag === 'a') expect(open).not.toContain('a!');
          if (attributes !== '') expect(open).not.toContain('a');
          // A link of ours has an attribute, unlike those that were there before.
          open.push(attributes === '' ? tag : `${tag}!`);
        }
      }
      expect(open).toEqual([]);
      expect(marked.replaceAll(/<[^>]*>/g, '')).toBe(plain);
    }),
  );
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
