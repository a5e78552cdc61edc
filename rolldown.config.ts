import { createRequire } from 'node:module';
import { basename, join, relative, resolve } from 'node:path';
import { defineConfig, type Plugin, type PreRenderedChunk } from 'rolldown';
import sbom from 'rollup-plugin-sbom';

const SRC = resolve(import.meta.dirname, 'src');
/** The check of `dist/` builds elsewhere. */
const DIST = process.env.WEIGHBRIDGE_DIST ?? 'dist';

/** Its types describe an ES module, and it is none. */
const license = createRequire(import.meta.url)('rollup-plugin-license') as (options: {
  thirdParty: { output: string };
}) => Plugin;

/**
 * A chunk is called by what it holds: `tasks-runners-registry.js` for our own code, `npm-zod.js` for a package's; by its last
 * module, which is the one that the others are there for. Where a
 * package is imported on need, in several parts, the file is named as well.
 */
function chunkName({ moduleIds, isDynamicEntry, facadeModuleId }: PreRenderedChunk): string {
  const own = moduleIds.findLast((id) => id.startsWith(SRC));
  if (own !== undefined) return dashed(own);
  if (moduleIds.length === 0 && facadeModuleId !== null) return `${dashed(facadeModuleId)}-on-need`;
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(moduleIds.at(-1) ?? '') ?? [];
  if (name === undefined) return 'rolldown-runtime';
  const file = isDynamicEntry
    ? `-${basename(moduleIds.at(-1) ?? '').replace(/(-[A-Z0-9]{8})?\.\w+$/, '')}`
    : '';
  return `npm-${name.replace('@', '').replace('/', '-')}${file}`;
}

const dashed = (id: string) => relative(SRC, id).replace(/\.ts$/, '').replaceAll('/', '-');

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
    'code-child': 'src/tasks/scorers/code/child.ts',
  },
  platform: 'node',
  external: ['node-llama-cpp'],
  plugins: [
    // What is bundled keeps its licence: most ask for exactly that.
    license({ thirdParty: { output: join(DIST, 'LICENSES.txt') } }),
    // And is listed, as CycloneDX: packages that are bundled, not what is installed. The same again for the same lock.
    sbom({ outDir: '.', outFilename: 'sbom.cdx', includeWellKnown: false, saveTimestamp: false }),
  ],
  // As groups without their dependencies ask for.
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: DIST,
    cleanDir: true,
    format: 'esm',
    chunkFileNames: (chunk) => `shared/${chunkName(chunk)}.js`,
    // Nearly every command needs nearly all of these, in modules of a few lines: a file each costs more to open than to read.
    codeSplitting: {
      groups: [
        { name: 'core-domain', test: /src\/core\/domain\//, includeDependenciesRecursively: false },
        { name: 'adapters-process', test: /src\/adapters\/process\//, includeDependenciesRecursively: false },
      ],
    },
    minify: false,
  },
});
