import { defineConfig } from 'vitest/config';

/** Our metrics beside the Python libraries that they are held to, which `scripts/references.ts` installs first. */
export default defineConfig({
  test: {
    include: ['test/**/*.references.test.ts'],
    setupFiles: ['test/support/property-seed.ts'],
    testTimeout: 300_000,
    hookTimeout: 900_000,
    maxWorkers: 2,
  },
});
