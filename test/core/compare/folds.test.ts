import { describe, expect, test } from 'vitest';
import type { FoldRuns } from '../../../src/core/compare/fold-names.ts';
import { crossValidationOf, joinFolds } from '../../../src/core/compare/folds.ts';
import type { RunRecord, TaskRun } from '../../../src/core/domain/run.ts';
import { NOT_RECORDED, type SampleRecord } from '../../../src/core/domain/sample.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { plan, sample } from '../../support/stored-run.ts';

const SIZE = 6;
/** Samples 0 and 1 are of fold a, 2 and 3 of b, 4 and 5 of c. */
const FOLDS = ['a', 'b', 'c'] as const;
const ROWS = Array.from({ length: SIZE }, (_, index) => ({ id: `s${index}`, fold: FOLDS[index >> 1] ?? '' }));

/** Right on all that it was trained on, and wrong on its own fold. */
function checkpoint(
  fold: string,
  record: Partial<RunRecord> = {},
  without: readonly string[] = [],
): FoldRuns {
  const run: TaskRun = {
    record: {
      ...plan({ side: 'candidate', planned: SIZE, model: { ...plan().model, source: fold, digest: fold } }),
      ...{ schema_version: 1, status: { state: 'complete' }, started: '', finished: '' },
      ...record,
    },
    samples: ROWS.map((row, index) =>
      sample(index, { id: row.id, scores: { acc: Number(row.fold !== fold) } }),
    ).filter(({ id }) => !without.includes(id)),
  };
  return { fold, runs: [run] };
}
const ALL = FOLDS.map((fold) => checkpoint(fold));
const { task } = plan();

/** The same with a cluster of two samples. */
const inCluster = (folds: readonly FoldRuns[], ...members: readonly string[]): FoldRuns[] =>
  alike(folds, { cluster: 'page' }, members);

const alike = (
  folds: readonly FoldRuns[],
  members: Partial<SampleRecord>,
  of: readonly string[],
): FoldRuns[] =>
  folds.map(({ fold, runs }) => ({
    fold,
    runs: runs.map(({ record, samples }) => ({
      record,
      samples: [...samples].map((each) => (of.includes(each.id) ? { ...each, ...members } : each)),
    })),
  }));

/** Rows of two folds that only those have right that were trained on them, named as they are or the other way round. */
function knownByHeart(names: readonly [string, string], more: Partial<RunRecord> = {}, metric = 'acc') {
  const rows = Array.from({ length: 60 }, (_, index) => ({ id: `s${index}`, fold: 'ab'[index % 2] ?? '' }));
  const folds = names.map((fold, own): FoldRuns => {
    const [run] = checkpoint(fold, more).runs as [TaskRun];
    const samples = rows.map(({ id }, index) =>
      sample(index, { id, scores: { [metric]: Number(index % 2 !== own) }, output: `${own}` }),
    );
    return { fold, runs: [{ ...run, samples }] };
  });
  return { folds, rows };
}
const fewer = { metrics: [{ ...declareMetric('acc'), direction: 'lower_is_better' as const }] };

describe('results that are named for a fold', () => {
  test.each<[what: string, names: [string, string], more: Partial<RunRecord>]>([
    ['its own', ['a', 'b'], {}],
    ['another than theirs, where less is better', ['b', 'a'], fewer],
    ['another, of a task that training may make worse', ['b', 'a'], { task_role: 'safety' }],
  ])('%s are joined', (_, names, more) => {
    const { folds, rows } = knownByHeart(names, more);
    expect(joinFolds(folds, rows)[0]?.samples).toHaveLength(60);
  });

  test.each<[what: string, names: [string, string], more: Partial<RunRecord>]>([
    ['another than theirs', ['b', 'a'], {}],
    ['another, where less is better', ['a', 'b'], fewer],
  ])('%s are refused', (_, names, more) => {
    const { folds, rows } = knownByHeart(names, more);
    expect(() => joinFolds(folds, rows)).toThrow(
      /named for fold . do better on it than those of fold ., .*30 samples better, 0 worse.*trained on fold/,
    );
  });

  test('samples of one cluster tell as much as one', () => {
    const { folds, rows } = knownByHeart(['b', 'a']);
    const clustered = ['a', 'b'].reduce(
      (all, cluster) =>
        alike(
          all,
          { cluster },
          rows.filter(({ fold }) => fold === cluster).map(({ id }) => id),
        ),
      folds,
    );
    expect(joinFolds(clustered, rows)[0]?.samples).toHaveLength(60);
  });

  test('and that nobody else answered are told as unchecked', () => {
    const own = (fold: string) =>
      checkpoint(
        fold,
        {},
        ROWS.filter((row) => row.fold !== fold).map(({ id }) => id),
      );
    const unchecked = (folds: readonly FoldRuns[]) =>
      joinFolds(folds, ROWS)[0]?.record.folds.map((each) => each.unchecked);
    expect(unchecked(FOLDS.map(own))).toEqual([true, true, true]);
    expect(unchecked([checkpoint('a'), own('b'), own('c')])).toEqual([true, undefined, undefined]);
    expect(unchecked(ALL)).toEqual([undefined, undefined, undefined]);
  });
});

