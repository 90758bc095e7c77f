import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Some go through all that editors do wrong; on a busy machine that takes a while.
          testTimeout: 60_000,
          include: ['{bench,scripts,src}/**/*.test.ts', 'tests/*.test.ts'],
          setupFiles: ['tests/seed.ts'],
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/one-sample.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // Builds and browsers are processes of their own; more than two at a time only wait.
          maxWorkers: 2,
        },
      },
    ],
  },
});
