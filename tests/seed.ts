import fc from 'fast-check';

/**
 * Property tests try the same cases every time, so that a change is judged by what it changes.
 * `SEED=$RANDOM` tries others; what fails then belongs into a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_250_101) });
