import { defineConfig } from 'vitest/config';

/** Checks with the real lm_eval, which `scripts/lm-eval-environment.ts` installs first. */
export default defineConfig({
  test: {
    include: ['test/**/lm-eval*.real.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Each program of a test has one core.
    maxWorkers: 2,
  },
});
