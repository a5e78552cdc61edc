import { compareTask } from '../../../src/core/compare/compare.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import type { Score } from '../../../src/core/domain/sample.ts';
import { mulberry32, shuffled } from '../../../src/core/stats/random.ts';
import { ACC, run } from '../compare/build.ts';

export type Pair = readonly [baseline: Score, candidate: Score | string];

export interface Sides {
  readonly pairs: readonly Pair[];
  readonly metric?: MetricDeclaration;
  /** Samples of the candidate, in the order of the pairs; all without. */
  readonly evaluated?: number;
  readonly candidate?: Partial<RunRecord>;
  readonly cluster?: (index: number) => string;
}

/** A whole baseline, and the first samples of a candidate that was evaluated sequentially. */
export function sides({ pairs, metric = ACC, evaluated = pairs.length, candidate = {}, cluster }: Sides) {
  const place = (index: number) => (cluster === undefined ? {} : { cluster: cluster(index) });
  const baseline = run(
    pairs.map(([score]) => score),
    metric,
    { side: 'baseline' },
    place,
  );
  const stopped = { after: evaluated, because: 'decided' } as const;
  const whole = run(
    pairs.map(([, score]) => score),
    metric,
    {
      design: 'sequential',
      ...(evaluated < pairs.length && { status: { state: 'complete', stopped } }),
      ...candidate,
    },
    place,
  );
  return [baseline, { ...whole, samples: whole.samples.slice(0, evaluated) }] as const;
}
export const compared = (input: Sides) => compareTask(...sides(input));

/** Scores of 0 and 1 in random order: `fell` and `rose` per mille of them flip. */
export function flips(count: number, fell: number, rose: number, seed = 1): Pair[] {
  const items = Array.from({ length: count }, (_, index): Pair => {
    const at = (1000 * index) / count;
    return at < fell ? [1, 0] : at < fell + rose ? [0, 1] : at < 650 + rose ? [1, 1] : [0, 0];
  });
  return shuffled(items, mulberry32(seed));
}
export const rateOf = (count: number, rate: number): Pair[] =>
  shuffled(
    Array.from({ length: count }, (_, index): Pair => [0, index < rate * count ? 1 : 0]),
    mulberry32(2),
  );
