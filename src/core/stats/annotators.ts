import { bcaLimit, bootstrapStatistic, type Resampling } from './bootstrap.ts';
import type { Interval } from './interval.ts';
import { sum } from './sum.ts';

/** The grades that one answer was given, each by another person. */
export type AnswerGrades = readonly number[];

/** What α takes of an answer: how many grades, their sum, and that of their squares. */
interface Moments {
  readonly m: number;
  readonly s1: number;
  readonly s2: number;
}

/**
 * Krippendorff's α of any number of annotators, of whom each may have graded other answers: 1 − D_o / D_e, with the squared distance
 * of grades (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"). On a scale of two levels it is that of names; for
 * two annotators it is κ with quadratic weights but for terms in 1/n, and for many answers the intraclass correlation.
 *
 * @returns null where no answer has two grades, and where all grades are alike, so that chance alone agrees fully
 */
export function krippendorffAlpha(answers: readonly AnswerGrades[]): number | null {
  const value = alphaOf(momentsOf(answers), () => 1);
  return Number.isFinite(value) ? value : null;
}

/**
 * Limits of α by resampling answers (BCa), each with error `alpha`; null where resampling cannot tell, as for few answers.
 * Its error was measured by simulation (annotators.slow.test.ts).
 */
export function alphaInterval(
  answers: readonly AnswerGrades[],
  alpha: number,
  resampling: Resampling,
): Interval | null {
  const moments = momentsOf(answers);
  if (moments.length < LEAST_ANSWERS) return null;
  const found = bootstrapStatistic(
    {
      units: moments.length,
      value: (times) => alphaOf(moments, (index) => times[index] ?? 0),
      without: (unit) => alphaOf(moments, (index) => (index === unit ? 0 : 1)),
    },
    resampling,
  );
  return found === null ? null : { low: bcaLimit(found, alpha), high: bcaLimit(found, 1 - alpha) };
}

/** Of fewer, a resample shows too little of what others would have been. */
const LEAST_ANSWERS = 50;

const momentsOf = (answers: readonly AnswerGrades[]): readonly Moments[] =>
  answers
    .filter(({ length }) => length > 1)
    .map((grades) => ({ m: grades.length, s1: sum(grades), s2: sum(grades.map((grade) => grade ** 2)) }));

/** Over ordered pairs of grades: those of one answer, and all. @returns NaN where it is undefined */
function alphaOf(moments: readonly Moments[], timesOf: (index: number) => number): number {
  let [n, all1, all2, within] = [0, 0, 0, 0];
  for (const [index, { m, s1, s2 }] of moments.entries()) {
    const times = timesOf(index);
    n += times * m;
    all1 += times * s1;
    all2 += times * s2;
    within += (times * (2 * (m * s2 - s1 ** 2))) / (m - 1);
  }
  const expected = (2 * (n * all2 - all1 ** 2)) / (n - 1);
  // Sums of equal grades differ from 0 by rounding alone.
  return expected > 1e-9 * Math.max(1, all2) ? 1 - within / expected : Number.NaN;
}

/**
 * ICC(2,1) of Shrout & Fleiss 1979: absolute agreement of one annotator with any other, all of whom graded every answer, as of a two-way
 * analysis of variance in which both are drawn at random.
 * @param answers the grades of each, in the order of the annotators
 * @returns null where it is undefined
 */
export function intraclassCorrelation(answers: readonly AnswerGrades[]): number | null {
  const [n, k] = [answers.length, answers[0]?.length ?? 0];
  if (n < 2 || k < 2 || answers.some(({ length }) => length !== k)) return null;
  const mean = sum(answers.map(sum)) / (n * k);
  const rows = answers.map((grades) => sum(grades) / k);
  const columns = Array.from({ length: k }, (_, j) => sum(answers.map((grades) => grades[j] ?? 0)) / n);
  const squares = (values: readonly number[]) => sum(values.map((value) => (value - mean) ** 2));
  const [ofRows, ofColumns] = [k * squares(rows), n * squares(columns)];
  const residual = Math.max(0, squares(answers.flat()) - ofRows - ofColumns) / ((n - 1) * (k - 1));
  const [answersMean, annotatorsMean] = [ofRows / (n - 1), ofColumns / (k - 1)];
  const whole = answersMean + (k - 1) * residual + (k * (annotatorsMean - residual)) / n;
  return whole > 0 ? (answersMean - residual) / whole : null;
}

/** What several annotators agreed on: the grade in the middle, or null where two of an even number stand there. */
export function middleGrade(grades: AnswerGrades): number | null {
  const sorted = grades.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return lower !== undefined && lower === upper ? lower : null;
}
