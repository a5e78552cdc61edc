import { defineConfig } from 'vitest/config';

export default defineConfig({
  // GitHub's packages name source maps that they do not ship, a warning for each file.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    // Whatever takes a second or more has a name for what it does besides, and a command of its own.
    exclude: ['**/*.{integration,simulation,real,slow,references}.test.ts', '**/node_modules/**'],
    setupFiles: ['test/support/property-seed.ts', 'test/support/no-job.ts'],
    // The official parser imports JSON without an import attribute, which plain Node refuses: let vite transform it.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions|languageservice)/] } },
    // No test leaves anything behind in a module, and many wait for a process or a timer: share modules, overlap waiting.
    isolate: false,
    maxWorkers: 3,
    // On a busy machine what is waited for comes late.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 180_000,
  },
});
