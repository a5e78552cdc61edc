import type { MetricDeclaration } from '../domain/metric.ts';
import { isCorpus } from '../domain/sample.ts';
import type { AnswerPairs } from './answer-pairs.ts';
import { type Feature, type ReadAnswer, readPairs } from './drift-feature.ts';

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
  const total = new Float64Array(size);
  const statistic = (signs: Int8Array): number => {
    total.fill(0);
    for (const [unit, own] of sums) {
      const sign = signs[unit] as number;
      for (let at = 0; at < size; at += 1) total[at] = (total[at] as number) + sign * (own[at] as number);
    }
    let squares = 0;
    for (let at = 0; at < size; at += 1) squares += (total[at] as number) ** 2;
    return Math.sqrt(squares) / Math.max(1, sides.length);
  };
  return {
    ...{ feature: 'meaning', metric: name, matters, tooFew: 'have embeddings of one size' },
    prompts: sides.length,
    usedUnits: sums.size,
    statistic,
    isLarge: (effect) => effect >= matters,
    summary: (chance) => ({
      ...{ baseline: null, candidate: null },
      effect: {
        value: statistic(new Int8Array(answers.units).fill(1)) - chance,
        ...{ low: null, high: null },
      },
    }),
  };
}
