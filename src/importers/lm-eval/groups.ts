import { canonicalJson } from '../../domain/canonical-json.ts';
import type { SampleRecord } from '../../domain/sample.ts';
import { estimate } from '../../metrics/estimate.ts';
import { agree, disagreement, scoresOf } from '../aggregate.ts';
import { joinFingerprints } from './fingerprint.ts';
import { type Aggregate, aggregateAt, aggregatesOf, type ResultsFile } from './results-file.ts';
import type { LeafTask } from './task.ts';

/**
 * Tasks as a person names them: the leaves of a group such as `mmlu` become one task whose samples carry their leaf as
 * `group`. A group without an aggregate of its own, or of leaves with different metrics, is taken apart.
 * @throws WeighbridgeError `data` when a group's own number does not follow from its leaves
 */
export function joinGroups(source: ResultsFile, leaves: ReadonlyMap<string, LeafTask>): LeafTask[] {
  const children = source.results.group_subtasks;
  const isChild = new Set(Object.values(children).flat());
  const names = [...new Set([...Object.keys(children), ...leaves.keys()])];
  const tasks = new Map<string, LeafTask>();
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    const leaf = leaves.get(name);
    const joined = leaf ?? joinGroup(source, name, leaves);
    if (joined === null) for (const child of children[name] ?? []) visit(child);
    else {
      tasks.set(name, joined);
      if (leaf === undefined) for (const member of leafNames(children, name)) reached.add(member);
    }
  };
  for (const root of names.filter((name) => !isChild.has(name))) visit(root);
  // Groups that hold each other have no root, and their leaves must not be lost.
  for (const leaf of leaves.keys()) visit(leaf);
  return [...tasks.values()];
}

/** Names of the tasks that a group comes down to, sorted. */
function leafNames(children: Readonly<Record<string, readonly string[]>>, group: string): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const child of children[name] ?? []) visit(child);
  };
  visit(group);
  return [...seen].filter((name) => (children[name] ?? []).length === 0).sort();
}

function joinGroup(source: ResultsFile, group: string, all: ReadonlyMap<string, LeafTask>): LeafTask | null {
  const { results } = source;
  const names = leafNames(results.group_subtasks, group);
  const leaves = names.flatMap((name) => all.get(name) ?? []);
  const aggregates = aggregatesOf(results.results[group] ?? {});
  const [first] = leaves;
  if (first === undefined || leaves.length < names.length || aggregates.length === 0) return null;
  const kindOf = (leaf: LeafTask) =>
    canonicalJson([leaf.metrics, leaf.aggregates.map(({ metric, filter }) => [metric, filter])]);
  if (leaves.some((leaf) => kindOf(leaf) !== kindOf(first))) return null;
  const means = first.metrics.filter(({ kind }) => kind === 'mean').map(({ name }) => name);
  if (aggregates.some(({ metric }) => !means.includes(metric))) return null;

  const planned = leaves.reduce((total, leaf) => total + leaf.planned, 0);
  return {
    task: group,
    metrics: first.metrics.map((metric) =>
      isMeanOfTasks(
        source,
        group,
        leaves,
        aggregates.filter((own) => own.metric === metric.name),
      )
        ? { ...metric, group_average: 'macro' }
        : metric,
    ),
    aggregates,
    fingerprint: joinFingerprints(Object.fromEntries(leaves.map((leaf) => [leaf.task, leaf.fingerprint]))),
    planned,
    samples: leaves.flatMap((leaf) => leaf.samples.map((sample) => member(sample, leaf))),
  };
}

/** Two leaves may hold the same document, so the leaf is part of the id. */
function member(sample: SampleRecord, { task }: LeafTask): SampleRecord {
  return { ...sample, id: `${task}/${sample.id}`, group: task };
}

/**
 * Which of its two means the harness took for a metric of a group, which the file does not say: over documents
 * (`weight_by_size`), or over tasks, each counting alike.
 * @throws WeighbridgeError `data` when it is neither
 */
function isMeanOfTasks(
  source: ResultsFile,
  group: string,
  leaves: readonly LeafTask[],
  aggregates: readonly Aggregate[],
): boolean {
  const mean = (of: readonly LeafTask[], { metric, filter, value }: Aggregate): number => {
    const declaration = { name: metric, kind: 'mean', scale: 'linear' } as const;
    const scores = of.flatMap((leaf) => scoresOf(leaf, { metric, filter, value }));
    return estimate(scores, declaration)?.value ?? NaN;
  };
  const overTasks = (aggregate: Aggregate) =>
    leaves.reduce((total, leaf) => total + mean([leaf], aggregate), 0) / leaves.length;
  // One that is not finite has its reason in a leaf, where it was checked.
  const finite = aggregates.filter(({ value }) => Number.isFinite(value));
  const wrong = finite.find((aggregate) => !agree(aggregate, mean(leaves, aggregate)));
  if (wrong === undefined) return false;
  if (finite.every((aggregate) => agree(aggregate, overTasks(aggregate)))) return true;
  throw disagreement(group, wrong, mean(leaves, wrong), aggregateAt(source.file, group, wrong));
}
