import { canonicalJson } from '../domain/canonical-json.ts';
import { WeighbridgeError } from '../domain/errors.ts';
import type { CrossValidation, FoldChange, HeldOutFold } from '../domain/folds.ts';
import type { FingerprintField, RunRecord, TaskRun } from '../domain/run.ts';
import { questionOf, type SampleRecord, sampleKey } from '../domain/sample.ts';
import { correctedResampled } from '../stats/resampled.ts';
import { studentInterval } from '../stats/student.ts';
import { type Duel, duelsOf, type FoldRuns, isChecked, misnamed, sameCheckpoint } from './fold-names.ts';

/** Which fold holds a sample out: by its id, of one task or of every task that has it. */
export interface FoldRow {
  readonly id: string;
  readonly fold: string;
  readonly task?: string | undefined;
}

/** One run of a task, each sample of it by the checkpoint that was not trained on it. */
export interface JoinedRun {
  readonly record: Omit<RunRecord, 'model'> & { readonly folds: readonly HeldOutFold[] };
  readonly samples: readonly SampleRecord[];
}

/**
 * Joins runs of k checkpoints, of each only the fold that it was not trained on. Given the checkpoints the pairs of samples stay
 * independent, as those of one checkpoint are; what is judged of them is these k checkpoints together, and not what made them.
 *
 * @throws WeighbridgeError `data` where a sample would be answered by no checkpoint, by two, or by one that was asked otherwise
 */
export function joinFolds(folds: readonly FoldRuns[], rows: readonly FoldRow[]): readonly JoinedRun[] {
  requireFolds(folds, rows);
  const tasks = [...new Set(folds.flatMap(({ runs }) => runs.map(({ record }) => record.task)))].sort();
  const joined = tasks.map((task) => joinTask(task, folds, foldsOfTask(rows, task)));
  const answered = new Set(
    joined.flatMap(({ record }) =>
      record.folds.flatMap(({ ids }) => ids.map((id) => placeOf(record.task, id))),
    ),
  );
  const lost = rows.find(({ id, task }) =>
    (task === undefined ? tasks : [task]).every((each) => !answered.has(placeOf(each, id))),
  );
  if (lost !== undefined)
    throw fault(
      `the sample ${JSON.stringify(lost.id)} of fold ${lost.fold} is in no results`,
      'evaluate the whole task with each checkpoint, or take the row away',
    );
  return withCheckedNames(folds, joined);
}

/** @throws WeighbridgeError `data` where the results themselves say that they are of another checkpoint than the fold's */
function withCheckedNames(folds: readonly FoldRuns[], joined: readonly JoinedRun[]): readonly JoinedRun[] {
  const same = sameCheckpoint(folds);
  if (same !== null)
    throw fault(
      `the checkpoints of ${same.map((fold) => `fold ${fold}`).join(' and ')} answer all that both were asked exactly alike, as one checkpoint would`,
      'name the results of the checkpoint that was trained without each fold; a task that two checkpoints answer alike cannot be judged by folds',
    );
  const duels = duelsOf(folds, joined);
  const wrong = misnamed(duels);
  if (wrong !== null) throw misnamedFault(wrong);
  const checked = (held: HeldOutFold) =>
    isChecked(held.fold, duels) ? held : { ...held, unchecked: true as const };
  return joined.map(({ record, samples }) => ({
    record: { ...record, folds: record.folds.map(checked) },
    samples,
  }));
}

const misnamedFault = ({ task, metric, own, other, within }: Duel) =>
  fault(
    `the results that are named for fold ${own} do better on it than those of fold ${other}, whose checkpoint was trained on it (${task}/${metric}: ${within.won} samples better, ${within.lost} worse), and not so on other folds: their checkpoint was trained on fold ${own}`,
    'look whether the results of two folds were swapped, and name those of the checkpoint that was trained without each fold',
  );

const placeOf = (task: string, id: string): string => JSON.stringify([task, id]);

const fault = (message: string, fix: string) =>
  new WeighbridgeError('data', `cross-validation: ${message}`, { fix });

