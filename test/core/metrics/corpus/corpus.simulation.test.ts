import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueOfAll } from '../../../../src/core/metrics/corpus/aggregate.ts';
import { bleuParts } from '../../../../src/core/metrics/corpus/bleu.ts';
import { chrfParts } from '../../../../src/core/metrics/corpus/chrf.ts';
import {
  AGGREGATES,
  type CorpusAggregate,
  faultOfParts,
} from '../../../../src/core/metrics/corpus/registry.ts';
// Made with the versions of scikit-learn and sacreBLEU that it names.
import reference from './reference.json' with { type: 'json' };

const overall = (name: CorpusAggregate, samples: readonly (readonly number[])[]) =>
  valueOfAll(
    AGGREGATES[name],
    samples.map((parts) => ({ parts, weight: 1 })),
  );

const equal = (a: number, b: number) => (Number.isNaN(a) ? Number.isNaN(b) : Math.abs(a - b) < 1e-9);

const classes = reference.gold.map((gold, index) => [gold, reference.predicted[index] ?? -1]);
const each = <T>(values: readonly T[], other: readonly number[]) =>
  values.map((value, index) => [value, other[index] ?? NaN] as [T, number]);

describe('the value that others compute', () => {
  test.each([
    ['f1', classes, reference.f1],
    ['f1_macro', classes, reference.f1_macro],
    ['mcc', classes, reference.mcc],
    ['auc', each(reference.labels, reference.scores), reference.auc],
    ['ece', each(reference.confidence, reference.right), reference.ece],
  ] as const)('of %s', (name, samples, expected) => {
    expect(overall(name, samples)).toBeCloseTo(expected, 12);
  });

  const pairs = reference.answers.map(
    (answer, index) => [answer, reference.references[index] ?? []] as const,
  );
  test.each(pairs.map(([answer], index) => [answer, index] as const))(
    'of BLEU and chrF of %j',
    (_, index) => {
      const [answer, references] = pairs[index] ?? ['', []];
      expect(overall('bleu', [bleuParts(answer, references)])).toBeCloseTo(
        reference.bleu_each[index] ?? NaN,
        9,
      );
      expect(overall('chrf', [chrfParts(answer, references)])).toBeCloseTo(
        reference.chrf_each[index] ?? NaN,
        9,
      );
    },
  );

  test('of BLEU and chrF of all', () => {
    expect(
      overall(
        'bleu',
        pairs.map(([answer, references]) => bleuParts(answer, references)),
      ),
    ).toBeCloseTo(reference.bleu, 9);
    expect(
      overall(
        'chrf',
        pairs.map(([answer, references]) => chrfParts(answer, references)),
      ),
    ).toBeCloseTo(reference.chrf, 9);
  });
});

test.each(['f1_macro', 'f1_weighted', 'balanced_accuracy', 'precision_macro'] as const)(
  '%s of a resample without a class is what it is of those samples',
  (name) => {
    const samples = classes.map((parts) => ({ parts, weight: 1 }));
    const rare = Math.max(...classes.map(([gold = 0]) => gold));
    const kept = classes.flatMap(([gold], index) => (gold === rare ? [] : [index]));
    expect(kept.length).toBeLessThan(classes.length);
    const times = classes.map((_, index) => Number(kept.includes(index)));
    const expected = overall(
      name,
      kept.map((index) => classes[index] ?? []),
    );
    expect(AGGREGATES[name].over(samples).value(times)).toBeCloseTo(expected, 12);
  },
);

describe('edges', () => {
  test.each([
    [
      'f1_macro',
      [
        [0, 0],
        [1, -1],
      ],
      0.5,
    ],
    // Nothing to correlate with; and answers that tell nothing.
    [
      'mcc',
      [
        [0, 0],
        [0, 0],
      ],
      NaN,
    ],
    [
      'mcc',
      [
        [0, 0],
        [1, 0],
      ],
      0,
    ],
    [
      'auc',
      [
        [1, 3],
        [1, 4],
      ],
      NaN,
    ],
    [
      'auc',
      [
        [1, 3],
        [0, 3],
      ],
      0.5,
    ],
    [
      'ece',
      [
        [1, 1],
        [1, 1],
      ],
      0,
    ],
    ['bleu', [[0, 5, 0, 0, 0, 0, 0, 0, 0, 0]], 0],
  ] as const)('%s of %j is %d', (name, samples, expected) => {
    expect(equal(overall(name, samples), expected)).toBe(true);
  });

  test.each([
    ['f1', [0], 'f1 needs 2 parts, and there are 1'],
    ['f1', [-1, 0], 'part 1 cannot be a class of the reference'],
    ['f1', [0, -2], 'part 2 cannot be a predicted class'],
    ['mcc', [0, 0.5], 'part 2 cannot be a predicted class'],
    ['auc', [2, 0], 'part 1 cannot be a 1 where it is so, else 0'],
    ['auc', [1, Infinity], 'part 2 cannot be a score'],
    ['ece', [1.1, 0], 'part 1 cannot be a probability of the chosen answer'],
    ['ece', ['1', 0], 'part 1 cannot be a probability of the chosen answer'],
    ['ece', [0.5, 1], null],
  ] as const)('%s with %j', (name, parts, fault) => {
    expect(faultOfParts(name, parts)).toBe(fault);
  });
});

const part = (name: CorpusAggregate) =>
  fc.tuple(
    ...AGGREGATES[name].parts.map(({ min, max, whole }) =>
      whole
        ? fc.integer({ min: min ?? -5, max: max ?? 5 })
        : fc.integer({ min: (min ?? -3) * 8, max: (max ?? 3) * 8 }).map((eighths) => eighths / 8),
    ),
  );
const names = Object.keys(AGGREGATES) as CorpusAggregate[];

describe.each(names)('%s', (name) => {
  const samples = fc.array(fc.record({ parts: part(name), weight: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 3,
    maxLength: 12,
  });
  test('without some is the value when they count nothing', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 3 }), (all, leftOut) => {
        const left = all.flatMap((_, index) => (index < leftOut && index < all.length - 1 ? [index] : []));
        const metric = AGGREGATES[name].over(all);
        const times = all.map((_, index) => (left.includes(index) ? 0 : 1));
        return equal(metric.without(left), metric.value(times));
      }),
    );
  });
  test('without any one of samples that count alike is the value when it counts nothing', () => {
    fc.assert(
      fc.property(samples, (weighted) => {
        const all = weighted.map(({ parts }) => ({ parts, weight: 1 }));
        const metric = AGGREGATES[name].over(all);
        return all.every((_, left) =>
          equal(metric.without([left]), metric.value(all.map((_each, index) => (index === left ? 0 : 1)))),
        );
      }),
    );
  });
  test('a sample that counts three times is three samples', () => {
    fc.assert(
      fc.property(samples, (all) => {
        const times = all.map(({ weight }) => weight);
        const repeated = all.flatMap(({ parts, weight }) => Array.from({ length: weight }, () => parts));
        const once = all.map(({ parts }) => ({ parts, weight: 1 }));
        return (
          equal(AGGREGATES[name].over(once).value(times), overall(name, repeated)) &&
          equal(valueOfAll(AGGREGATES[name], all), overall(name, repeated))
        );
      }),
    );
  });
  test('the order of samples means nothing', () => {
    fc.assert(
      fc.property(samples, (all) => {
        const parts = all.map((sample) => sample.parts);
        return equal(overall(name, parts), overall(name, parts.toReversed()));
      }),
    );
  });
});
