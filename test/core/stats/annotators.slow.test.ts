import { expect, test } from 'vitest';
import { alphaInterval, krippendorffAlpha } from '../../../src/core/stats/annotators.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';

/** Annotators who see the grade with a certain probability, and guess else: on five levels, of 50 to 300 answers. */
const drawn = (random: () => number, answers: number, annotators: number, sees: number) =>
  Array.from({ length: answers }, () => {
    const grade = Math.floor(random() * 5);
    return Array.from({ length: annotators }, () => (random() < sees ? grade : Math.floor(random() * 5)));
  });

test('either limit of alpha misses the truth in at most 10 % of the files, nominally 5 %', () => {
  const misses: [string, number, number][] = [];
  for (const answers of [50, 100, 300]) {
    for (const annotators of [2, 3, 5]) {
      for (const sees of [0.6, 0.85]) {
        // The share of pairs in which both see it, of grades with the same distribution otherwise.
        const truth = sees ** 2;
        const random = mulberry32(answers * 100 + annotators * 10 + sees * 100);
        let [above, below] = [0, 0];
        for (let file = 0; file < 400; file++) {
          const limits = alphaInterval(drawn(random, answers, annotators, sees), 0.05, {
            resamples: 400,
            seed: file,
          });
          if (limits === null) continue;
          if (limits.low > truth) above += 1;
          if (limits.high < truth) below += 1;
        }
        misses.push([`${answers} answers, ${annotators} annotators, ${sees}`, above / 400, below / 400]);
      }
    }
  }
  console.log(misses.map((row) => row.join(': ')).join('\n'));
  for (const [what, above, below] of misses) expect(Math.max(above, below), what).toBeLessThan(0.1);
  expect(krippendorffAlpha(drawn(mulberry32(1), 100_000, 3, 0.6))).toBeCloseTo(0.36, 2);
}, 300_000);
