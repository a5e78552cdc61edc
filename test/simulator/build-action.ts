import { copyFile, cp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const ROOT = resolve(import.meta.dirname, '../..');
const ENTRIES = {
  prep: 'src/action/prep/prep.ts',
  evaluate: 'src/action/evaluate/evaluate.ts',
  report: 'src/action/report/report.ts',
  'report-action': 'src/action/report/report-action.ts',
  'engine-child': 'src/tasks/engines/llama-cpp/child.ts',
};

/**
 * Builds the action into a folder, as a release has it: `action.yml`, `dist/` and `engine/`.
 * @param main what the steps import as `src/app/main.ts`: the real one, or a stand-in that needs no model
 */
export async function buildAction(folder: string, main = join(ROOT, 'src/app/main.ts')): Promise<void> {
  const bundle = await rolldown({
    cwd: ROOT,
    input: ENTRIES,
    platform: 'node',
    external: ['node-llama-cpp'],
    plugins: [
      {
        name: 'main',
        // The stand-in may use what it stands in for.
        resolveId: (source: string, importer?: string) =>
          source.endsWith('/app/main.ts') && importer?.startsWith(join(ROOT, 'src/action')) ? main : null,
      },
    ],
    logLevel: 'silent',
  });
  await bundle.write({ dir: join(folder, 'dist'), format: 'esm', chunkFileNames: 'shared/[name].js' });
  await bundle.close();
  await copyFile(join(ROOT, 'action.yml'), join(folder, 'action.yml'));
  await cp(join(ROOT, 'report'), join(folder, 'report'), { recursive: true });
  await cp(join(ROOT, 'engine'), join(folder, 'engine'), { recursive: true });
  await cp(join(ROOT, 'suites'), join(folder, 'suites'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
}
