import { expect, test } from 'vitest';
import { readBody } from './body.ts';

function read(source: string): { ids: (readonly string[])[]; codes: string[] } {
  const { blocks, problems } = readBody(source);
  const codes = problems.map(({ code }) => code).filter((code) => code !== 'unnumbered');
  return { ids: blocks.map(({ marker }) => marker?.ids ?? []), codes };
}

test.each([
  'The press is called \\{#k3f9c}',
  'The press is called \\{#k3f9c} in the ledger.',
  'The press is called &#123;#k3f9c}',
  '## The press \\{#sec:press}',
  '- One press\n- another \\{.old}',
  '| press |\n| --- |\n| \\{#k3f9c} |',
  '\\{#k3f9c}',
  'See https://example.org/{#k3f9c}',
  'It stops at \\{#k3f9c',
])('a brace behind a backslash opens no marker: %s', (source) => {
  expect(read(source)).toEqual({ ids: [[]], codes: [] });
});

test('a marker behind words that look like one is still a marker', () => {
  const { blocks } = readBody('The press \\{#k3f9c} {.caption}');
  expect(blocks.map(({ marker }) => marker?.marks)).toEqual([['caption']]);
});

test('readers see the brace without its backslash', () => {
  const { tree } = readBody('The press \\{#k3f9c}');
  expect(JSON.stringify(tree)).toContain('The press {#k3f9c}');
});

test('a backslash that is escaped itself escapes nothing', () => {
  expect(read('The press \\\\{#k3f9c}').ids).not.toEqual([[]]);
});
