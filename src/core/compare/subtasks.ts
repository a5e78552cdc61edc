import { designOf, type TaskRun } from '../domain/run.ts';
import { lacks, type SampleRecord } from '../domain/sample.ts';

/** Groups that the samples of a run name, such as the subjects of MMLU: each may be gated as a task of its own. */
export function subtasksOf({ record, samples }: TaskRun): string[] {
  // A run that stopped early asked as many of a subtask as its order happened to bring.
  if (designOf(record) !== 'full') return [];
  if (lacks(samples, 'group')) return [];
  const groups = new Set<string>();
  for (const { group } of samples) if (group !== undefined) groups.add(group);
  return [...groups].sort();
}

/**
 * The runs, and one more for every subtask among the tasks that gates name: its samples alone, under its own name.
 * @param gated names of tasks
 */
export function withSubtasks(runs: readonly TaskRun[], gated: readonly string[]): readonly TaskRun[] {
  const known = new Set(runs.map(({ record }) => record.task));
  const named = new Set(gated.filter((task) => !known.has(task)));
  if (named.size === 0) return runs;
  const own = runs.flatMap((run) =>
    subtasksOf(run)
      .filter((group) => named.has(group))
      .map((group) => subtaskRun(run, group)),
  );
  return [...runs, ...own];
}

function subtaskRun({ record, samples }: TaskRun, task: string): TaskRun {
  const own: SampleRecord[] = [];
  for (const sample of samples) if (sample.group === task) own.push(sample);
  const planned = new Set(own.map(({ id }) => id)).size;
  return { record: { ...record, task, planned }, samples: own };
}
