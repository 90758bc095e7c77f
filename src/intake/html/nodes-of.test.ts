import { expect, test } from 'vitest';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { elementsOf, nodesOf } from './nodes-of.ts';

const parser = unified().use(rehypeParse, { fragment: true });

test('gives every element in the order of the page', () => {
  const tree = parser.parse('<p>The <b>tide</b> <i>comes <u>in</u></i></p><hr>');
  const names = [...elementsOf(tree)].map(({ tagName }) => tagName);
  expect(names).toEqual(['p', 'b', 'i', 'u', 'hr']);
});

test('gives comments too, and 400,000 neighbours within a second or two', () => {
  const tree = parser.parse('<!-- a --><b></b>'.repeat(200_000));
  expect([...nodesOf(tree)]).toHaveLength(400_001);
}, 30_000);
