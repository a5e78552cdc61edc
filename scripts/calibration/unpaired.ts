import { mulberry32 } from '../../src/core/stats/random.ts';
import { pGreaterThan, unpairedDifference } from '../../src/core/stats/unpaired.ts';
import { ALPHA, BASELINE_RIGHT, type Experiment } from './exact.ts';

export const UNPAIRED_RUNS = 4000;

/**
 * How often a test of the two accuracies which forgets that the questions are the same calls the candidate worse. Simulated,
 * since it depends on how many answers both have right.
 */
export function unpairedShare({ n, discordance, drop }: Experiment): number {
  const random = mulberry32(n);
  const fall = (discordance + drop) / 2;
  const rise = (discordance - drop) / 2;
  let worse = 0;
  for (let run = 0; run < UNPAIRED_RUNS; run += 1) {
    let [baseline, candidate] = [0, 0];
    for (let sample = 0; sample < n; sample += 1) {
      const u = random();
      if (u < BASELINE_RIGHT) {
        baseline += 1;
        if (u >= fall) candidate += 1;
      } else if (u < BASELINE_RIGHT + rise) candidate += 1;
    }
    if (isWorse(baseline, candidate, n)) worse += 1;
  }
  return worse / UNPAIRED_RUNS;
}

function isWorse(baseline: number, candidate: number, n: number): boolean {
  const side = (right: number) => ({
    value: right / n,
    stderr: Math.sqrt(((right / n) * (1 - right / n)) / n),
  });
  return pGreaterThan(unpairedDifference(side(candidate), side(baseline)), 0) < ALPHA;
}
