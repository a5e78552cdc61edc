import { copyFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const ROOT = resolve(import.meta.dirname, '../..');
const ENTRIES = ['prep', 'evaluate', 'report'];

/**
 * Builds the action into a folder, as a release has it: `action.yml` and `dist/`.
 * @param main what the steps import as `src/main.ts`: the real one, or a stand-in that needs no model
 */
export async function buildAction(folder: string, main: string): Promise<void> {
  const bundle = await rolldown({
    input: Object.fromEntries(ENTRIES.map((name) => [name, join(ROOT, 'src/actions', `${name}.ts`)])),
    platform: 'node',
    external: ['node-llama-cpp'],
    plugins: [
      {
        name: 'main',
        resolveId: (source: string) => (source === '../main.ts' ? main : null),
      },
    ],
    logLevel: 'silent',
  });
  await bundle.write({ dir: join(folder, 'dist'), format: 'esm', chunkFileNames: 'shared/[name].js' });
  await bundle.close();
  await copyFile(join(ROOT, 'action.yml'), join(folder, 'action.yml'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
}
