import { canonicalJson } from '../domain/canonical-json.ts';
import type { Mismatch } from '../domain/decision.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import type { Aggregate, Fingerprint, FingerprintField, GroupPart, TaskRun } from '../domain/run.ts';
import { renamed } from '../domain/sample.ts';
import { aggregatedMetrics, errorOfAggregate } from './aggregate-only.ts';
import { pairSamples } from './pair.ts';
import { subtaskRun } from './subtasks.ts';

/**
 * One side evaluated a group such as MMLU as one task, and the other its subjects one by one, or groups of them: the same group is put
 * together of these, by the parts and the kind of mean of the side that has it.
 */

/**
 * The runs of a side with each group that only the other side has and of which this one has every part. Parts that stand for nothing
 * else are taken out.
 * @param kept tasks that are compared by their own names
 */
export function withGroups(
  runs: readonly TaskRun[],
  other: readonly TaskRun[],
  kept: readonly string[],
): readonly TaskRun[] {
  const names = namesOf(runs);
  const missing = other.filter(({ record }) => record.parts !== undefined && !names.has(record.task));
  if (missing.length === 0) return runs;
  const pieces = piecesOf(runs);
  const groups = missing.flatMap((group) => groupRun(group, pieces) ?? []);
  // Of a group that lacks some its parts have nothing to say that it does not.
  const told = missing.filter(
    ({ record }) =>
      groups.some((group) => group.record.task === record.task) ||
      record.parts?.some(({ task }) => !pieces.has(task)),
  );
  // Those of which some are sums are told one by one as well, since others of them can be paired.
  const within = told
    .filter(({ record }) => !isPartlySums(groups.find((group) => group.record.task === record.task)))
    .map(({ record }) => new Set(record.parts?.map(({ task }) => task)));
  const named = new Set([...kept, ...namesOf(other)]);
  const isUsed = ({ record: { task, parts } }: TaskRun) => {
    const own = parts?.map((part) => part.task) ?? [task];
    return !named.has(task) && within.some((group) => own.every((name) => group.has(name)));
  };
  return [...runs.filter((run) => !isUsed(run)), ...groups];
}

/** Whether a group of sums has parts that have samples. */
const isPartlySums = (group: TaskRun | undefined): boolean =>
  group?.record.aggregates !== undefined &&
  group.record.parts?.some(({ aggregates }) => aggregates === undefined) === true;

/** The runs with the parts of each group that the other side has as sums of which some have samples: those that it has one by one. */
export function withPartsOf(runs: readonly TaskRun[], other: readonly TaskRun[]): readonly TaskRun[] {
  const [own, theirs] = [namesOf(runs), namesOf(other)];
  const parts = other.filter(isPartlySums).flatMap(({ record }) => {
    const group = runs.find((run) => run.record.task === record.task);
    const wanted = record.parts?.filter(({ task }) => theirs.has(task) && !own.has(task)) ?? [];
    return group?.record.parts === undefined ? [] : wanted.map(({ task }) => subtaskRun(group, task));
  });
  return parts.length === 0 ? runs : [...runs, ...parts];
}

/** What keeps a side from having a group of which it has some parts, as a mismatch with the side that has it. */
export function lackingParts(
  task: string,
  baseline: readonly TaskRun[],
  candidate: readonly TaskRun[],
): Mismatch[] {
  const has = (runs: readonly TaskRun[]) => runs.find(({ record }) => record.task === task);
  const [left, right] = [has(baseline), has(candidate)];
  const group = left ?? right;
  if (group === undefined || (left !== undefined && right !== undefined)) return [];
  const runs = left === undefined ? baseline : candidate;
  const told = (whole: string, lacking: string): Mismatch[] => {
    const [of, without] = left === undefined ? [lacking, whole] : [whole, lacking];
    const values = { baseline: of, candidate: without };
    return [{ task, field: 'run', setting: 'tasks of the group', ...values, severity: 'hard' }];
  };
  const { parts } = group.record;
  if (parts === undefined) {
    const parted = [...namesOf(runs)].filter((name) => name.startsWith(`${task}_`));
    return parted.length < 2
      ? []
      : told('its value alone (keep the rows of its tasks beside it)', `${parted.length} tasks`);
  }
  const pieces = piecesOf(runs);
  const lacking = parts.filter((part) => !pieces.has(part.task)).map((part) => part.task);
  if (lacking.length === 0 || lacking.length === parts.length) return [];
  return told(`${parts.length} tasks`, `all but ${lacking.join(', ')}`);
}

const namesOf = (runs: readonly TaskRun[]) => new Set(runs.map(({ record }) => record.task));

/** Every task of a side that is no group, by its name. */
function piecesOf(runs: readonly TaskRun[]): ReadonlyMap<string, TaskRun> {
  const pieces = new Map<string, TaskRun>();
  for (const run of runs) {
    const { task, parts } = run.record;
    if (parts === undefined) pieces.set(task, run);
    else
      for (const part of parts) if (!pieces.has(part.task)) pieces.set(part.task, subtaskRun(run, part.task));
  }
  return pieces;
}

