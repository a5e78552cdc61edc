import type { AnswerReader, DriftFeatureName } from '../domain/drift.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import { countNgrams, totalOf } from '../metrics/corpus/ngrams.ts';
import { layoutOf } from '../metrics/text/layout.ts';
import { wordsIn } from '../metrics/text/words.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import { sizedMean, studentInterval } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';
import { tangoInterval } from '../stats/tango.ts';
import type { AnswerPairs } from './answer-pairs.ts';
import { type Feature, type ReadAnswer, type ReadPair, readPairs } from './drift-feature.ts';
import { meaningFeature } from './meaning.ts';
import { PairedVocabulary } from './vocabulary.ts';

/** One-sided: what is shown is an interval of 90 %, as everywhere. */
const ALPHA = 0.05;

/** A language is not told by fewer words. */
const FEWEST_WORDS = 5;
const RUN = 4;

/** Everything that is looked at of a task's answers. @param metrics what both sides have scores for */
export function driftFeatures(
  answers: AnswerPairs,
  reader: AnswerReader,
  metrics: readonly MetricDeclaration[],
): Feature[] {
  const judges = metrics.filter(({ judge, kind }) => judge !== undefined && kind === 'mean');
  const directions = metrics.filter(({ aggregate }) => aggregate === 'mean_resultant_length');
  return [
    lengthFeature(answers),
    numberFeature(answers, {
      ...{ feature: 'refusal', matters: 0.05 },
      tooFew: 'are in Latin letters, which the rules of refusal read, and not empty',
      read: ({ output }) => {
        const refuses = reader.refuses(output);
        return refuses === null ? null : Number(refuses);
      },
    }),
    kindFeature(answers, {
      ...{ feature: 'format', matters: 0.1, tooFew: 'were kept' },
      read: ({ output }) => layoutOf(output),
    }),
    kindFeature(answers, {
      ...{ feature: 'language', matters: 0.05, tooFew: 'are long enough to tell their language' },
      read: ({ output }) => (wordsIn(output).length < FEWEST_WORDS ? null : reader.language(output)),
    }),
    numberFeature(answers, {
      ...{ feature: 'repetition', matters: 0.05, tooFew: 'were kept' },
      read: ({ output }) => repetitionOf(output),
    }),
    vocabularyFeature(answers),
    ...directions.map((declaration) => meaningFeature(answers, declaration)),
    ...judges.map((declaration) => judgeFeature(answers, declaration)),
  ];
}

/** `repetition_rate` of four words; an answer without so many repeats nothing. */
function repetitionOf(text: string): number {
  const runs = countNgrams(wordsIn(text), RUN, ' ');
  return runs.size === 0 ? 0 : 1 - runs.size / totalOf(runs);
}

function judgeFeature(answers: AnswerPairs, { name, range, judge }: MetricDeclaration): Feature {
  const { min, max } = judge ?? { min: range.min ?? 0, max: range.max ?? 1 };
  const feature = numberFeature(answers, {
    ...{ feature: 'judge', matters: (max - min) / 20, tooFew: 'have a score of the judge' },
    read: ({ scores }) => {
      const score = Object.hasOwn(scores, name) ? scores[name] : undefined;
      return typeof score === 'number' ? score : null;
    },
  });
  return { ...feature, metric: name };
}

interface Reading<T> {
  readonly feature: DriftFeatureName;
  readonly matters: number;
  readonly tooFew: string;
  readonly read: ReadAnswer<T>;
}

/** A number an answer: the mean of its differences, by unit. */
function numberFeature(answers: AnswerPairs, { feature, matters, tooFew, read }: Reading<number>): Feature {
  const sides = readPairs(answers, read);
  const { statistic, estimate, usedUnits } = meanChange(answers, sides);
  return {
    ...{ feature, matters, tooFew, statistic, usedUnits },
    prompts: sides.length,
    isLarge: (effect) => Math.abs(effect) >= matters,
    summary: () => ({
      baseline: sum(sides.map(({ baseline }) => baseline)) / sides.length,
      candidate: sum(sides.map(({ candidate }) => candidate)) / sides.length,
      effect: estimate(),
    }),
  };
}

/** Words: how many more all answers together have, as a part of the baseline's. */
function lengthFeature(answers: AnswerPairs): Feature {
  const matters = 0.1;
  const sides = readPairs(answers, ({ output }) => wordsIn(output).length);
  const { statistic, usedUnits } = meanChange(answers, sides);
  const before = sum(sides.map(({ baseline }) => baseline));
  const after = sum(sides.map(({ candidate }) => candidate));
  // Nothing is a part of a baseline that says nothing at all: it is taken to say one word.
  const ratio = after / Math.max(1, before);
  return {
    ...{ feature: 'length', matters, tooFew: 'were kept', statistic, usedUnits },
    prompts: sides.length,
    // Twice as long and half as long matter alike.
    isLarge: (effect) => Math.abs(Math.log1p(effect)) >= Math.log1p(matters),
    summary: () => {
      // The ratio of two means, linear in its error: Cochran 1977, 6.3.
      const errors = sides.map((each) => ({ ...each, baseline: ratio * each.baseline }));
      const { low, high } = meanChange(answers, errors).estimate();
      const scale = sides.length / Math.max(1, before);
      const value = ratio - 1;
      return {
        baseline: before / sides.length,
        candidate: after / sides.length,
        effect: { value, low: Math.max(-1, value + low * scale), high: value + high * scale },
      };
    },
  };
}

