import { defineConfig } from 'rolldown';

/**
 * One ESM bundle an entry point, with shared chunks. Not minified: `dist/` is committed and must be reviewable.
 * `node-llama-cpp` stays outside: it is installed on first need from `engine/`.
 */
export default defineConfig({
  input: {
    cli: 'src/cli/index.ts',
    prep: 'src/actions/prep.ts',
    evaluate: 'src/actions/evaluate.ts',
    report: 'src/actions/report.ts',
    'engine-child': 'src/engines/llama-cpp/child.ts',
  },
  platform: 'node',
  external: ['node-llama-cpp'],
  output: {
    dir: 'dist',
    format: 'esm',
    chunkFileNames: 'shared/[name].js',
    minify: false,
    legalComments: 'inline',
  },
});