/** The group of these pieces; null where one is missing, or where no metric is in all. Where some are sums it is a sum. */
function groupRun({ record: group }: TaskRun, pieces: ReadonlyMap<string, TaskRun>): TaskRun | null {
  const parts = group.parts ?? [];
  const own = parts.flatMap(({ task }) => pieces.get(task) ?? []);
  const [first] = own;
  if (first === undefined || own.length < parts.length) return null;
  const isSum = own.some(({ record }) => record.aggregates !== undefined);
  const metrics = group.metrics.filter((metric) => own.every((piece) => declares(piece, metric)));
  const primary = metrics.find(({ name }) => name === group.primary_metric) ?? metrics[0];
  if (primary === undefined) return null;
  const { aggregates: _, ...common } = first.record;
  const record = {
    ...common,
    ...{ task: group.task, metrics, primary_metric: primary.name },
    fingerprint: fingerprintOf(group.fingerprint, parts, own),
    parts: own.map(({ record: { task, fingerprint, aggregates } }) => ({
      ...{ task, fingerprint },
      ...(aggregates === undefined ? {} : { aggregates }),
    })),
  };
  if (isSum) {
    const aggregates = metrics.flatMap((metric) => averages(metric, own.map(summedUp)));
    return aggregates.length === 0 ? null : { record: { ...record, planned: 0, aggregates }, samples: [] };
  }
  const samples = own.flatMap(({ record: { task }, samples: of }) =>
    Array.from(of, (sample) => renamed(sample, { id: `${task}/${sample.id}`, group: task })),
  );
  const planned = own.reduce((total, { record: each }) => total + each.planned, 0);
  return { record: { ...record, planned }, samples };
}

/** A run by its sums, whether it has samples or not. */
function summedUp(run: TaskRun): Pick<TaskRun, 'record'> {
  const { record, samples } = run;
  if (record.aggregates !== undefined) return run;
  const { pairs } = pairSamples(samples, []);
  const aggregates = aggregatedMetrics(run, null, pairs, record).flatMap(
    ({ aggregates: sums }) => sums?.baseline ?? [],
  );
  return { record: { ...record, aggregates } };
}

/** Whether a task has a metric of a group, which says how its tasks are averaged besides. */
function declares({ record }: TaskRun, { group_average: _, ...metric }: MetricDeclaration): boolean {
  return record.metrics.some(({ group_average: __, ...own }) => canonicalJson(own) === canonicalJson(metric));
}

/** The mean over documents, or over tasks, of tasks that are sums: independent, so that its error is √Σ w²·se². */
function averages(metric: MetricDeclaration, pieces: readonly Pick<TaskRun, 'record'>[]): Aggregate[] {
  const ofFirst = pieces[0]?.record.aggregates ?? [];
  return ofFirst.flatMap(({ metric: name, filter }): Aggregate[] => {
    if (name !== metric.name) return [];
    const own = pieces.flatMap(
      ({ record }) => record.aggregates?.find((each) => each.metric === name && each.filter === filter) ?? [],
    );
    // A bound of n is no weight.
    const counts = own.map(({ n, rounded }) => (rounded === undefined ? (n ?? NaN) : NaN));
    const n = counts.reduce((total, each) => total + each, 0);
    const weights = counts.map((each) => (metric.group_average === 'macro' ? 1 / pieces.length : each / n));
    const total = (of: (aggregate: Aggregate, weight: number) => number) =>
      own.reduce((sum, aggregate, index) => sum + of(aggregate, weights[index] ?? NaN), 0);
    const value = total((aggregate, weight) => weight * aggregate.value);
    const stderr = Math.sqrt(
      total((aggregate, weight) => (weight * (errorOfAggregate(aggregate, metric) ?? NaN)) ** 2),
    );
    if (own.length < pieces.length || !Number.isFinite(value)) return [];
    return [
      {
        ...{ metric: name, value },
        ...(filter === undefined ? {} : { filter }),
        stderr: Number.isFinite(stderr) ? stderr : null,
        n: Number.isFinite(n) ? n : null,
      },
    ];
  });
}

/** What the group says wherever all its parts agree with the pieces; otherwise the first of these that differs. */
function fingerprintOf(
  group: Fingerprint,
  parts: readonly GroupPart[],
  pieces: readonly TaskRun[],
): Fingerprint {
  const all = [group, ...pieces.map(({ record }) => record.fingerprint)];
  const fields = [...new Set(all.flatMap((each) => Object.keys(each)))] as FingerprintField[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const different = pieces.find(
        ({ record }, index) =>
          (record.fingerprint[field] ?? null) !== (parts[index]?.fingerprint[field] ?? null),
      );
      if (different !== undefined) return [[field, different.record.fingerprint[field] ?? null]];
      return group[field] === undefined ? [] : [[field, group[field]]];
    }),
  );
}
