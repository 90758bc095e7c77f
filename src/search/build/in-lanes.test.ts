import { expect, test } from 'vitest';
import { inLanes } from './in-lanes.ts';

test('does so many at a time, and keeps the order', async () => {
  let [running, most] = [0, 0];
  const results = await inLanes([5, 1, 4, 2, 3], 2, async (ticks) => {
    running += 1;
    most = Math.max(most, running);
    for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
    running -= 1;
    return ticks * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test('fails with the first that fails', async () => {
  const task = (item: number): Promise<number> =>
    item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item);
  await expect(inLanes([1, 2, 3], 2, task)).rejects.toThrow('two');
  await expect(inLanes([], 2, task)).resolves.toEqual([]);
});
