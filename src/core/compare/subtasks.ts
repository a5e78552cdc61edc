import { designOf, type TaskRun } from '../domain/run.ts';
import { lacks, renamed, type SampleRecord } from '../domain/sample.ts';

/** Groups that the samples of a run name, such as the subjects of MMLU: each may be gated as a task of its own. */
export function subtasksOf({ record, samples }: TaskRun): string[] {
  // A run that stopped early asked as many of a subtask as its order happened to bring.
  if (designOf(record) !== 'full') return [];
  if (record.aggregates !== undefined)
    return (record.parts ?? [])
      .flatMap(({ task, aggregates }) => (aggregates === undefined ? [] : task))
      .sort();
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

/** As its harness ran it, where the run says how, under the ids that it has there. */
export function subtaskRun(
  { record: { parts, aggregates, ...record }, samples }: TaskRun,
  task: string,
): TaskRun {
  const part = parts?.find((each) => each.task === task);
  const known = {
    ...{ ...record, task, fingerprint: part?.fingerprint ?? record.fingerprint },
    metrics: record.metrics.map(({ group_average: _, ...metric }) => metric),
  };
  if (aggregates !== undefined)
    return { record: { ...known, aggregates: part?.aggregates ?? [] }, samples: [] };
  const own: SampleRecord[] = [];
  for (const sample of samples) {
    if (sample.group !== task) continue;
    const { id } = sample;
    const ownId = id.startsWith(`${task}/`) ? id.slice(task.length + 1) : id;
    own.push(part === undefined ? sample : renamed(sample, { id: ownId, group: undefined }));
  }
  const planned = new Set(own.map(({ id }) => id)).size;
  return { record: { ...known, planned }, samples: own };
}
