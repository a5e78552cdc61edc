/**
 * What the decision's statistics hold in memory: nothing that grows with the samples. Run it with a small heap, which an
 * array of its ten million pairs does not fit:
 *
 *     node --max-old-space-size=64 --import tsx bench/statistics.ts 10000000
 */
import { claimOf } from '../src/decide/claim.ts';
import { imaginedEvidence } from '../src/decide/imagined.ts';
import { judge } from '../src/decide/judge.ts';
import { declareMetric } from '../src/metrics/registry.ts';
import { mcnemar } from '../src/stats/mcnemar.ts';
import { mulberry32 } from '../src/stats/random.ts';
import { BenchmarkGate } from '../src/stats/sequential/benchmark-gate.ts';
import { RunningMean } from '../src/stats/student.ts';

const pairs = Number(process.argv[2] ?? 10_000_000);
const started = performance.now();
const random = mulberry32(1);
const flips = { rose: 0, fell: 0 };
const deltas = new RunningMean();
const right = Math.round(pairs * 0.65);
const bets = new BenchmarkGate({
  ...{ baseline: { right, wrong: pairs - right }, boundary: -0.02 },
  ...{ gap: 0.02, alpha: 0.05 },
});
for (let sample = 0; sample < pairs; sample += 1) {
  const u = random();
  const isRight = sample < right;
  const flipped = u < 0.1;
  if (flipped) flips[isRight ? 'fell' : 'rose'] += 1;
  deltas.add(flipped ? (isRight ? -1 : 1) : 0);
  bets.add(isRight, flipped !== isRight);
}

const value = (flips.rose - flips.fell) / pairs;
const claim = claimOf({ rule: 'max_drop', limit: { kind: 'absolute', value: 0.02 } }, declareMetric('acc'), {
  value: 0.65,
  stderr: null,
  n: pairs,
});
if ('refusal' in claim) throw new Error(claim.refusal);
const judgeBy = (method: 'tango' | 't', inference: Parameters<typeof imaginedEvidence>[3]) =>
  judge(claim, imaginedEvidence(method, value, pairs, inference), 0.05, 'population').verdict;

console.log(
  JSON.stringify({
    pairs,
    tango: judgeBy('tango', { kind: 'tango', counts: { ...flips, pairs } }),
    pairedT: judgeBy('t', { kind: 'student', estimate: deltas.estimate }),
    mcnemar: mcnemar(flips.rose, flips.fell).midPWorse < 0.05,
    bets: bets.verdict,
    heapMiB: Math.round(process.memoryUsage().heapUsed / 2 ** 20),
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
  }),
);
