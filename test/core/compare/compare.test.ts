import { describe, expect, test } from 'vitest';
import { compareRuns, compareTask } from '../../../src/core/compare/compare.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { ACC, PERPLEXITY, record, run, sample } from './build.ts';

const RATES = { least: { rate: 0.9, of: 100 }, most: { rate: 0.9, of: 100 } };

describe('comparability', () => {
  const differing: [string, Partial<RunRecord>, string, 'hard' | 'soft'][] = [
    ['another dataset', { fingerprint: { dataset: 'sha256:e', prompt: 'sha256:p' } }, 'dataset', 'hard'],
    ['a field that one side did not record', { fingerprint: { dataset: 'sha256:d' } }, 'prompt', 'hard'],
    [
      'another engine version',
      { fingerprint: { dataset: 'sha256:d', prompt: 'sha256:p', engine_version: '2' } },
      'engine_version',
      'soft',
    ],
    ['another direction', { metrics: [{ ...ACC, direction: 'lower_is_better' }] }, 'metrics', 'hard'],
    ['another range', { metrics: [{ ...ACC, range: { min: 0, max: null } }] }, 'metrics', 'hard'],
    ['a metric more', { metrics: [ACC, PERPLEXITY] }, 'metrics', 'hard'],
    ['another primary metric', { primary_metric: 'acc_norm' }, 'metrics', 'hard'],
    ['another unit', { metrics: [{ ...ACC, unit: 'number' }] }, 'metrics', 'hard'],
    ['a metric that is called weak', { metrics: [{ ...ACC, weak: true }] }, 'metrics', 'hard'],
    ['other classes', { metrics: [{ ...ACC, classes: ['a', 'b'] }] }, 'metrics', 'hard'],
    ['another way to sum up', { metrics: [{ ...ACC, aggregate: 'f1_macro' }] }, 'metrics', 'hard'],
    [
      'scores that a model gave',
      { metrics: [{ ...ACC, judge: { min: 0, max: 1, of: ['acc'] } }] },
      'metrics',
      'hard',
    ],
    [
      'scores with errors that were measured',
      {
        metrics: [{ ...ACC, errors: { sensitivity: RATES, specificity: RATES } }],
      },
      'metrics',
      'hard',
    ],
    ['a run that is not finished', { status: { state: 'running' } }, 'run', 'hard'],
    ['a run that failed', { status: { state: 'failed', reason: 'out of memory' } }, 'run', 'hard'],
    ['another number of planned samples', { planned: 4 }, 'samples', 'hard'],
  ];
  test.each(differing)('%s', (_, overrides, field, severity) => {
    const base = { fingerprint: { dataset: 'sha256:d', prompt: 'sha256:p', engine_version: '1' } };
    const { mismatches } = compareTask(
      run([1, 0, 1], ACC, base),
      run([1, 0, 1], ACC, { ...base, ...overrides }),
    );
    expect(mismatches).toContainEqual(expect.objectContaining({ task: 'facts', field, severity }));
    const bothWays = compareTask(run([1, 0, 1], ACC, { ...base, ...overrides }), run([1, 0, 1], ACC, base));
    expect(bothWays.mismatches.map((mismatch) => mismatch.field)).toEqual(
      mismatches.map(({ field }) => field),
    );
  });

  test('a baseline that stopped before its end is a part, which nothing is compared with', () => {
    const stopped = { state: 'complete', stopped: { after: 2, because: 'decided' } } as const;
    const { mismatches } = compareTask(run([1, 0], ACC, { status: stopped }), run([1, 0]));
    expect(mismatches).toEqual([
      {
        task: 'facts',
        field: 'run',
        severity: 'hard',
        baseline: 'stopped after 2 samples',
        candidate: 'complete',
      },
    ]);
  });

  test('what stands beside a metric may be missing on one side, and must be one thing on both', () => {
    const beside = { ...ACC, name: 'brier_score', direction: 'lower_is_better' } as const;
    const of = (...metrics: MetricDeclaration[]) => run([1, 0], ACC, { metrics: [ACC, ...metrics] });
    const severities = (left: ReturnType<typeof of>, right: ReturnType<typeof of>) =>
      compareTask(left, right).mismatches.map(({ field, severity }) => [field, severity]);
    expect(severities(of(beside), of())).toEqual([['metrics', 'soft']]);
    expect(severities(of(), of(beside))).toEqual([['metrics', 'soft']]);
    expect(severities(of(beside), of({ ...beside, unit: 'number' }))).toEqual([['metrics', 'hard']]);
  });

  test('a known metric that one side or both call better the other way is refused', () => {
    const turned = { ...ACC, direction: 'lower_is_better' } as const;
    const fields = (...[left, right]: [MetricDeclaration, MetricDeclaration]) =>
      compareTask(run([1, 0], left), run([1, 0], right)).mismatches;
    for (const found of [fields(turned, turned), fields(turned, ACC), fields(ACC, turned)])
      expect(found.at(-1)).toMatchObject({
        ...{ field: 'metrics', severity: 'hard' },
        candidate: expect.stringContaining('which is higher_is_better'),
      });
  });

  test('equal runs have none', () => {
    expect(compareTask(run([1, 0]), run([0, 1])).mismatches).toEqual([]);
  });

  const samples: [string, Partial<SampleRecord>, string][] = [
    ['the same id with another question', { input_digest: 'other' }, 'inputs'],
    ['the same id with another answer', { target_digest: 'other' }, 'targets'],
    ['the same id in another cluster', { cluster: 'other' }, 'samples'],
    ['the same id in another group', { group: 'other' }, 'samples'],
    ['the same id with another weight', { weight: 2 }, 'samples'],
  ];
  test.each(samples)('%s', (_, overrides, field) => {
    const changed = run([1, 1, 1], ACC, {}, (index) => (index === 1 ? overrides : {}));
    const [mismatch, ...others] = compareTask(run([1, 1, 1]), changed).mismatches;
    expect(mismatch).toMatchObject({ field, severity: 'hard' });
    expect(mismatch?.candidate).toContain('at s000001 (1 differ)');
    expect(others).toEqual([]);
  });

  test('an id that occurs twice', () => {
    const twice = {
      record: record({ planned: 2 }),
      samples: [sample('a', { acc: 1 }), sample('a', { acc: 0 })],
    };
    const [mismatch] = compareTask(twice, run([1, 1])).mismatches;
    expect(mismatch).toMatchObject({ field: 'samples', baseline: '1 duplicate ids, first a' });
    const onBoth = compareTask(twice, { ...twice, samples: [...twice.samples] }).mismatches;
    expect(onBoth).toEqual([
      {
        ...{ task: 'facts', field: 'samples', severity: 'hard' },
        baseline: '1 duplicate ids, first a',
        candidate: '1 duplicate ids, first a',
      },
    ]);
  });

  test('the same id under two filters is not a duplicate', () => {
    const filtered = () => ({
      record: record({ planned: 1 }),
      samples: ['strict', 'flexible'].map((filter) => sample('a', { acc: 1 }, { filter })),
    });
    const { mismatches, metrics, result } = compareTask(filtered(), filtered());
    expect(mismatches).toEqual([]);
    expect(metrics.map(({ filter }) => filter)).toEqual(['flexible', 'strict']);
    expect(result?.metrics.map(({ metric }) => metric)).toEqual(['acc,flexible', 'acc,strict']);
  });

  test('more lines than planned', () => {
    const { mismatches } = compareTask(run([1, 1], ACC, { planned: 1 }), run([1, 1], ACC, { planned: 1 }));
    expect(mismatches).toContainEqual(
      expect.objectContaining({ field: 'samples', baseline: '1 beyond the plan' }),
    );
  });
});