function requireFolds(folds: readonly FoldRuns[], rows: readonly FoldRow[]): void {
  const given = new Set(folds.map(({ fold }) => fold));
  const listed = new Set(rows.map(({ fold }) => fold));
  if (given.size < folds.length) throw fault('a fold has two results', 'name the results of each fold once');
  if (listed.size < 2) throw fault('one fold leaves nothing to train on', 'list two folds or more');
  const unanswered = [...listed].find((fold) => !given.has(fold));
  if (unanswered !== undefined)
    throw fault(`fold ${unanswered} has no results`, `add --fold ${unanswered}=RESULTS`);
  const unlisted = [...given].find((fold) => !listed.has(fold));
  if (unlisted !== undefined)
    throw fault(`no sample is in fold ${unlisted}`, `the folds are ${[...listed].join(', ')}`);
}

/** Rows that name the task go before those that name none. */
function foldsOfTask(rows: readonly FoldRow[], task: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const own of [undefined, task]) {
    const seen = new Set<string>();
    for (const { id, fold } of rows.filter((row) => row.task === own)) {
      if (seen.has(id))
        throw fault(`the sample ${JSON.stringify(id)} is listed twice`, 'give each sample one fold');
      seen.add(id);
      found.set(id, fold);
    }
  }
  return found;
}

function joinTask(task: string, folds: readonly FoldRuns[], foldOf: ReadonlyMap<string, string>): JoinedRun {
  const found = folds.map(({ fold, runs }) => ({
    fold,
    run: runs.find(({ record }) => record.task === task),
  }));
  const parts = found.map(({ fold, run }) => {
    if (run === undefined)
      throw fault(`fold ${fold} has no results of ${task}`, 'evaluate it with each checkpoint');
    return { fold, record: run.record, samples: [...run.samples] };
  });
  const [first] = parts;
  if (first === undefined) throw new Error('a task of no results');
  requireAlike(task, parts);
  const known = new Set(parts.flatMap(({ samples }) => samples.map(({ id }) => id)));
  const stray = [...known].find((id) => !foldOf.has(id));
  if (stray !== undefined)
    throw fault(
      `the sample ${JSON.stringify(stray)} of ${task} is in no fold`,
      'list every sample of the task',
    );
  const joined = parts.map(({ fold, record, samples }) => {
    const own = samples.filter(({ id }) => foldOf.get(id) === fold);
    const answered = new Set(own.map(({ id }) => id));
    const missing = [...known].find((id) => foldOf.get(id) === fold && !answered.has(id));
    if (missing !== undefined)
      throw fault(
        `the checkpoint of fold ${fold} has not answered ${JSON.stringify(missing)} of ${task}, which it alone may`,
        'evaluate it on the whole task, with `policy.evaluation: full`',
      );
    if (own.length === 0)
      throw fault(`no sample of ${task} is in fold ${fold}`, 'spread each task over all folds');
    const { source, digest } = record.model;
    return { own, fold: { fold, source, digest, ids: [...answered] } };
  });
  requireWholeClusters(task, joined);
  const { model: _, order_seed, draw, population, reused, design, ...record } = first.record;
  return {
    record: {
      ...record,
      ...{ planned: known.size, status: { state: 'complete' } },
      folds: joined.map(({ fold }) => fold),
    },
    samples: joined.flatMap(({ own }) => own),
  };
}

/** @throws WeighbridgeError `data` where a checkpoint was trained on what belongs together with a sample that it answers, or asks the same */
function requireWholeClusters(
  task: string,
  parts: readonly { readonly fold: HeldOutFold; readonly own: readonly SampleRecord[] }[],
): void {
  const homes = new Map<string, { readonly fold: string; readonly id: string }>();
  for (const {
    fold: { fold },
    own,
  } of parts) {
    for (const sample of own) {
      for (const [kind, name] of [
        ['cluster', sample.cluster],
        ['question', questionOf(sample)],
      ] as const) {
        if (name === undefined || name === null) continue;
        const key = canonicalJson([kind, name]);
        const home = homes.get(key) ?? { fold, id: sample.id };
        homes.set(key, home);
        if (home.fold === fold) continue;
        const [what, share] =
          kind === 'cluster'
            ? [`samples of the cluster ${JSON.stringify(name)}`, 'are']
            : [
                `the samples ${JSON.stringify(home.id)} and ${JSON.stringify(sample.id)}`,
                'ask the same and are',
              ];
        throw fault(
          `${what} of ${task} ${share} in fold ${home.fold} and fold ${fold}`,
          'hold out together what is not independent',
        );
      }
    }
  }
}

