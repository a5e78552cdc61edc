import { describe, expect, test } from 'vitest';
import type { Score } from '../../../../src/core/domain/sample.ts';
import { faultOfParts } from '../../../../src/core/metrics/corpus/registry.ts';
import { loadFacts, ROWS, row } from './build.ts';

const faultOf = (aggregate: 'bleu' | 'chrf', score: Score | undefined): string | null =>
  typeof score === 'object' && 'parts' in score ? faultOfParts(aggregate, score.parts) : 'no parts';

/** The task with one metric more, of which these are the values in the lines. */
const loadMetric = (
  name: string,
  values: readonly unknown[],
  aggregate: unknown,
  listed: Readonly<Record<string, unknown>> = {},
) =>
  loadFacts(
    values.map((value, document) => row(document, { [name]: value })),
    {
      results: { facts: { [`${name},none`]: aggregate, [`${name}_stderr,none`]: 'N/A' } },
      configs: { facts: { metric_list: [{ metric: name, ...listed }] } },
      higher_is_better: {},
    },
  );

const HIGHER = { higher_is_better: true };

describe('aggregates', () => {
  test('that the samples do not give are refused with both numbers', async () => {
    const { runs, faults } = await loadFacts(ROWS, { results: { facts: { 'acc,none': 0.6 } } });
    expect(runs).toEqual([]);
    expect(faults).toEqual([
      expect.stringMatching(/facts\/acc is 0\.6 in the results file and 0\.5 by the samples/),
    ]);
  });

  test.each([0.5 + 1e-12, 0.5 - 1e-12])('%d is rounding', async (value) => {
    expect((await loadFacts(ROWS, { results: { facts: { 'acc,none': value } } })).faults).toEqual([]);
  });

  test.each([NaN, Infinity, 'N/A'])('%s without a reason in the samples is refused', async (value) => {
    const { faults } = await loadFacts(ROWS, { results: { facts: { 'acc,none': value } } });
    expect(faults).toEqual([expect.stringContaining('by the samples')]);
  });
});

describe('scores that are no finite numbers', () => {
  test.each([
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    [null, 'null'],
    [undefined, 'not in the samples file'],
  ])('%s is unscored, never 0', async (value, reason) => {
    const { runs, faults } = await loadMetric('acc', [value, 1, 0, 1], NaN);
    expect(faults).toEqual([]);
    const scores = runs[0]?.samples.map(({ scores }) => scores.acc);
    expect(scores).toContainEqual({ unscored: reason });
    expect(scores).toHaveLength(4);
  });
});

describe('ratios', () => {
  test('perplexity is judged on the log-likelihoods of its lines, whose sign is the other way', async () => {
    const { runs, faults } = await loadMetric('perplexity', [-1, -2, -3, -4], Math.exp(2.5));
    expect(faults).toEqual([]);
    expect(runs[0]?.record.metrics).toMatchObject([
      { direction: 'lower_is_better', kind: 'ratio', scale: 'log', unit: 'perplexity' },
    ]);
    expect(runs[0]?.samples.map(({ scores }) => scores.perplexity)).toContainEqual({
      numerator: 4,
      denominator: 1,
    });
  });

  test.each([
    ['word_perplexity', Math.exp(10 / 8)],
    ['byte_perplexity', Math.exp(10 / 8)],
    ['bits_per_byte', 10 / 8 / Math.LN2],
  ])('%s is a ratio of sums', async (name, aggregate) => {
    const values = [1, 2, 3, 4].map((nats) => [-nats, 2]);
    expect((await loadMetric(name, values, aggregate)).faults).toEqual([]);
    expect((await loadMetric(name, values, aggregate * 1.01)).faults).toHaveLength(1);
    expect((await loadMetric(name, [...values.slice(1), 'x'], aggregate)).faults[0]).toContain(
      'not what this metric',
    );
  });
});

describe('direction', () => {
  test.each([
    ['recorded', 'score', { higher_is_better: false }, 'lower_is_better'],
    ['known', 'acc_norm', {}, 'higher_is_better'],
    ['recorded over known', 'acc', { higher_is_better: false }, 'lower_is_better'],
  ])('%s', async (_how, name, listed, direction) => {
    const { runs } = await loadMetric(name, [0, 1, 0, 1], 0.5, listed);
    expect(runs[0]?.record.metrics[0]).toMatchObject({ direction });
  });

  test('that nobody says is asked for', async () => {
    const { runs, faults } = await loadMetric('score', [0, 1, 0, 1], 0.5);
    expect(runs).toEqual([]);
    expect(faults).toEqual([
      expect.stringMatching(/which way facts\/score is better[\s\S]*higher_is_better/),
    ]);
  });
});

