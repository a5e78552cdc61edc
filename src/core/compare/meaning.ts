import type { MetricDeclaration } from '../domain/metric.ts';
import { isCorpus } from '../domain/sample.ts';
import { type ConfidenceLimits, remembered } from '../stats/combined.ts';
import { type Deleted, jackknifed } from '../stats/jackknife.ts';
import { extraWeight } from '../stats/sparse.ts';
import { studentQuantile } from '../stats/special/student-t.ts';
import { sum } from '../stats/sum.ts';
import type { AnswerPairs } from './answer-pairs.ts';
import { type Feature, meanAtWorst, type ReadAnswer, readPairs, withInterval } from './drift-feature.ts';
import { once } from './known.ts';

/**
 * The mean of the differences of two answers' directions in the space of an embedding model, and its length: of what changes in one direction
 * whatever was asked, as energy and maximum mean discrepancy have it with a linear kernel (Gretton and others 2012).
 */
export function meaningFeature(answers: AnswerPairs, { name }: MetricDeclaration): Feature {
  const matters = 0.1;
  const read: ReadAnswer<readonly number[]> = ({ scores }) => {
    const score = Object.hasOwn(scores, name) ? scores[name] : undefined;
    return typeof score === 'object' && isCorpus(score) ? score.parts : null;
  };
  const sides = readPairs(answers, read).filter((each) => each.baseline.length === each.candidate.length);
  const size = sides.reduce((most, { baseline }) => Math.max(most, baseline.length), 0);
  const sums = new Map<number, Float64Array>();
  for (const { unit, baseline, candidate } of sides) {
    const own = sums.get(unit) ?? new Float64Array(size);
    sums.set(unit, own);
    for (let at = 0; at < baseline.length; at += 1)
      own[at] = (own[at] as number) + (candidate[at] as number) - (baseline[at] as number);
  }
  const prompts = new Map<number, number>();
  for (const { unit } of sides) prompts.set(unit, (prompts.get(unit) ?? 0) + 1);
  const total = new Float64Array(size);
  const statistic = (signs: Int8Array): number => {
    total.fill(0);
    for (const [unit, own] of sums) {
      const sign = signs[unit] as number;
      for (let at = 0; at < size; at += 1) total[at] = (total[at] as number) + sign * (own[at] as number);
    }
    return Math.sqrt(squareOf(total)) / Math.max(1, sides.length);
  };
  const squared = once(() => {
    statistic(new Int8Array(answers.units).fill(1));
    return jackknifed(squaredLength(total, sums, prompts));
  });
  const length = () => Math.sqrt(Math.max(0, squared().value));
  // Of a square near 0 one more unit moves hardly anything, of its root it does: it is assumed there.
  const undrawn = once(() => {
    const used = [...sums];
    const sizes = used.map(([unit]) => prompts.get(unit) ?? 1);
    const values = used.map(([, own], index) => Math.sqrt(squareOf(own)) / (sizes[index] ?? 1));
    const weight = extraWeight({ values, sizes }, FURTHEST);
    return (weight * (FURTHEST - length())) / (sums.size + weight);
  });
  const limits: ConfidenceLimits = remembered({
    lower: (alpha) => Math.sqrt(Math.max(0, squared().limits.lower(alpha))),
    upper(alpha) {
      const own = Math.sqrt(Math.max(0, squared().limits.upper(alpha))) - length();
      const chance = studentQuantile(1 - alpha, sums.size) * undrawn();
      return length() + undrawn() + Math.hypot(own, chance);
    },
  });
  return {
    ...{ feature: 'meaning', metric: name, matters, tooFew: 'have embeddings of one size' },
    prompts: sides.length,
    usedUnits: sums.size,
    statistic,
    isLarge: (effect) => effect >= matters,
    summary: () => ({
      ...{ baseline: null, candidate: null },
      effect: withInterval(length(), limits),
    }),
    limits,
    atWorst: meanAtWorst(limits, FURTHEST),
  };
}

/** Two directions are no further apart. */
const FURTHEST = 2;

function squareOf(vector: Float64Array): number {
  let squares = 0;
  for (let at = 0; at < vector.length; at += 1) squares += (vector[at] as number) ** 2;
  return squares;
}

/**
 * The square of the length without bias: the mean of the products of two different units (the U-statistic of Gretton and others 2012, with a
 * linear kernel), of all units and without each.
 */
function squaredLength(
  total: Float64Array,
  sums: ReadonlyMap<number, Float64Array>,
  prompts: ReadonlyMap<number, number>,
): Deleted {
  const units = [...sums].map(([unit, own]) => {
    let along = 0;
    for (let at = 0; at < own.length; at += 1) along += (own[at] as number) * (total[at] as number);
    return { along, square: squareOf(own), prompts: prompts.get(unit) ?? 0 };
  });
  const square = squareOf(total);
  const own = sum(units.map((unit) => unit.square));
  const count = sum(units.map((unit) => unit.prompts));
  const together = sum(units.map((unit) => unit.prompts ** 2));
  const without = units.map((unit) => {
    const left = square - 2 * unit.along + unit.square - (own - unit.square);
    return left / ((count - unit.prompts) ** 2 - (together - unit.prompts ** 2));
  });
  return { value: (square - own) / (count ** 2 - together), without };
}
