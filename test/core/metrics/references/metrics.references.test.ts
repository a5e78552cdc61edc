import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { askReference, referencePython } from '../../../../scripts/references.ts';
import { metricValue, type ReferenceData } from '../../../support/metric-values.ts';
// Names the metrics that the script knows.
import fixtures from './metrics.json' with { type: 'json' };

const RUNS = 60;

const columns = <Row extends Readonly<Record<string, unknown>>>(
  rows: readonly Row[],
  ...keys: (keyof Row)[]
) => Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key])])) as ReferenceData;

const label = (most: number, least = 0) => fc.integer({ min: least, max: most });
/** Few values, so that many tie. */
const score = fc.integer({ min: -8, max: 8 }).map((eighths) => eighths / 8);
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);

const classes = fc
  .array(fc.record({ gold: label(3), predicted: label(3, -1) }), { minLength: 1, maxLength: 40 })
  .map((rows) => columns(rows, 'gold', 'predicted'));
const scores = fc
  .array(fc.record({ gold: label(1), scores: score }), { minLength: 2, maxLength: 40 })
  .map((rows) => columns(rows, 'gold', 'scores'));
const likelihoods = fc
  .array(
    fc
      .record({ gold: label(2), raw: fc.tuple(label(99, 1), label(99, 1), label(99, 1)) })
      .map(({ gold, raw }) => {
        const total = raw.reduce((sum, each) => sum + each, 0);
        return { gold, probabilities: raw.map((each) => each / total) };
      }),
    { minLength: 3, maxLength: 40 },
  )
  .map((rows) => columns(rows, 'gold', 'probabilities'));
/** One more than a number without a factor 3 or 5: no end of a bin of equal mass is an answer's own confidence. */
const confidences = fc
  .constantFrom(3, 5, 12, 20, 47, 72)
  .chain((size) =>
    fc.array(fc.record({ confidence: share, right: label(1) }), { minLength: size, maxLength: size }),
  )
  .map((rows) => columns(rows, 'confidence', 'right'));
const numbers = fc
  .array(fc.record({ target: score, predicted: score }), { minLength: 2, maxLength: 40 })
  .map((rows) => columns(rows, 'target', 'predicted'));
const rankings = fc
  .record({
    relevance: fc
      .array(label(3), { minLength: 2, maxLength: 12 })
      .filter((gains) => gains.some((gain) => gain > 0)),
    k: label(12, 1),
  })
  .map(({ relevance, k }): ReferenceData => ({ relevance, k, scores: relevance.map((_, item) => -item) }));

/** By the columns of a metric's committed cases. */
function dataOf(metric: string): fc.Arbitrary<ReferenceData> {
  const data = fixtures.cases.find((each) => each.metric === metric)?.data ?? {};
  if ('relevance' in data) return rankings;
  if ('confidence' in data) return confidences;
  if ('target' in data) return numbers;
  if ('probabilities' in data) return likelihoods;
  return 'scores' in data ? scores : classes;
}

const ASKED = [...new Set(fixtures.cases.map(({ metric }) => metric))].map((metric) => ({
  metric,
  cases: fc.sample(dataOf(metric), RUNS),
}));

describe('on generated data', () => {
  let expected: unknown[] | null = null;
  beforeAll(() => {
    const python = referencePython();
    if (python === null) return;
    // One process for all: loading the libraries takes longer than their answers.
    const asked = ASKED.flatMap(({ metric, cases }) => cases.map((data) => [metric, data] as const));
    expected = askReference(python, 'metrics.py', asked);
  });

  test.for(ASKED.map(({ metric, cases }, position) => ({ metric, cases, position })))(
    '$metric',
    async ({ metric, cases, position }, { skip }) => {
      if (expected === null) return skip('the reference libraries are not installed');
      const values = expected.slice(RUNS * position, RUNS * (position + 1));
      expect(values.some((value) => value !== null)).toBe(true);
      for (const [index, data] of cases.entries()) {
        const own = await metricValue(metric, data);
        const value = values[index];
        if (typeof value === 'number' && own !== null)
          expect(own, JSON.stringify(data)).toBeCloseTo(value, 9);
        else expect(own, JSON.stringify(data)).toBe(value);
      }
    },
  );
});