interface Part {
  readonly fold: string;
  readonly record: RunRecord;
}

/** @throws WeighbridgeError `data` where two folds were asked otherwise, or by one checkpoint */
function requireAlike(task: string, parts: readonly Part[]): void {
  const [first, ...others] = parts;
  if (first === undefined) return;
  for (const { fold, record } of parts) {
    if (record.aggregates !== undefined || record.status.state === 'failed')
      throw fault(`fold ${fold} has no samples of ${task}`, 'evaluate it again');
  }
  for (const { fold, record } of others) {
    const fields = new Set([...Object.keys(first.record.fingerprint), ...Object.keys(record.fingerprint)]);
    const differs = [...fields].find((field) => {
      const [one, other] = [first, { record }].map(
        (each) => each.record.fingerprint[field as FingerprintField] ?? null,
      );
      return one !== other;
    });
    if (differs !== undefined)
      throw fault(
        `${differs.replaceAll('_', ' ')} of ${task} differs between fold ${first.fold} and fold ${fold}`,
        'evaluate all checkpoints alike',
      );
    if (canonicalJson(record.metrics) !== canonicalJson(first.record.metrics))
      throw fault(
        `fold ${first.fold} and fold ${fold} have other metrics of ${task}`,
        'evaluate all checkpoints alike',
      );
  }
  const owners = new Map<string, string>();
  for (const { fold, record } of parts) {
    const own = canonicalJson([record.model.digest, record.model.adapter_digest]);
    const other = owners.get(own);
    if (other !== undefined)
      throw fault(
        `fold ${other} and fold ${fold} are of one checkpoint, which was trained on one of them`,
        'name the results of the checkpoint that was trained without each fold',
      );
    owners.set(own, fold);
  }
}

/** What the folds say of the recipe; of tasks that were not joined of folds, nothing. */
export function crossValidationOf(
  baseline: readonly TaskRun[],
  candidate: readonly TaskRun[],
  alpha: number,
): readonly CrossValidation[] {
  return candidate.flatMap(({ record: { task, folds, metrics }, samples }) => {
    const other = baseline.find(({ record }) => record.task === task);
    if (folds === undefined || other === undefined) return [];
    const before = new Map([...other.samples].map((sample) => [sampleKey(sample), sample]));
    const pairs = [...samples].flatMap((after) => {
      const own = before.get(sampleKey(after));
      return own === undefined ? [] : [[own, after] as const];
    });
    const filters = [...new Set(pairs.map(([, { filter }]) => filter))];
    const changes = metrics
      .filter(({ kind }) => kind === 'mean')
      .flatMap(({ name: metric }) =>
        filters.flatMap((filter): FoldChange[] => {
          const own = pairs.filter(([, after]) => after.filter === filter);
          const byFold = folds.map(({ ids }) => meanChange(own, metric, new Set(ids)));
          if (byFold.every((mean) => mean === null)) return [];
          return [
            { metric, ...(filter === undefined ? {} : { filter }), byFold, recipe: recipeOf(byFold, alpha) },
          ];
        }),
      );
    const shown = folds.map(({ ids, digest: _, ...fold }) => ({ ...fold, samples: ids.length }));
    return [{ task, folds: shown, changes }];
  });
}

function meanChange(
  pairs: readonly (readonly [SampleRecord, SampleRecord])[],
  metric: string,
  ids: ReadonlySet<string>,
): number | null {
  const changes = pairs.flatMap(([before, after]) => {
    const [one, other] = [before.scores[metric], after.scores[metric]];
    return ids.has(after.id) && typeof one === 'number' && typeof other === 'number' ? [other - one] : [];
  });
  return changes.length === 0 ? null : changes.reduce((sum, change) => sum + change, 0) / changes.length;
}

/** Null where a fold says nothing, and where all say the same, which tells of no spread. */
function recipeOf(byFold: readonly (number | null)[], alpha: number): FoldChange['recipe'] {
  const means = byFold.filter((mean) => mean !== null);
  if (means.length < byFold.length) return null;
  const estimate = correctedResampled(means);
  if (estimate.stderr === 0) return null;
  return { value: estimate.value, ...studentInterval(estimate, alpha), level: 1 - 2 * alpha };
}
