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

/** Rows of two classes, and what learns them: the class whose mean over the rows that it was trained on is nearer. */
function rowsOf(random: () => number, count: number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, () => {
    const label = random() < 0.5 ? 1 : -1;
    return { label, x: Array.from({ length: FEATURES }, () => 0.4 * label + normal()) };
  });
}
type Row = ReturnType<typeof rowsOf>[number];

function learn(rows: readonly Row[]): (x: readonly number[]) => number {
  const mean = (of: number, feature: number) => {
    const own = rows.filter(({ label }) => label === of);
    return own.reduce((sum, { x }) => sum + (x[feature] ?? 0), 0) / Math.max(1, own.length);
  };
  const centres = Array.from(
    { length: FEATURES },
    (_, feature) => [mean(1, feature), mean(-1, feature)] as const,
  );
  return (x) => {
    const side = centres.reduce((sum, [a, b], at) => sum + (a - b) * ((x[at] ?? 0) - (a + b) / 2), 0);
    return side > 0 ? 1 : -1;
  };
}

const rightly = (predict: (x: readonly number[]) => number, rows: readonly Row[]) =>
  rows.filter(({ label, x }) => predict(x) === label).length / rows.length;
const FEATURES = 5;

test.each([
  [60, 3],
  [60, 5],
  [150, 5],
  [150, 10],
])('the interval for the recipe holds where %d rows in %d folds are trained on by turns', (rows, k) => {
  const random = mulberry32(11);
  const fresh = rowsOf(random, 4000);
  const trained = Array.from({ length: 400 }, () => learn(rowsOf(random, rows - rows / k)));
  const expected = trained.reduce((sum, predict) => sum + rightly(predict, fresh), 0) / trained.length;
  let missed = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const all = rowsOf(random, rows);
    const means = Array.from({ length: k }, (_, fold) => {
      const predict = learn(all.filter((_, index) => index % k !== fold));
      return rightly(
        predict,
        all.filter((_, index) => index % k === fold),
      );
    });
    const { low, high } = studentInterval(correctedResampled(means), 0.05);
    missed += Number(expected < low || expected > high);
  }
  expect(missed / RUNS).toBeLessThanOrEqual(0.1);
});