describe('tasks', () => {
  const there = run([1, 1]);
  const named = (task: string) => run([1, 1], ACC, { task });

  test('that one side lacks, or both, are kept with a hard mismatch', () => {
    const comparisons = compareRuns(
      [there, named('only baseline')],
      [there, named('only candidate')],
      ['never run', 'facts'],
    );
    expect(
      comparisons.map(({ task, mismatches }) => [
        task,
        ...mismatches.flatMap((m) => [m.baseline, m.candidate]),
      ]),
    ).toEqual([
      ['never run', 'no run', 'no run'],
      ['facts'],
      ['only baseline', 'complete', 'no run'],
      ['only candidate', 'no run', 'complete'],
    ]);
    expect(
      comparisons.flatMap(({ mismatches }) => mismatches).every(({ severity }) => severity === 'hard'),
    ).toBe(true);
  });

  test('that ran twice are not comparable', () => {
    const found = (...sides: Parameters<typeof compareRuns>) => compareRuns(...sides)[0]?.mismatches;
    const hard = { task: 'facts', field: 'run', severity: 'hard' };
    const [once, twice] = ['1 run', '2 runs'];
    expect(found([there, there], [there], ['facts'])).toEqual([
      { ...hard, baseline: twice, candidate: once },
    ]);
    expect(found([there], [there, there], ['facts'])).toEqual([
      { ...hard, baseline: once, candidate: twice },
    ]);
  });

  test('that nobody expected come by name, in whatever order they ran', () => {
    const [a, b] = [named('a'), named('b')];
    expect(compareRuns([b, a], [a, b], []).map(({ task }) => task)).toEqual(['a', 'b']);
  });

  test.each<[string, number | undefined, number | undefined, number | null]>([
    ['both', 10, 10, 10],
    ['neither', undefined, undefined, null],
    ['one', 10, undefined, null],
    ['each another', 10, 20, null],
  ])('are drawn from as many samples as %s say', (_, left, right, population) => {
    const of = (known: number | undefined) =>
      run([1, 1], ACC, known === undefined ? {} : { population: known });
    expect(compareTask(of(left), of(right)).population).toBe(population);
  });

  test('are paired anew when a run has grown', () => {
    const grown = () => ({ record: record(), samples: [...run([1, 1]).samples] });
    const [left, right] = [grown(), grown()];
    const pairs = () => compareTask(left, right).result?.pairs;
    const more = (id: string) => sample(id, { acc: 1 });
    expect(pairs()).toBe(2);
    left.samples.push(more('x'));
    right.samples.push(more('y'));
    expect(pairs()).toBe(2);
    left.samples.push(more('y'));
    expect(pairs()).toBe(3);
    right.samples.push(more('x'));
    expect(pairs()).toBe(4);
  });

  test('have the metrics that any sample mentions', () => {
    const f1 = { ...ACC, name: 'f1' };
    const of = () => ({
      record: record({ metrics: [ACC, f1], planned: 2 }),
      samples: [sample('a', { acc: 1 }), sample('b', { acc: 1, f1: 0.5 })],
    });
    expect(compareTask(of(), of()).metrics.map(({ declaration }) => declaration.name)).toEqual(['acc', 'f1']);
  });
});

