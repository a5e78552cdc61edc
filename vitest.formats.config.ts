import { defineConfig } from 'vitest/config';

/** Results made afresh by the harnesses that `scripts/harnesses.ts` installs first. */
export default defineConfig({
  test: {
    include: ['test/harnesses/*.real.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    maxWorkers: 2,
  },
});
