import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestChain } from './chain.ts';

test('a link that crosses two others gives way to them', () => {
  const links = [
    { left: 0, right: 2 },
    { left: 1, right: 0 },
    { left: 2, right: 1 },
  ];
  expect(longestChain(links)).toEqual(links.slice(1));
});

test('what is left runs forward in both texts, and one paragraph may be in several links', () => {
  const position = fc.nat({ max: 12 });
  fc.assert(
    fc.property(fc.array(fc.record({ left: position, right: position })), (links) => {
      const chain = longestChain(links);
      for (const [index, link] of chain.slice(1).entries()) {
        expect(link.left).toBeGreaterThanOrEqual(chain[index]?.left ?? 0);
        expect(link.right).toBeGreaterThanOrEqual(chain[index]?.right ?? 0);
      }
    }),
  );
  const both = [
    { left: 3, right: 1 },
    { left: 3, right: 2 },
  ];
  expect(longestChain(both)).toEqual(both);
});
