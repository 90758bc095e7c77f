import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Hand, shareOut } from './share-out.ts';

const ITEMS = Array.from({ length: 10 }, (_, place) => place);

/** A hand that needs some milliseconds for a part, and says what it has done. */
function hand(milliseconds: number, did: number[]): Hand<number, string> {
  return async (part) => {
    await wait(milliseconds);
    did.push(...part);
    return part.map((item) => `done ${String(item)}`);
  };
}

test('does every item once, and takes results in the order of the items', async () => {
  const [one, other]: [number[], number[]] = [[], []];
  const taken: string[] = [];
  await shareOut(ITEMS, 3, [hand(20, one), hand(1, other)], (result, item) => {
    expect(result).toBe(`done ${String(item)}`);
    taken.push(result);
  });
  expect([...one, ...other].sort((a, b) => a - b)).toEqual(ITEMS);
  expect(other[0]).toBe(3);
  expect(taken).toEqual(ITEMS.map((item) => `done ${String(item)}`));
});

test('waits for nobody: who is quicker does more', async () => {
  const [quick, slow]: [number[], number[]] = [[], []];
  await shareOut(ITEMS, 2, [hand(0, quick), hand(200, slow)], () => undefined);
  expect(slow).toEqual([2, 3]);
  expect(quick).toEqual([0, 1, 4, 5, 6, 7, 8, 9]);
});

test('fails with the hand that fails, and where a part comes back unfinished', async () => {
  const failing: Hand<number, string> = () => Promise.reject(new Error('no'));
  const lazy: Hand<number, string> = () => Promise.resolve([]);
  await expect(shareOut(ITEMS, 2, [failing], () => undefined)).rejects.toThrow('no');
  await expect(shareOut(ITEMS, 2, [lazy], () => undefined)).rejects.toThrow(RangeError);
});
