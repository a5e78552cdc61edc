import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

/** The check of `dist/` builds elsewhere. */
const DIST = process.env.WEIGHBRIDGE_DIST ?? 'dist';

/** Its types describe an ES module, and it is none. */
const license = createRequire(import.meta.url)('rollup-plugin-license') as (options: {
  thirdParty: { output: string };
}) => Plugin;

/**
 * One ESM bundle an entry point, with shared chunks. Not minified: `dist/` is committed and must be reviewable.
 * `node-llama-cpp` stays outside: it is installed on first need from `engine/`.
 */
export default defineConfig({
  input: {
    cli: 'src/cli/index.ts',
    prep: 'src/action/prep/prep.ts',
    evaluate: 'src/action/evaluate/evaluate.ts',
    report: 'src/action/report/report.ts',
    'report-action': 'src/action/report/report-action.ts',
    'engine-child': 'src/tasks/engines/llama-cpp/child.ts',
  },
  platform: 'node',
  external: ['node-llama-cpp'],
  // What is bundled keeps its licence: most ask for exactly that.
  plugins: [license({ thirdParty: { output: join(DIST, 'LICENSES.txt') } })],
  output: {
    dir: DIST,
    format: 'esm',
    chunkFileNames: 'shared/[name].js',
    minify: false,
  },
});
