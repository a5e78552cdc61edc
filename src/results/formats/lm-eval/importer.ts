import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Side } from '../../../core/domain/run.ts';
import { attempt } from '../attempt.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { aggregatesOf } from './aggregates.ts';
import { joinGroups } from './groups.ts';
import { locate, noSamples, samplesFile, theResultsFile } from './locate.ts';
import { type ResultsFile, readResultsFile } from './results-file.ts';
import { toRun } from './run.ts';
import { type LeafTask, readTask } from './task.ts';

export const lmEval: Importer = {
  name: 'lm-evaluation-harness',
  summary:
    'results and logged samples of 0.3 to 0.4.13: the folder given as --output_path, or one results file',

  async detect(path) {
    const { results, samples } = await locate(path);
    return results.length + samples.length > 0;
  },

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const runs = await attempt(faults, async () =>
      loadRun(await readResultsFile(await theResultsFile(path)), side, faults),
    );
    return { runs: runs ?? [], faults };
  },
};

async function loadRun(source: ResultsFile, side: Side, faults: WeighbridgeError[]): Promise<ForeignRun[]> {
  const files = new Map(leafTasks(source).map((task) => [task, samplesFile(source, task)]));
  // A run without any samples logged none. One that lacks those of a task has lost them.
  const logged = [...files.values()].some((file) => file !== null);
  const leaves = new Map<string, LeafTask>();
  for (const [task, file] of files) {
    const leaf = await attempt(faults, async () => {
      if (logged && file === null) throw noSamples(source, task);
      return readTask(source, task, file);
    });
    if (leaf !== null) leaves.set(task, leaf);
  }
  const tasks = joinGroups(source, leaves);
  if (tasks.length === 0 && faults.length === 0) {
    throw new WeighbridgeError('data', 'no task has a metric', { at: { file: source.file } });
  }
  const runs: ForeignRun[] = [];
  for (const task of tasks) await attempt(faults, async () => runs.push(toRun(source, task, side)));
  return runs.sort((a, b) => (a.record.task < b.record.task ? -1 : 1));
}

/** Rows of `results` that are not the sum of others. */
function leafTasks({ results }: ResultsFile): string[] {
  const { group_subtasks: groups, configs } = results;
  return Object.keys(results.results).filter((task) => {
    if ((groups[task] ?? []).length > 0) return false;
    // In 0.4.0 and 0.4.1 groups are told by their having no config; their standard errors are wrong.
    if (Object.keys(configs).length > 0 && configs[task] === undefined) return false;
    return aggregatesOf(results.results[task]).length > 0;
  });
}
