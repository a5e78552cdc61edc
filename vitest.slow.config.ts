import { defineConfig } from 'vitest/config';
import real from './vitest.real.config.ts';

/** Simulations of chance, whole evaluations that are killed and gone on with, and the real result files of `../shared`. */
export default defineConfig({
  ...real,
  test: {
    ...real.test,
    include: ['test/**/*.slow.test.ts'],
    setupFiles: ['test/support/property-seed.ts', 'test/support/no-job.ts'],
    testTimeout: 900_000,
  },
});
