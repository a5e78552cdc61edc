import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/*.real.test.ts', '**/node_modules/**'],
    // The official parser imports JSON without an import attribute, which plain Node refuses: let vite transform it.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
    testTimeout: 20_000,
  },
});
