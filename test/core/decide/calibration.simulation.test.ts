import { expect, test } from 'vitest';
import { ceilings } from '../../../scripts/calibration/ceilings.ts';
import { ourRule } from '../../../scripts/calibration/exact.ts';
import { fixed } from '../../../scripts/calibration/fixed.ts';
import { type Check, holds, type Section } from '../../../scripts/calibration/section.ts';
import { population } from '../../../scripts/calibration/sequential.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { binaryComparison } from '../compare/build.ts';
import { decideOne, maxDrop } from './build.ts';

/** The cells that are quick to compute; `npm run calibrate` has them all. */
const checksOf = (section: Section, cell: string): readonly Check[] =>
  section.run({ sequences: 100, cell, progress: () => undefined }).checks;

test.each([
  { section: fixed, cell: 'n 500', count: 100 },
  { section: ceilings, cell: 'n 1000', count: 10 },
  { section: population, cell: 'n 500, margin 2 pp, discordance 10 %', count: 20 },
])(
  '$section.name, $cell: as an independent program found it, and within the criteria',
  ({ section, cell, count }) => {
    const checks = checksOf(section, cell);
    expect(checks.length).toBeGreaterThanOrEqual(count);
    expect(checks.filter((check) => !holds(check))).toEqual([]);
  },
);

test('leaning blocks 23 per cent of unchanged models where proof alone would block 60', () => {
  const unchanged = { n: 500, discordance: 0.1, drop: 0 };
  expect(ourRule(0.02, 'lean').share(unchanged)).toBeCloseTo(0.229, 2);
  expect(ourRule(0.02, 'block').share(unchanged)).toBeCloseTo(0.6, 2);
});

test('whole decisions on drawn samples come out as often as counted', () => {
  const experiment = { n: 200, discordance: 0.12, drop: 0.05 };
  const [pass, regression] = [
    1 - ourRule(0.05, 'block').share(experiment),
    ourRule(0.05, 'warn').share(experiment),
  ];
  const random = mulberry32(7);
  const replicates = 200;
  let [passed, failed] = [0, 0];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const draws = Array.from({ length: experiment.n }, random);
    const fell = draws.filter((u) => u < 0.085).length;
    const rose = draws.filter((u) => u >= 0.085 && u < 0.12).length;
    const { result } = decideOne(
      binaryComparison({ both: experiment.n - fell - rose, fell, rose }),
      maxDrop(0.05),
    );
    if (result.verdict === 'pass') passed += 1 / replicates;
    if (result.verdict === 'regression') failed += 1 / replicates;
  }
  // Three standard errors of a share of 5 % among 200.
  expect(Math.abs(passed - pass)).toBeLessThan(0.05);
  expect(Math.abs(failed - regression)).toBeLessThan(0.05);
});
