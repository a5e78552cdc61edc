import type { MetricScores, PairedScore } from '../../src/compare/scores.ts';
import { decideInOrder } from '../../src/decide/sequential.ts';
import type { Policy, SingleRule } from '../../src/domain/gate.ts';
import { declareMetric } from '../../src/metrics/registry.ts';
import { mulberry32, shuffled } from '../../src/stats/random.ts';
import type { Part } from '../../src/stats/ratio.ts';

/** An experiment on 0/1 scores of which the baseline has 65 % right. */
export interface SequentialExperiment {
  readonly n: number;
  readonly margin: number;
  readonly discordance: number;
  /** `benchmark`: the drop of the whole run itself. `population`: the true drop, of which every run is a sample. */
  readonly drop: number;
  readonly target: 'benchmark' | 'population';
}

/** Shares of all sequences; `share` is the mean part of the samples that was needed, with its simulation error. */
export interface SequentialRates {
  readonly pass: number;
  readonly regression: number;
  readonly share: number;
  readonly shareError: number;
}

const BASELINE_RIGHT = 0.65;
const source = { kind: 'default' } as const;
const [right, wrong]: [Part, Part] = [
  { numerator: 1, denominator: 1 },
  { numerator: 0, denominator: 1 },
];

/** Runs our own sequential decisions on drawn samples. */
export function sequentialRates(
  experiment: SequentialExperiment,
  sequences: number,
  seed: number,
): SequentialRates {
  const { n, margin, target } = experiment;
  const random = mulberry32(seed);
  const rule: SingleRule = { rule: 'max_drop', limit: { kind: 'absolute', value: margin } };
  const policy: Policy = {
    alpha: { value: 0.05, source },
    onInconclusive: { value: 'block', source },
    target: { value: target, source },
    minCoverage: { value: 0.99, source },
  };
  const shares: number[] = [];
  const counts = { pass: 0, regression: 0, inconclusive: 0 };
  for (let sequence = 0; sequence < sequences; sequence += 1) {
    const scores = target === 'benchmark' ? benchmark(experiment, random) : drawn(experiment, random);
    const metric: MetricScores = {
      ...{ declaration: declareMetric('acc'), filter: null, scores },
      ...{ unpaired: { baseline: 0, candidate: 0 }, unscored: { baseline: 0, candidate: 0 } },
      whyUnscored: { baseline: null, candidate: null },
    };
    const outcome = decideInOrder(rule, metric, scores, false, policy);
    if (outcome === null) throw new Error('a sequential test ended without an answer');
    counts[outcome.judgement.verdict] += 1 / sequences;
    shares.push(outcome.metric.scores.length / n);
  }
  const share = mean(shares);
  const spread = mean(shares.map((each) => (each - share) ** 2));
  return { ...counts, share, shareError: Math.sqrt(spread / sequences) };
}

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

type Flip = readonly [baseline: boolean, candidate: boolean];

function benchmark({ n, discordance, drop }: SequentialExperiment, random: () => number): PairedScore[] {
  const net = Math.round(n * drop);
  const fell = Math.round((n * discordance + net) / 2);
  const rose = fell - net;
  const rights = Math.round(n * BASELINE_RIGHT);
  const of = (count: number, flip: Flip) => Array.from({ length: count }, () => flip);
  const items = [
    ...of(fell, [true, false]),
    ...of(rights - fell, [true, true]),
    ...of(rose, [false, true]),
    ...of(n - rights - rose, [false, false]),
  ];
  return shuffled(items, random).map(scoreOf);
}

function drawn({ n, discordance, drop }: SequentialExperiment, random: () => number): PairedScore[] {
  const fall = (discordance + drop) / 2;
  const rise = (discordance - drop) / 2;
  return Array.from({ length: n }, (_, index) => {
    const u = random();
    const flip: Flip =
      u < fall
        ? [true, false]
        : u < BASELINE_RIGHT
          ? [true, true]
          : u < BASELINE_RIGHT + rise
            ? [false, true]
            : [false, false];
    return scoreOf(flip, index);
  });
}

function scoreOf([baseline, candidate]: Flip, index: number): PairedScore {
  return {
    key: `${index}`,
    cluster: `sample ${index}`,
    group: null,
    weight: 1,
    baseline: baseline ? right : wrong,
    candidate: candidate ? right : wrong,
  };
}
