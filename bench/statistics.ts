/**
 * What the decision's statistics hold in memory: numbers in columns, outside of the heap. Run it with a small heap, which an
 * array of its ten million pairs does not fit:
 *
 *     node --max-old-space-size=64 --import tsx bench/statistics.ts 10000000
 */

import { hypotheticalEstimate } from '../src/core/decide/hypothetical.ts';
import { hypothesisOf } from '../src/core/decide/rules/registry.ts';
import { testHypothesis } from '../src/core/decide/test-hypothesis.ts';
import { declareMetric } from '../src/core/metrics/registry.ts';
import { sumClusters, type Units } from '../src/core/stats/clustered.ts';
import { mcnemar } from '../src/core/stats/mcnemar.ts';
import { mulberry32 } from '../src/core/stats/random.ts';
import {
  addPairs,
  keepPairs,
  type PairedPart,
  type Part,
  ratioDifferenceValues,
} from '../src/core/stats/ratio.ts';
import { BenchmarkGate, plainStrata } from '../src/core/stats/sequential/benchmark-gate.ts';
import { skewedMean } from '../src/core/stats/skewed.ts';
import { stratifiedMean } from '../src/core/stats/strata.ts';
import { type LinearEstimate, studentMean } from '../src/core/stats/student.ts';

const pairs = Number(process.argv[2] ?? 10_000_000);
const RIGHT_SHARE = 0.65;
const PASSAGES = 5000;
const STRATA = 4;
const started = performance.now();

const part = (numerator: number, denominator = 1): Part => ({ numerator, denominator });
const [RIGHT, WRONG] = [part(1), part(0)];
const STAYED_RIGHT: PairedPart = { baseline: RIGHT, candidate: RIGHT };
const STAYED_WRONG: PairedPart = { baseline: WRONG, candidate: WRONG };
const FELL: PairedPart = { baseline: RIGHT, candidate: WRONG };
const ROSE: PairedPart = { baseline: WRONG, candidate: RIGHT };

/** Of the pairs of one stratum out of so many: a tenth flips, and the first are right. The same ones every time. */
function* answers(stratum = 0, strata = 1): Generator<PairedPart> {
  const random = mulberry32(stratum + 1);
  const count = pairs / strata;
  for (let sample = 0; sample < count; sample += 1) {
    const isFlip = random() < 0.1;
    if (sample < count * RIGHT_SHARE) yield isFlip ? FELL : STAYED_RIGHT;
    else yield isFlip ? ROSE : STAYED_WRONG;
  }
}

/** Documents of 50 to 150 tokens, of which the candidate loses or wins whole nats. */
function* documents(): Generator<PairedPart> {
  const random = mulberry32(2);
  for (let sample = 0; sample < pairs; sample += 1) {
    const length = 50 + Math.floor(101 * random());
    const change = Math.floor(7 * random()) - 2;
    yield { baseline: part(2 * length, length), candidate: part(2 * length + change, length) };
  }
}

const itself = (pair: PairedPart) => pair;
/** @param share of all pairs */
const each = (of: () => Iterable<PairedPart>, share = 1) => ({
  length: Math.ceil(pairs * share),
  every(holds: (pair: PairedPart) => boolean) {
    for (const pair of of()) if (!holds(pair)) return false;
    return true;
  },
});
const alone = (of: () => Iterable<PairedPart>, share = 1): Units<PairedPart> =>
  sumClusters(each(of, share), itself, () => null, addPairs, keepPairs);

/** Every so many-th pair is of the same passage. */
function inPassages(of: () => Iterable<PairedPart>): Units<PairedPart> {
  const names = Array.from({ length: PASSAGES }, (_, passage) => `passage ${passage}`);
  let sample = 0;
  return sumClusters(each(of), itself, () => names[sample++ % PASSAGES] ?? null, addPairs, keepPairs);
}

const right = Math.round(pairs * RIGHT_SHARE);
const flips = { rose: 0, fell: 0 };
const bets = new BenchmarkGate({
  ...{ strata: plainStrata(right, pairs - right), boundary: -0.02 },
  ...{ gap: 0.02, alpha: 0.05 },
});
for (const pair of answers()) {
  if (pair === FELL) flips.fell += 1;
  if (pair === ROSE) flips.rose += 1;
  bets.add(pair.baseline === RIGHT ? 0 : 1, pair.baseline !== pair.candidate);
}

const value = (flips.rose - flips.fell) / pairs;
const claim = hypothesisOf(
  { rule: 'max_drop', limit: { kind: 'absolute', value: 0.02 } },
  declareMetric('acc'),
  {
    value: RIGHT_SHARE,
    stderr: null,
    n: pairs,
  },
);
if ('refusal' in claim) throw new Error(claim.refusal);
const judgeBy = (method: 'tango' | 't', inference: Parameters<typeof hypotheticalEstimate>[3]) =>
  testHypothesis(claim, hypotheticalEstimate(method, value, pairs, inference), 0.05, 'population').verdict;
const judgeLinear = (estimate: LinearEstimate) => judgeBy('t', { kind: 'student', estimate });

const deltas = ratioDifferenceValues(alone(answers));
const clustered = studentMean(ratioDifferenceValues(inPassages(answers)));
const linearised = studentMean(ratioDifferenceValues(alone(documents)));
const stratified = stratifiedMean(
  Array.from({ length: STRATA }, (_, stratum) => ({
    estimate: studentMean(ratioDifferenceValues(alone(() => answers(stratum, STRATA), 1 / STRATA))),
    weight: 1,
  })),
);

console.log(
  JSON.stringify({
    pairs,
    tango: judgeBy('tango', { kind: 'tango', counts: { ...flips, pairs } }),
    mcnemar: mcnemar(flips.rose, flips.fell).midPWorse < 0.05,
    bets: bets.verdict,
    pairedT: judgeLinear(studentMean(deltas)),
    skewed: judgeBy('t', {
      kind: 'skewed',
      estimate: skewedMean({ values: deltas, sizes: new Float64Array(pairs).fill(1) }),
    }),
    clustered: judgeLinear(clustered),
    stratified: judgeLinear(stratified),
    // Exact sums of whole numbers tell how far the streamed ones are out.
    errors: {
      clustered: Math.abs(clustered.value - value),
      linearised: Math.abs(linearised.value - exactRatio()),
    },
    linearised,
    heapMiB: Math.round(process.memoryUsage().heapUsed / 2 ** 20),
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
  }),
);

/** Of whole numbers that come to far less than 2⁵³. */
function exactRatio(): number {
  let [change, length] = [0, 0];
  for (const { baseline, candidate } of documents()) {
    change += candidate.numerator - baseline.numerator;
    length += baseline.denominator;
  }
  return change / length;
}
