import { errorOfAggregate } from '../../../core/compare/aggregate-only.ts';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Aggregate } from '../../../core/domain/run.ts';
import type { SampleRecord } from '../../../core/domain/sample.ts';
import { isCompanion } from '../../../core/metrics/choices.ts';
import { agree, disagreement } from '../aggregate.ts';
import { joinFingerprints } from './fingerprint.ts';
import {
  aggregateAt,
  aggregatesOf,
  type LmEvalAggregate,
  type LmEvalContent,
  type LmEvalResults,
  storedAggregates,
} from './results.ts';
import type { KeptResults, LeafTask } from './task.ts';

/**
 * Tasks as a person names them: the leaves of a group such as `mmlu` become one task whose samples carry their leaf as
 * `group`. A group of leaves with different metrics, or without an aggregate of its own that nobody says how to make, is taken apart.
 * @throws WeighbridgeError `data` when a group's own number does not follow from its leaves
 */
export function joinGroups(source: LmEvalResults, leaves: ReadonlyMap<string, LeafTask>): LeafTask[] {
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

function joinGroup(
  source: LmEvalResults,
  group: string,
  all: ReadonlyMap<string, LeafTask>,
): LeafTask | null {
  const { results } = source;
  const names = leafNames(results.group_subtasks, group);
  const leaves = names.flatMap((name) => all.get(name) ?? []);
  const aggregates = aggregatesOf(results.results[group] ?? {});
  const [first] = leaves;
  if (first === undefined || leaves.length < names.length) return null;
  if (aggregates.length === 0 && !areOneList(results, group, leaves)) return null;
  const kindOf = (leaf: LeafTask) =>
    canonicalJson([
      leaf.metrics.filter(({ name }) => !isCompanion(name)),
      leaf.aggregates.map(({ metric, filter }) => [metric, filter]),
    ]);
  if (leaves.some((leaf) => kindOf(leaf) !== kindOf(first))) return null;
  // A leaf that has none leaves its samples without these scores, which a gate on them will miss.
  const companions = new Map(
    leaves.flatMap(({ metrics }) =>
      metrics.flatMap((metric) => (isCompanion(metric.name) ? [[metric.name, metric] as const] : [])),
    ),
  );
  const own = first.metrics.filter(({ name }) => !companions.has(name));
  const means = first.metrics.filter(({ kind }) => kind === 'mean').map(({ name }) => name);
  if (aggregates.some(({ metric }) => !means.includes(metric))) return null;
  const averaged = (metric: MetricDeclaration, as: string): MetricDeclaration => {
    const named = aggregates.filter((aggregate) => aggregate.metric === as);
    return isMeanOfTasks(source, group, leaves, named) ? { ...metric, group_average: 'macro' } : metric;
  };
  return {
    task: group,
    metrics: [
      ...own.map((metric) => averaged(metric, metric.name)),
      // The harness has no number for these: they are averaged as the accuracy that they stand beside.
      ...[...companions.values()].map((metric) => averaged(metric, 'acc')),
    ],
    aggregates,
    fingerprint: joinFingerprints(Object.fromEntries(leaves.map((leaf) => [leaf.task, leaf.fingerprint]))),
    kept: joinKept(source, group, leaves),
    ...partsOf(leaves, aggregates),
  };
}

/** Without samples and with numbers that are neither mean of the leaves' nobody else can put the group together. */
function partsOf(
  leaves: readonly LeafTask[],
  aggregates: readonly LmEvalAggregate[],
): Pick<LeafTask, 'parts'> {
  const parts = leaves.map(({ task, fingerprint, kept }) => ({
    ...{ task, fingerprint },
    ...(kept.kind === 'aggregates' && kept.aggregates.length > 0 ? { aggregates: kept.aggregates } : {}),
  }));
  return sampledLeaves(leaves) === null && averageOf(leaves, aggregates) === null ? {} : { parts };
}

/**
 * Whether a group whose own number the harness did not write is the mean over the documents of its leaves: where these have samples
 * and are told to be means. Of groups of groups the inner ones may have numbers, and names for gates.
 */
function areOneList(
  { group_subtasks: children, configs }: LmEvalContent,
  group: string,
  leaves: readonly LeafTask[],
): boolean {
  const isFlat = (children[group] ?? []).every((name) => (children[name] ?? []).length === 0);
  const isMean = ({ task }: LeafTask) => {
    const list = configs[task]?.metric_list;
    return Array.isArray(list) && list.length > 0 && list.every((metric) => metric?.aggregation === 'mean');
  };
  return isFlat && sampledLeaves(leaves) !== null && leaves.every(isMean);
}

/**
 * What a group without samples came to. Of a mean over tasks (`weight_by_size: false`) the harness writes the error of the mean
 * over documents (lm-evaluation-harness#3882), and of a leaf whose error it wrote as 0 none (#3966): there the error is that of
 * the weighted mean of independent leaves, √Σ w²·se².
 */
function groupAggregates(results: LmEvalContent, group: string, leaves: readonly LeafTask[]): Aggregate[] {
  const names = leaves.map(({ task }) => task);
  return storedAggregates(results, group, names).map((aggregate) => {
    const is = ({ metric, filter }: Aggregate) => metric === aggregate.metric && filter === aggregate.filter;
    const own = names.flatMap((name) => storedAggregates(results, name, [name]).filter(is));
    const counts = own.map(({ n }) => n ?? NaN);
    const planned = counts.reduce((sum, n) => sum + n, 0);
    const declaration = leaves[0]?.metrics.find(({ name }) => name === aggregate.metric);
    if (declaration === undefined || own.length < names.length || !Number.isFinite(planned)) return aggregate;
    const weighted = (weight: (n: number) => number) =>
      own.reduce((sum, { value, n }) => sum + weight(n ?? NaN) * value, 0);
    const byDocuments = (n: number) => n / planned;
    const byTasks = () => 1 / own.length;
    const isOverDocuments = agree(aggregate, weighted(byDocuments));
    if (isOverDocuments && !own.some(isTooSure)) return aggregate;
    if (!isOverDocuments && !agree(aggregate, weighted(byTasks))) return aggregate;
    const weight = isOverDocuments ? byDocuments : byTasks;
    const variance = own.reduce(
      (sum, leaf) => sum + (weight(leaf.n ?? NaN) * (errorOfAggregate(leaf, declaration) ?? NaN)) ** 2,
      0,
    );
    return { ...aggregate, stderr: Number.isFinite(variance) ? Math.sqrt(variance) : null };
  });
}

/** An error of 0 of what is neither all right nor all wrong. */
const isTooSure = ({ value, stderr }: Aggregate) => stderr === 0 && value > 0 && value < 1;

interface SampledLeaf {
  readonly task: string;
  readonly planned: number;
  readonly aggregates: readonly LmEvalAggregate[];
  samples(group: string): AsyncIterable<Iterable<SampleRecord>>;
}

/** The leaves, where all have samples. */
function sampledLeaves(leaves: readonly LeafTask[]): SampledLeaf[] | null {
  const sampled = leaves.flatMap(({ task, aggregates, kept }) =>
    kept.kind === 'samples' ? [{ ...kept, task, aggregates }] : [],
  );
  return sampled.length < leaves.length ? null : sampled;
}

function joinKept(source: LmEvalResults, group: string, leaves: readonly LeafTask[]): KeptResults {
  const sampled = sampledLeaves(leaves);
  if (sampled === null) {
    return { kind: 'aggregates', aggregates: groupAggregates(source.results, group, leaves) };
  }
  return {
    kind: 'samples',
    planned: sampled.reduce((total, leaf) => total + leaf.planned, 0),
    async *samples() {
      // Two leaves may hold the same document, so the leaf is part of the id.
      for (const leaf of sampled) yield* leaf.samples(leaf.task);
    },
  };
}

/**
 * Which of its two means the harness took for a metric of a group, which the file does not say: over documents
 * (`weight_by_size`), or over tasks, each counting alike. Told by the leaves' own values, which their samples must give.
 * @throws WeighbridgeError `data` when it is neither
 */
function isMeanOfTasks(
  source: LmEvalResults,
  group: string,
  leaves: readonly LeafTask[],
  aggregates: readonly LmEvalAggregate[],
): boolean {
  const average = averageOf(leaves, aggregates);
  if (average !== null || sampledLeaves(leaves) === null) return average === 'tasks';
  const { overDocuments } = meansOf(leaves);
  const wrong = aggregates.find(
    (aggregate) => Number.isFinite(aggregate.value) && !agree(aggregate, overDocuments(aggregate)),
  );
  if (wrong === undefined) return false;
  throw disagreement(group, wrong, overDocuments(wrong), aggregateAt(source.file, group, wrong));
}

/** Which of the two means all these numbers of a group are; null where they are neither, or nobody says how large its tasks are. */
function averageOf(
  leaves: readonly LeafTask[],
  aggregates: readonly LmEvalAggregate[],
): 'documents' | 'tasks' | null {
  const { overDocuments, overTasks } = meansOf(leaves);
  // One that is not finite has its reason in a leaf, where it is checked.
  const finite = aggregates.filter(({ value }) => Number.isFinite(value));
  if (finite.every((aggregate) => agree(aggregate, overDocuments(aggregate)))) return 'documents';
  return finite.every((aggregate) => agree(aggregate, overTasks(aggregate))) ? 'tasks' : null;
}

function meansOf(leaves: readonly LeafTask[]) {
  const mean =
    (weight: (leaf: LeafTask, aggregate: LmEvalAggregate) => number) => (aggregate: LmEvalAggregate) =>
      leaves.reduce((sum, leaf) => {
        const own = leaf.aggregates.find(
          ({ metric, filter }) => metric === aggregate.metric && filter === aggregate.filter,
        );
        return sum + weight(leaf, aggregate) * (own?.value ?? NaN);
      }, 0);
  const planned = (aggregate: LmEvalAggregate) =>
    leaves.reduce((total, leaf) => total + countIn(leaf, aggregate), 0);
  return {
    overDocuments: mean((leaf, aggregate) => countIn(leaf, aggregate) / planned(aggregate)),
    overTasks: mean(() => 1 / leaves.length),
  };
}

function countIn({ kept }: LeafTask, { metric, filter }: LmEvalAggregate): number {
  if (kept.kind === 'samples') return kept.planned;
  return kept.aggregates.find((own) => own.metric === metric && own.filter === filter)?.n ?? NaN;
}
