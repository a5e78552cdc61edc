import { type MetricDeclaration, type RepeatFamily, worseSign } from '../domain/metric.ts';
import type { SampleRecord, Score } from '../domain/sample.ts';
import { sum } from '../stats/sum.ts';
import { againstOthers } from './classes.ts';
import { usageScore } from './usage.ts';

/** Answers to one sample; their scores lie on its one line. */
export const MOST_REPEATS = 1024;

/** The answers to one sample: which of them are right, and which say the same. */
interface Answers {
  readonly right: readonly boolean[];
  /** For each answer the first that says the same; null where nobody kept what they say. */
  readonly sameAs: readonly number[] | null;
}

interface FamilyRow {
  readonly means: string;
  /** Of k answers; null where these answers do not tell. There are at least k. */
  readonly of: (answers: Answers, k: number) => number | null;
  /** Whether it is 0 or 1 for a sample of n answers, whatever they score. */
  readonly isBinary: (n: number, k: number) => boolean;
}

const countOf = ({ right }: Answers): number => right.filter(Boolean).length;

/**
 * The probability that k answers drawn from n without putting back are all among c of them: C(c, k) / C(n, k), as a product
 * that cannot overflow.
 */
function allAmong(c: number, n: number, k: number): number {
  let product = 1;
  for (let drawn = 0; drawn < k; drawn += 1) product *= Math.max(0, c - drawn) / (n - drawn);
  return product;
}

/**
 * What is asked of several answers to one sample: one row a family, whose metrics are named by their k, such as `pass@4`. Each
 * is an unbiased estimate for k answers from however many there are, given that these are independent.
 */
export const REPEAT_METRICS = {
  /** 1 − C(n − c, k) / C(n, k): Chen et al. 2021, "Evaluating Large Language Models Trained on Code", eq. 1. */
  'pass@': {
    means: 'at least one of k answers is right',
    of: (answers, k) => 1 - allAmong(answers.right.length - countOf(answers), answers.right.length, k),
    isBinary: (n, k) => n === k,
  },
  /** C(c, k) / C(n, k): Yao et al. 2024, "τ-bench", section 3. */
  'pass^': {
    means: 'all of k answers are right',
    of: (answers, k) => allAmong(countOf(answers), answers.right.length, k),
    isBinary: (n, k) => n === k,
  },
  /**
   * The commonest of the first k answers, of equally common ones the first: Wang et al. 2022, "Self-Consistency", as the filters
   * `take_first_k` and `majority_vote` of lm-evaluation-harness have it.
   */
  'maj@': {
    means: 'the commonest of k answers is right',
    of: ({ right, sameAs }, k) => (sameAs === null ? null : Number(right[commonest(sameAs.slice(0, k))])),
    isBinary: () => true,
  },
} as const satisfies Readonly<Record<RepeatFamily, FamilyRow>>;

function commonest(sameAs: readonly number[]): number {
  const votes = new Map<number, number>();
  for (const answer of sameAs) votes.set(answer, (votes.get(answer) ?? 0) + 1);
  let [best, most] = [0, 0];
  // In the order in which answers were first given.
  for (const [answer, count] of votes) if (count > most) [best, most] = [answer, count];
  return best;
}

const FAMILIES = Object.keys(REPEAT_METRICS) as RepeatFamily[];
/** The metric that the answers are scored by may stand before it, and is the primary one where it does not. */
const NAME = /^(?:(.+)_)?(pass@|pass\^|maj@)([1-9]\d{0,3})$/;

/** What a name such as `pass@4` or `json_valid_pass^2` asks; null for any other. */
export function parseRepeatMetric(
  name: string,
): { readonly metric: string | null; readonly family: RepeatFamily; readonly k: number } | null {
  const [, metric = null, written, k] = NAME.exec(name) ?? [];
  const family = FAMILIES.find((each) => each === written);
  return family === undefined ? null : { metric, family, k: Number(k) };
}

/** Whether the answers' scores can say which are right. */
export function tellsRight(declaration: MetricDeclaration): boolean {
  const { kind, range } = declaration;
  return kind === 'mean' && worseSign(declaration) === -1 && range.min === 0 && range.max === 1;
}

/** Under a name that says of which metric it is, so that it means one thing whatever the primary metric is. */
export function declareRepeatMetric(
  base: MetricDeclaration,
  family: RepeatFamily,
  k: number,
): MetricDeclaration {
  const { direction, kind, unit, range, scale, weak } = base;
  return {
    ...{ name: `${base.name}_${family}${k}`, direction, kind, unit, range, scale, weak },
    of_repeats: { metric: base.name, family, k },
  };
}

/** Whether a metric's score is between 0 and 1 by design where a sample has n answers, whatever they score. */
export function isGraded({ repeated, of_repeats: of }: MetricDeclaration, n: number): boolean {
  if (of === undefined) return repeated === true && n > 1;
  return !REPEAT_METRICS[of.family].isBinary(n, of.k);
}

/** Whether the stored scores of these metrics are all that this one follows from. */
export function followsFrom(
  { name, of_repeats: of, of_class: ofClass, of_usage: ofUsage }: MetricDeclaration,
  stored: ReadonlySet<string>,
): boolean {
  return ofUsage !== undefined || stored.has(of?.metric ?? ofClass?.metric ?? name);
}

/** A sample's score for a metric, be it stored or one that follows from its scores for another. */
export function scoreIn(
  sample: Pick<SampleRecord, 'scores' | 'repeats' | 'usage' | 'timing'>,
  declaration: MetricDeclaration,
): Score | undefined {
  const { name, of_repeats: of, of_class: ofClass, of_usage: ofUsage } = declaration;
  if (ofUsage !== undefined) return usageScore(sample, declaration, ofUsage);
  if (ofClass !== undefined) {
    const { metric, position } = ofClass;
    return Object.hasOwn(sample.scores, metric) ? againstOthers(sample.scores[metric], position) : undefined;
  }
  if (of === undefined) return Object.hasOwn(sample.scores, name) ? sample.scores[name] : undefined;
  const base = Object.hasOwn(sample.scores, of.metric) ? sample.scores[of.metric] : undefined;
  if (typeof base !== 'number') return base;
  const scores = sample.repeats?.scores[of.metric] ?? [base];
  if (scores.length < of.k) {
    const has = scores.length === 1 ? 'there is one' : `there are ${scores.length}`;
    return { unscored: `${of.family}${of.k} needs ${of.k} answers to a sample, and ${has}` };
  }
  const between = scores.find((score) => score !== 0 && score !== 1);
  if (between !== undefined) {
    return { unscored: `an answer's score of ${between} is neither right nor wrong` };
  }
  const sameAs = sample.repeats?.same_as ?? (scores.length === 1 ? [0] : null);
  const value = REPEAT_METRICS[of.family].of({ right: scores.map((score) => score === 1), sameAs }, of.k);
  return value ?? { unscored: `nobody kept which answers are the same, which ${of.family}${of.k} needs` };
}

/** The one score that stands for several: their mean, alike wherever it is worked out, and of equal ones exactly these. */
export function meanOfRepeats(scores: readonly number[]): number {
  const [first = NaN] = scores;
  return first + sum(scores.map((score) => score - first)) / scores.length;
}
