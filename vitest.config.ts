// Three projects: the tests of every run, those that look at the HTML report with a browser, and the slow one that packs and installs.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/package.test.ts', 'test/browser/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'package', include: ['test/package.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