describe('what no sample has a value for', () => {
  test.each<[string, readonly unknown[], Readonly<Record<string, unknown>>]>([
    [
      'pairs',
      [
        [0, 1],
        [1, 1],
        [0, 0],
        [1, 0],
      ],
      HIGHER,
    ],
    ['texts', ['[0.4 0.6]', '[0.1 0.9]', '[0.5 0.5]', '[1. 0.]'], HIGHER],
    ['lists of booleans', [[true], [false, true], [true], [true]], HIGHER],
    ['an aggregation of its own', [0, 1, 0, 1], { ...HIGHER, aggregation: 'def agg(items): return 3' }],
  ])('%s: a task of such metrics alone is refused', async (_what, values, listed) => {
    const { faults } = await loadMetric('score', values, 3, listed);
    expect(faults).toEqual([
      expect.stringContaining('no metric of facts is a function of single samples (score)'),
    ]);
  });

  test('beside another metric it is declared and has no scores', async () => {
    const { runs, faults } = await loadFacts(
      ROWS.map((each) => ({ ...each, squad: { f1: 1 } })),
      {
        results: { facts: { 'squad,none': 0.3, 'acc,none': 0.5 } },
        higher_is_better: { facts: { squad: true } },
      },
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.record).toMatchObject({
      primary_metric: 'acc',
      metrics: [{ kind: 'corpus' }, ...Array.from({ length: 4 }, () => ({ kind: 'mean' }))],
    });
    expect(runs[0]?.samples.every(({ scores }) => !('squad' in scores))).toBe(true);
  });

  // Of class 1: 2 right, 1 missed, 1 wrong.
  const PAIRS = [
    [1, 1],
    [1, 1],
    [1, 0],
    [0, 1],
  ];

  test.each([
    ['f1', 2 / 3],
    ['mcc', -1 / 3],
  ])('%s is a function of pairs, and must follow from them', async (name, value) => {
    const { runs, faults } = await loadMetric(name, PAIRS, value);
    expect(faults).toEqual([]);
    expect(runs[0]?.record.metrics).toMatchObject([{ kind: 'corpus', aggregate: name }]);
    expect(runs[0]?.samples.map(({ scores }) => scores[name])).toContainEqual({ parts: [1, 0] });
    expect((await loadMetric(name, PAIRS, value + 0.01)).faults).toEqual([
      expect.stringContaining('by the samples'),
    ]);
    expect((await loadMetric(name, [...PAIRS.slice(1), [1, 'x']], value)).faults).toEqual([
      expect.stringContaining('is not a pair of classes'),
    ]);
    const own = await loadMetric(name, PAIRS, 9, { aggregation: 'def agg(items): return 9' });
    expect(own.runs).toEqual([]);
  });

  test.each(['f1', 'mcc'])(
    '%s of one class alone is undefined, of which the harness writes 0',
    async (name) => {
      const alike = PAIRS.map(() => [0, 0]);
      expect((await loadMetric(name, alike, 0)).faults).toEqual([]);
      expect((await loadMetric(name, alike, 1)).faults).toEqual([expect.stringContaining('by the samples')]);
      expect((await loadMetric(name, PAIRS, 0)).faults).toHaveLength(1);
    },
  );

  test('mcc by the name that its function has', async () => {
    const listed = { aggregation: 'matthews_corrcoef' };
    const { runs } = await loadMetric('mcc', PAIRS, -1 / 3, listed);
    expect(runs[0]?.record.metrics).toMatchObject([{ aggregate: 'mcc' }]);
  });

  // By sacrebleu 2.6.0: corpus_bleu and corpus_chrf.
  const TEXTS = [
    ['The cat sat on the mat.', 'The cat is on the mat.'],
    ['Hello, world! 3,000 dogs', 'Hello world, 3,000 dogs!'],
    ['a b c d e', 'a b c d f g'],
    ['Route: billing', 'billing route'],
  ];
  const ONE_AND_MORE = TEXTS.map(([reference, answer], index) => [
    index === 0 ? [reference] : [reference, 'another one'],
    answer,
  ]);

  test.each<['bleu' | 'chrf', number]>([
    ['bleu', 39.12950299584578],
    ['chrf', 60.72572536298618],
  ])('%s is a function of texts, and must follow from them', async (name, value) => {
    for (const values of [TEXTS, ONE_AND_MORE]) {
      const { runs, faults } = await loadMetric(name, values, value);
      expect(faults).toEqual([]);
      expect(runs[0]?.record.metrics).toMatchObject([{ aggregate: name, range: { min: 0, max: 100 } }]);
      expect(runs[0]?.samples.every(({ scores }) => faultOf(name, scores[name]) === null)).toBe(true);
    }
    const says = async (values: readonly unknown[], aggregate = value) =>
      (await loadMetric(name, values, aggregate)).faults;
    expect(await says(TEXTS, value + 0.01)).toEqual([expect.stringContaining('by the samples')]);
    expect(await says([...TEXTS.slice(1), ['a', 1]])).toEqual([
      expect.stringContaining('is not a pair of texts'),
    ]);
    // How many references count is known of none.
    expect(await says(TEXTS.map(([reference, answer]) => [[reference, 'x'], answer]))).toEqual([
      expect.stringContaining('no metric of facts is a function of single samples'),
    ]);
  });

  test('--predict_only scored nothing, though its aggregate is 999', async () => {
    const { faults } = await loadMetric('bypass', [null, null, null, null], 999, HIGHER);
    expect(faults).toEqual([expect.stringContaining('--predict_only')]);
  });

  test('a rate outside 0 to 1 is refused', async () => {
    const { faults } = await loadMetric('acc', [0, 100, 0, 100], 50);
    expect(faults).toEqual([expect.stringMatching(/jsonl:2 \(acc\): 100 lies outside 0 to 1/)]);
  });
});
