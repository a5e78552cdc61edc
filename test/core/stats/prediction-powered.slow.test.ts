import { expect, test } from 'vitest';
import {
  type Counted,
  type LabelledValue,
  predictionPowered,
  predictionPoweredInterval,
} from '../../../src/core/stats/prediction-powered.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { studentInterval } from '../../../src/core/stats/student.ts';

const RUNS = 3000;
const ALPHA = 0.05;
/** The judge flatters the candidate: a tenth of a point on the scale of a difference. */
const BIAS = 0.2;
const TRUTH = -0.1;

/** Paired differences of grades as people and a judge give them; `worth` is the share of them in which the judge sees what people see. */
function pair(worth: number, random: () => number): LabelledValue {
  const level = () => [-2, -1, -1, 0, 0, 0, 0, 0, 1, 1][Math.floor(random() * 10)] ?? 0;
  // Mean of the levels: −0.2; moved to the truth by a rare gain.
  const label = random() < 0.1 ? 1 + level() : level();
  const prediction = (random() < worth ? label : level()) + (random() < BIAS ? 1 : 0);
  return { label, prediction };
}

test.each([50, 100, 200].flatMap((labels) => [0, 0.5, 0.9].map((worth) => ({ labels, worth }))))(
  'either limit of the corrected difference misses the truth in at most 6.5 %: $labels labels, judge worth $worth',
  ({ labels, worth }) => {
    const random = mulberry32(labels * 100 + worth * 10);
    const missed = { low: 0, high: 0, judge: 0 };
    let [width, alone] = [0, 0];
    for (let run = 0; run < RUNS; run += 1) {
      const labelled = Array.from({ length: labels }, () => pair(worth, random));
      const others = Array.from({ length: 500 - labels }, () => pair(worth, random).prediction);
      const own = predictionPowered(labelled, others);
      const { low, high } = predictionPoweredInterval(own, ALPHA);
      if (low > TRUTH) missed.low += 1;
      if (high < TRUTH) missed.high += 1;
      width += own.stderr;
      alone += predictionPowered(labelled, []).stderr;
      const raw = predictionPowered(
        [...labelled.map(({ prediction }) => prediction), ...others].map((label) => ({
          label,
          prediction: 0,
        })),
        [],
      );
      if (studentInterval(raw, ALPHA).low > TRUTH) missed.judge += 1;
    }
    expect(Math.max(missed.low, missed.high) / RUNS).toBeLessThanOrEqual(0.065);
    // The judge's own interval is about something else.
    expect(missed.judge / RUNS).toBeGreaterThan(0.5);
    if (worth === 0.9) expect(width / alone).toBeLessThan(0.8);
    expect(width / alone).toBeLessThan(1.01);
  },
);

test.each([50, 100, 200].flatMap((labels) => [0.01, 0.02, 0.05].map((lost) => ({ labels, lost }))))(
  'nor does it of a few answers that are lost whole: $lost of them, $labels labels',
  ({ labels, lost }) => {
    const random = mulberry32(labels * 1000 + lost * 100);
    // A judge that calls some of them good for which people see a loss, and the other way round.
    const pair = (): LabelledValue => {
      const label = random() < lost ? -1 : 0;
      return { label, prediction: random() < 0.9 ? label : label + 1 };
    };
    const missed = { low: 0, high: 0 };
    for (let run = 0; run < RUNS; run += 1) {
      const labelled = Array.from({ length: labels }, pair);
      const others = Array.from({ length: 1000 }, () => pair().prediction);
      const { low, high } = predictionPoweredInterval(predictionPowered(labelled, others, 1), ALPHA);
      if (low > -lost) missed.low += 1;
      if (high < -lost) missed.high += 1;
    }
    expect(Math.max(missed.low, missed.high) / RUNS).toBeLessThanOrEqual(0.065);
  },
);

test.each([80, 200].flatMap((clusters) => [2, 5].map((turns) => ({ clusters, turns }))))(
  'nor does it of conversations whose turns are graded alike: $clusters of $turns turns, half of them labelled',
  ({ clusters, turns }) => {
    const random = mulberry32(clusters * 10 + turns);
    const missed = { low: 0, high: 0, alone: 0 };
    for (let run = 0; run < RUNS / 2; run += 1) {
      const of = { labelled: [] as (LabelledValue & Counted)[], others: [] as (LabelledValue & Counted)[] };
      for (let conversation = 0; conversation < 2 * clusters; conversation += 1) {
        const mood = pair(0.5, random);
        for (let turn = 0; turn < turns; turn += 1) {
          // In some conversations turns are labelled one by one, so that a cluster is on both sides.
          const isLabelled = conversation % 10 === 0 ? turn % 2 === 0 : conversation < clusters;
          const own = random() < 0.8 ? mood : pair(0.5, random);
          of[isLabelled ? 'labelled' : 'others'].push({ ...own, weight: 1, cluster: `c${conversation}` });
        }
      }
      const predictions = of.others.map(({ prediction }) => prediction);
      const dependence = { labelled: of.labelled, unlabelled: of.others };
      const { low, high } = predictionPoweredInterval(
        predictionPowered(of.labelled, predictions, 4, dependence),
        ALPHA,
      );
      if (low > TRUTH) missed.low += 1;
      if (high < TRUTH) missed.high += 1;
      const alone = predictionPoweredInterval(predictionPowered(of.labelled, predictions, 4), ALPHA);
      if (alone.low > TRUTH) missed.alone += 1;
    }
    expect(Math.max(missed.low, missed.high) / (RUNS / 2)).toBeLessThanOrEqual(0.065);
    if (turns === 5) expect(missed.alone / (RUNS / 2)).toBeGreaterThan(0.08);
  },
);
