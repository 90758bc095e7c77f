import { setImmediate as others } from 'node:timers/promises';

/** In milliseconds. */
const WITHOUT_REST = 50;

/**
 * For long work in which nothing waits: whatever else goes on in this process, messages of others
 * too, would wait for all of it. What this makes is called after each step, and rests now and then.
 */
export function rests(): () => Promise<void> | undefined {
  let rested = performance.now();
  return () => {
    if (performance.now() - rested < WITHOUT_REST) return undefined;
    return others().then(() => {
      rested = performance.now();
    });
  };
}
