import { defineConfig } from 'vitest/config';

/** Slower checks against the real engine, which is installed on the first run and forked from `dist/`. */
export default defineConfig({
  // GitHub's packages name source maps that they do not ship, a warning for each file.
  logLevel: 'error',
  test: {
    include: ['test/**/*.real.test.ts'],
    // These need lm_eval, `npm run test:lm-eval`, and all harnesses, `npm run test:formats`.
    exclude: ['test/**/lm-eval*.real.test.ts', 'test/harnesses/**', '**/node_modules/**'],
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions|languageservice)/] } },
    // On a busy machine what is waited for comes late.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // An engine of a fixture checkpoint takes one core.
    maxWorkers: 2,
  },
});
