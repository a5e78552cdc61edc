import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/*.real.test.ts', '**/node_modules/**'],
    // The official parser imports JSON without an import attribute, which plain Node refuses: let vite transform it.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions|languageservice)/] } },
    // No test leaves anything behind in a module, and many wait for a process or a timer: share modules, overlap waiting.
    isolate: false,
    maxWorkers: 3,
    testTimeout: 20_000,
  },
});
