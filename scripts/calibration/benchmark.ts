import type { PairedScore } from '../../src/core/compare/score-table.ts';
import type { MetricScores } from '../../src/core/compare/scores.ts';
import { betOnBenchmark } from '../../src/core/decide/anytime.ts';
import { hypothesisOf } from '../../src/core/decide/rules/registry.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { mulberry32, shuffled } from '../../src/core/stats/random.ts';
import type { Part } from '../../src/core/stats/ratio.ts';
import { ALPHA, BASELINE_RIGHT, type Experiment } from './exact.ts';
import type { SequentialRates } from './population.ts';

const RIGHT: Part = { numerator: 1, denominator: 1 };
const WRONG: Part = { numerator: 0, denominator: 1 };

/** Samples of the four kinds, in no order, of which the whole run has exactly the drop in question. */
function benchmarkOf({ n, discordance, drop }: Experiment): PairedScore[] {
  const net = Math.round(n * drop);
  const fell = Math.round((n * discordance + net) / 2);
  const rose = fell - net;
  const rights = Math.round(n * BASELINE_RIGHT);
  const of = (count: number, baseline: Part, candidate: Part) =>
    Array.from({ length: count }, () => ({ baseline, candidate }));
  return [
    ...of(fell, RIGHT, WRONG),
    ...of(rights - fell, RIGHT, RIGHT),
    ...of(rose, WRONG, RIGHT),
    ...of(n - rights - rose, WRONG, WRONG),
  ].map((sides, index) => ({
    key: `${index}`,
    cluster: `sample ${index}`,
    group: null,
    weight: 1,
    ...sides,
  }));
}

export interface SimulatedRates extends SequentialRates {
  /** Standard error of `share`. */
  readonly shareError: number;
}

/** Our bets on a drop of one benchmark, in many random orders. */
export function benchmarkRates(
  experiment: Experiment,
  margin: number,
  sequences: number,
  seed: number,
): SimulatedRates {
  const random = mulberry32(seed);
  const declaration = declareMetric('acc');
  const claim = hypothesisOf({ rule: 'max_drop', limit: { kind: 'absolute', value: margin } }, declaration, {
    value: BASELINE_RIGHT,
    stderr: null,
    n: experiment.n,
  });
  if ('refusal' in claim) throw new Error(claim.refusal);
  const scores = benchmarkOf(experiment);
  const metric: MetricScores = {
    ...{ declaration, filter: null, scores },
    ...{ unpaired: { baseline: 0, candidate: 0 }, unscored: { baseline: 0, candidate: 0 } },
    whyUnscored: { baseline: null, candidate: null },
  };
  const counts = { pass: 0, regression: 0 };
  const shares: number[] = [];
  for (let sequence = 0; sequence < sequences; sequence += 1) {
    const seen = shuffled(scores, random);
    const answer = betOnBenchmark({
      hypothesis: claim,
      metric,
      seen,
      alpha: ALPHA,
      draw: null,
      isCovered: () => true,
    });
    if (answer === null) throw new Error('a whole benchmark was seen without an answer');
    counts[answer.verdict] += 1 / sequences;
    shares.push(answer.samples / experiment.n);
  }
  const share = shares.reduce((total, each) => total + each, 0) / sequences;
  const spread = shares.reduce((total, each) => total + (each - share) ** 2, 0) / sequences;
  return { ...counts, leans: 0, share, shareError: Math.sqrt(spread / sequences) };
}