/** The mean difference, with its interval: of rates of independent prompts Tango's, else Student's on units. */
function meanChange({ units }: AnswerPairs, sides: readonly ReadPair<number>[]) {
  const sums = new Float64Array(units);
  const sizes = new Float64Array(units);
  for (const { unit, baseline, candidate } of sides) {
    sums[unit] = (sums[unit] ?? 0) + candidate - baseline;
    sizes[unit] = (sizes[unit] ?? 0) + 1;
  }
  const used = Array.from(sizes.keys()).filter((unit) => (sizes[unit] ?? 0) > 0);
  const isRate = sides.every((each) => [each.baseline, each.candidate].every((x) => x === 0 || x === 1));
  return {
    usedUnits: used.length,
    statistic: (signs: Int8Array) => Math.abs(dotOf(signs, sums)),
    estimate: () => {
      const value = sum(sums) / sides.length;
      if (isRate && used.length === sides.length) {
        const count = (by: number) => sides.filter((each) => each.candidate - each.baseline === by).length;
        const counts = { rose: count(1), fell: count(-1), pairs: sides.length };
        return { value, ...tangoInterval(counts, normalQuantile(1 - ALPHA)) };
      }
      const own = used.map((unit) => sizes[unit] ?? 0);
      const values = used.map((unit, index) => {
        const error = (sums[unit] ?? 0) - value * (own[index] ?? 0);
        return value + (used.length * error) / sides.length;
      });
      return { value, ...studentInterval(sizedMean({ values, sizes: own }), ALPHA) };
    },
  };
}

function dotOf(signs: Int8Array, sums: Float64Array): number {
  let total = 0;
  for (let unit = 0; unit < sums.length; unit += 1) total += (signs[unit] as number) * (sums[unit] as number);
  return total;
}

/**
 * A kind an answer. Σ D²/m over kinds, D what one side has more of and m what both have: Pearson's chi-squared of two margins, which of
 * paired answers has no known distribution and needs none here. Told is half of Σ|D|, the share that changed.
 */
function kindFeature(answers: AnswerPairs, { feature, matters, tooFew, read }: Reading<string>): Feature {
  const sides = readPairs(answers, read);
  const names = [...new Set(sides.flatMap(({ baseline, candidate }) => [baseline, candidate]))].sort();
  const place = new Map(names.map((name, index) => [name, index]));
  const totals = new Float64Array(names.length);
  const sums = names.map(() => new Float64Array(answers.units));
  for (const { unit, ...kinds } of sides) {
    for (const [kind, by] of [
      [kinds.baseline, -1],
      [kinds.candidate, 1],
    ] as const) {
      const at = place.get(kind) ?? 0;
      totals[at] = (totals[at] ?? 0) + 1;
      const own = sums[at];
      if (own !== undefined) own[unit] = (own[unit] ?? 0) + by;
    }
  }
  const shares = names
    .map((name, at) => {
      const difference = sum(sums[at] ?? []);
      const both = totals[at] ?? 0;
      const of = 2 * sides.length;
      return { name, baseline: (both - difference) / of, candidate: (both + difference) / of };
    })
    .sort(
      (a, b) =>
        Math.abs(b.candidate - b.baseline) - Math.abs(a.candidate - a.baseline) || (a.name < b.name ? -1 : 1),
    );
  return {
    ...{ feature, matters, tooFew },
    prompts: sides.length,
    usedUnits: new Set(sides.map(({ unit }) => unit)).size,
    statistic: (signs) =>
      sums.reduce((total, own, at) => total + dotOf(signs, own) ** 2 / (totals[at] ?? 1), 0),
    isLarge: (effect) => effect >= matters,
    summary: () => ({
      ...{ baseline: null, candidate: null, shares },
      effect: {
        value: sum(shares.map(({ baseline, candidate }) => Math.abs(candidate - baseline))) / 2,
        ...{ low: null, high: null },
      },
    }),
  };
}

function vocabularyFeature({ pairs, units }: AnswerPairs): Feature {
  const matters = 0.05;
  const vocabulary = new PairedVocabulary(pairs, units);
  return {
    ...{ feature: 'vocabulary', matters, tooFew: 'have words' },
    prompts: vocabulary.pairs,
    usedUnits: vocabulary.usedUnits,
    statistic: (signs) => vocabulary.divergence(signs),
    isLarge: (effect) => effect >= matters,
    summary: (chance) => ({
      ...{ baseline: null, candidate: null, words: vocabulary.tellingWords() },
      effect: {
        value: vocabulary.divergence(new Int8Array(units).fill(1)) - chance,
        ...{ low: null, high: null },
      },
    }),
  };
}
