import { expect, test } from 'vitest';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { correctedResampled } from '../../../src/core/stats/resampled.ts';
import { studentInterval } from '../../../src/core/stats/student.ts';
import { judgeCounts } from '../../support/judged-gate.ts';

const [SAMPLES, LIMIT, RUNS] = [150, 0.1, 1500];
/** Differences between what the checkpoints lost, around the limit as their mean. */
const SPREADS = [
  [0, 0, 0, 0, 0],
  [-0.1, -0.05, 0, 0.05, 0.1],
  [-0.1, -0.1, -0.1, -0.1, 0.4],
] as const;

/** Of each checkpoint on its own fold: samples that only the baseline, and only the checkpoint, has right. */
function flips(random: () => number, losses: readonly number[], noise: number) {
  const counts = { regressed: 0, improved: 0 };
  const means = losses.map((loss) => {
    let change = 0;
    for (let index = 0; index < SAMPLES / losses.length; index += 1) {
      const at = random();
      if (at < loss + noise) {
        counts.regressed += 1;
        change -= 1;
      } else if (at < loss + 2 * noise) {
        counts.improved += 1;
        change += 1;
      }
    }
    return change / (SAMPLES / losses.length);
  });
  return { ...counts, means };
}

test.each(SPREADS)('k checkpoints that lose the limit together pass seldom: %j', (...spread) => {
  const random = mulberry32(5);
  let passed = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const { regressed, improved } = flips(
      random,
      spread.map((each) => LIMIT + each),
      0.05,
    );
    const { verdict } = judgeCounts({
      regressed,
      improved,
      pairs: SAMPLES,
      margin: LIMIT,
      target: 'population',
    });
    passed += Number(verdict === 'pass');
  }
  expect(passed / RUNS).toBeLessThanOrEqual(0.06);
});

test.each([0, 0.05, 0.1])('the interval for the recipe holds where checkpoints differ by %d', (sd) => {
  const random = mulberry32(7);
  const shifts = () => Array.from({ length: 5 }, () => LIMIT + sd * Math.sqrt(12) * (random() - 0.5));
  let missed = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const { low, high } = studentInterval(correctedResampled(flips(random, shifts(), 0.1).means), 0.05);
    missed += Number(-LIMIT < low || -LIMIT > high);
  }
  expect(missed / RUNS).toBeLessThanOrEqual(0.1);
});