describe('what a reader is shown', () => {
  test('pairs, what is unpaired and what is unscored', () => {
    const { result, metrics } = compareTask(run([1, 1, null, 'cut off', 1]), run([1, null, 0, 1, 0]));
    expect(result?.pairs).toBe(3);
    expect(metrics[0]).toMatchObject({
      unpaired: { baseline: 1, candidate: 1 },
      unscored: { baseline: 1, candidate: 0 },
    });
    expect(result?.metrics[0]).toMatchObject({
      baseline: { value: 1, n: 2 },
      candidate: { value: 0.5, n: 2 },
      flips: { regressed: 1, improved: 0 },
    });
  });

  test.each([
    ['a number that is none', Number.NaN],
    ['an infinite one', Number.POSITIVE_INFINITY],
    ['one beyond the range', 1.5],
    ['a ratio where a number belongs', { numerator: 1, denominator: 1 }],
  ])('%s is unscored', (_, score) => {
    expect(compareTask(run([1, 1]), run([score, 1])).metrics[0]?.unscored.candidate).toBe(1);
  });

  test('groups, worst first', () => {
    const group = (index: number) => ({ group: ['algebra', 'biology', 'chess'][index % 3] ?? '' });
    const { result } = compareTask(
      run([1, 0, 1, 1, 0, 1], ACC, {}, group),
      run([1, 1, 0, 1, 0, 0], ACC, {}, group),
    );
    expect(result?.metrics[0]?.groups).toEqual([
      { group: 'chess', pairs: 2, delta: -1 },
      { group: 'algebra', pairs: 2, delta: 0 },
      { group: 'biology', pairs: 2, delta: 0.5 },
    ]);
  });

  test('flips of the primary metric, regressed first, with what was said', () => {
    const say = (text: string) => (index: number) => ({ output: `${text} ${index}` });
    const { result } = compareTask(run([0, 1, 1], ACC, {}, say('old')), run([1, 1, 0], ACC, {}, say('new')));
    expect(result?.flips).toEqual([
      {
        id: 's000002',
        group: null,
        baseline: { score: 1, output: 'old 2' },
        candidate: { score: 0, output: 'new 2' },
      },
      {
        id: 's000000',
        group: null,
        baseline: { score: 0, output: 'old 0' },
        candidate: { score: 1, output: 'new 0' },
      },
    ]);
  });

  test('flips of one size take turns over the groups', () => {
    const group = (index: number) => ({ group: index < 3 ? 'algebra' : 'biology' });
    const { result } = compareTask(
      run([1, 1, 1, 1, 1], ACC, {}, group),
      run([0, 0, 0, 0, 0], ACC, {}, group),
    );
    expect(result?.flips.map((flip) => flip.group)).toEqual([
      'algebra',
      'biology',
      'algebra',
      'biology',
      'algebra',
    ]);
  });

  test('no more flips than a reader can take', () => {
    const ones = Array.from({ length: 100 }, () => 1);
    const { result } = compareTask(
      run([...ones, ...ones.map(() => 0)]),
      run([...ones.map(() => 0), ...ones]),
    );
    expect(result?.flips.filter(({ candidate }) => candidate.score === 0)).toHaveLength(24);
    expect(result?.flips).toHaveLength(36);
  });

  test('weighted samples weigh', () => {
    const weigh = (index: number) => ({ weight: index === 0 ? 3 : 1 });
    const { result } = compareTask(run([1, 0], ACC, {}, weigh), run([0, 0], ACC, {}, weigh));
    expect(result?.metrics[0]).toMatchObject({ baseline: { value: 0.75 }, candidate: { value: 0 } });
  });

  test('nothing at all is null, not 0', () => {
    expect(compareTask(run([]), run([])).result?.metrics).toEqual([]);
    const unscored = compareTask(run(['a', 'b']), run(['a', 'b'])).result?.metrics[0];
    expect(unscored).toMatchObject({ baseline: null, candidate: null, delta: null, flips: null });
  });
});

describe('a side of several models', () => {
  const of = (task: string, digest: string) =>
    run([1, 1, 0], ACC, { task, model: { ...run([1]).record.model, digest } });

  test.each([
    ['the candidate', [of('a', 'base'), of('b', 'base')], [of('a', 'new'), of('b', 'newer')]],
    ['the baseline', [of('a', 'base'), of('b', 'bass')], [of('a', 'new'), of('b', 'new')]],
  ])('%s: no task of it can be compared', (_, baseline, candidate) => {
    const comparisons = compareRuns(baseline, candidate, ['a', 'b']);
    expect(
      comparisons.map(({ mismatches }) => mismatches.map(({ field, severity }) => [field, severity])),
    ).toEqual([[['run', 'hard']], [['run', 'hard']]]);
  });

  test('one model a side is what is wanted', () => {
    const comparisons = compareRuns([of('a', 'base'), of('b', 'base')], [of('a', 'new'), of('b', 'new')], []);
    expect(comparisons.flatMap(({ mismatches }) => mismatches)).toEqual([]);
  });
});
