import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { attempt } from '../attempt.ts';
import { directionsOf } from '../directions.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { commonDirection } from '../own-metrics.ts';
import { parseSelection } from '../selection.ts';
import { type HelmRun, readHelmRun } from './read.ts';
import { toRun } from './run.ts';

/** `benchmark_output/runs/<suite>/<run>`. */
const MAX_DEPTH = 3;

export const helm: Importer = {
  name: 'HELM',
  summary: 'a run folder of helm-run, or a folder of runs of one model',

  async detect(path) {
    return (await runFolders(parseSelection(path).file, MAX_DEPTH)).length > 0;
  },

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const runs = await attempt(faults, async () => {
      const selection = parseSelection(path);
      const directions = directionsOf(selection, commonDirection);
      const read: HelmRun[] = [];
      for (const folder of await runFolders(selection.file, MAX_DEPTH)) {
        await attempt(faults, async () => read.push(await readHelmRun(folder)));
      }
      checkOneModel(read, selection.file);
      const model = read
        .map(({ digest }) => digest)
        .sort()
        .join();
      const found: ForeignRun[] = [];
      for (const run of read) {
        await attempt(faults, async () => found.push(toRun(run, side, model, directions)));
      }
      return found.sort((a, b) => (a.record.task < b.record.task ? -1 : 1));
    });
    return { runs: runs ?? [], faults };
  },
};

/** @throws WeighbridgeError `data` for runs of several models, as a suite has them, or of one scenario twice */
function checkOneModel(runs: readonly HelmRun[], file: string): void {
  const several = (of: (run: HelmRun) => string) => new Set(runs.map(of)).size;
  if (several(({ model }) => model) <= 1 && several(({ task }) => task) === runs.length) return;
  const list = runs.map(({ folder, model }) => `  ${folder} (${model})`).join('\n');
  throw new WeighbridgeError('data', `runs of several models, or of one scenario, lie here:\n${list}`, {
    at: { file },
    fix: 'name one run folder, or a folder with the runs of one model',
  });
}

const FILES = ['run_spec.json', 'stats.json', 'per_instance_stats.json'];

/** What lacks one of these never finished. */
async function runFolders(path: string, depth: number): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return [];
  if (existsSync(join(path, 'run_spec.json'))) {
    return FILES.slice(1).some((file) => existsSync(join(path, file))) ? [path] : [];
  }
  if (depth === 0) return [];
  const entries = await readdir(path, { withFileTypes: true });
  const inner: string[] = [];
  for (const { name } of entries
    .filter((entry) => entry.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    inner.push(...(await runFolders(join(path, name), depth - 1)));
  }
  return inner;
}