describe('runs of k checkpoints', () => {
  test('are joined of what each was not trained on, each sample once', () => {
    const [joined] = joinFolds(ALL, ROWS);
    expect(joined?.samples.map(({ id, scores }) => [id, scores.acc])).toEqual(ROWS.map(({ id }) => [id, 0]));
    expect(joined?.record).toMatchObject({
      planned: SIZE,
      folds: FOLDS.map((fold, index) => ({
        fold,
        source: fold,
        ids: [`s${2 * index}`, `s${2 * index + 1}`],
      })),
    });
  });

  test('keep a cluster that is in one fold', () => {
    expect(joinFolds(inCluster(ALL, 's0', 's1'), ROWS)[0]?.samples[0]?.cluster).toBe('page');
  });

  test('keep questions that are in one fold, or of which nobody recorded what they ask', () => {
    const same = alike(ALL, { input_digest: 'sha256:q' }, ['s0', 's1']);
    expect(joinFolds(same, ROWS)[0]?.samples).toHaveLength(SIZE);
    const unknown = alike(ALL, { input_digest: NOT_RECORDED }, ['s1', 's2']);
    expect(joinFolds(unknown, ROWS)[0]?.samples).toHaveLength(SIZE);
  });

  test('a row that names a task is of that task alone', () => {
    const rows = ROWS.map((row) => ({ ...row, task }));
    expect(joinFolds(ALL, rows)).toEqual(joinFolds(ALL, ROWS));
    expect(() =>
      joinFolds(
        ALL,
        ROWS.map((row) => ({ ...row, task: 'another' })),
      ),
    ).toThrow(/is in no fold/);
  });

  const [a, b, c] = ALL as [FoldRuns, FoldRuns, FoldRuns];
  test.each<[what: string, folds: readonly FoldRuns[], rows: typeof ROWS, says: RegExp]>([
    ['a fold without results', [a, b], ROWS, /fold c has no results/],
    ['a fold without samples', ALL, ROWS.filter(({ fold }) => fold !== 'c'), /no sample is in fold c/],
    ['one fold', [a], ROWS.slice(0, 2), /nothing to train on/],
    ['results of a fold twice', [a, b, c, a], ROWS, /a fold has two results/],
    ['a sample in two folds', ALL, [...ROWS, { id: 's0', fold: 'b' }], /"s0" is listed twice/],
    ['a sample in none', ALL, ROWS.slice(0, -1), /"s5" of .* is in no fold/],
    [
      'a sample that nobody answered',
      ALL,
      [...ROWS, { id: 's9', fold: 'a' }],
      /"s9" of fold a is in no results/,
    ],
    [
      'a sample that only those answered who know it',
      [checkpoint('a', {}, ['s1']), b, c],
      ROWS,
      /has not answered "s1"/,
    ],
    ['a cluster in two folds', inCluster(ALL, 's1', 's2'), ROWS, /cluster "page" .* fold a and fold b/],
    [
      'a question in two folds',
      alike(ALL, { input_digest: 'sha256:q' }, ['s1', 's2']),
      ROWS,
      /samples "s1" and "s2" of .* ask the same and are in fold a and fold b/,
    ],
    ['a fold of another task', [a, b, checkpoint('c', { task: 'other' })], ROWS, /fold . has no results of/],
    [
      'one checkpoint by two digests',
      [
        a,
        b,
        {
          fold: 'c',
          runs: b.runs.map((run) => ({
            ...run,
            record: { ...run.record, model: { ...run.record.model, digest: 'c' } },
          })),
        },
      ],
      ROWS,
      /fold b and fold c answer all that both were asked exactly alike/,
    ],
    ['one checkpoint twice', [a, b, { ...b, fold: 'c' }], ROWS, /fold b and fold c are of one checkpoint/],
    [
      'a checkpoint that was asked otherwise',
      [a, b, checkpoint('c', { fingerprint: { ...plan().fingerprint, prompt: 'x' } })],
      ROWS,
      /prompt of .* differs between fold a and fold c/,
    ],
    [
      'a run that failed',
      [a, b, checkpoint('c', { status: { state: 'failed', reason: 'down' } })],
      ROWS,
      /fold c has no samples/,
    ],
    [
      'sums without samples',
      [a, b, checkpoint('c', { aggregates: [{ metric: 'acc', value: 1, stderr: null, n: SIZE }] })],
      ROWS,
      /fold c has no samples/,
    ],
    [
      'a metric that is read otherwise',
      [
        a,
        b,
        checkpoint('c', {
          metrics: plan().metrics.map((each) => ({ ...each, direction: 'lower_is_better' })),
        }),
      ],
      ROWS,
      /fold a and fold c have other metrics of/,
    ],
  ])('%s is refused', (_, folds, rows, says) => {
    expect(() => joinFolds(folds, rows)).toThrow(says);
  });
});

test('what the folds say of the recipe is shown by fold, with an interval', () => {
  const [joined] = joinFolds(ALL, ROWS);
  if (joined === undefined) throw new Error('nothing joined');
  const candidate: TaskRun = { record: { ...joined.record, model: plan().model }, samples: joined.samples };
  const right = (id: string) => Number(['s0', 's1', 's2'].includes(id));
  const baseline: TaskRun = {
    record: { ...candidate.record, side: 'baseline' },
    samples: ROWS.map(({ id }, index) => sample(index, { id, scores: { acc: right(id) } })),
  };
  const [found] = crossValidationOf([baseline], [candidate], 0.05);
  expect(found?.folds).toEqual(FOLDS.map((fold) => ({ fold, source: fold, samples: 2 })));
  const [change] = found?.changes ?? [];
  expect(change).toMatchObject({ metric: 'acc', byFold: [-1, -0.5, 0], recipe: { value: -0.5, level: 0.9 } });
  // t(2, 0.95) = 2.91999, s = 0.5.
  expect(change?.recipe?.low).toBeCloseTo(-0.5 - 2.91998558 * Math.sqrt(5 / 6) * 0.5, 6);
  expect(crossValidationOf([baseline], [ALL[0]?.runs[0] as TaskRun], 0.05)).toEqual([]);
});
