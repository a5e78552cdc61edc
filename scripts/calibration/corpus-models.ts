import { valueOfAll } from '../../src/core/metrics/corpus/aggregate.ts';
import { AGGREGATES } from '../../src/core/metrics/corpus/registry.ts';
import { normalCdf } from '../../src/core/stats/special/normal.ts';
import { sum } from '../../src/core/stats/sum.ts';

type Parts = readonly number[];
type Random = () => number;

/** What is decided by classes that were said, in models of one shape. */
const BY_CLASS = {
  f1_macro: 'macro-F1',
  f1_weighted: 'F1 by size',
  precision_macro: 'macro precision',
  precision_weighted: 'precision by size',
  balanced_accuracy: 'balanced accuracy',
  mcc: 'MCC',
  kappa: 'kappa',
} as const;

type ByClass = keyof typeof BY_CLASS;

export type ModelledMetric =
  | ByClass
  | 'auc'
  | 'auc_ovr'
  | 'average_precision'
  | 'rmse'
  | 'median_absolute_error'
  | 'bleu';

/** A candidate beside its baseline, of which the true difference of a metric over all samples is known. */
export interface CorpusModel {
  readonly metric: ModelledMetric;
  readonly title: string;
  /** Of the true values, candidate − baseline. */
  readonly delta: number;
  readonly draw: (random: Random) => readonly [baseline: Parts, candidate: Parts];
}

/** A candidate that is worse in a metric, or one that differs from its baseline and is neither worse nor better. */
export function corpusModel(metric: ModelledMetric, isWorse: boolean): CorpusModel {
  const apart = { apart: 1.4, apartThen: isWorse ? 1.2 : 1.4, alike: 0.85 };
  switch (metric) {
    case 'auc':
    case 'average_precision':
      return ranks(metric, { positive: 0.3, ...apart });
    case 'auc_ovr':
      return ranksOfClasses([0.6, 0.3, 0.1], apart);
    case 'rmse':
    case 'median_absolute_error':
      return numbers(metric, { spreadThen: isWorse ? 1.15 : 1, alike: 0.85 });
    case 'bleu':
      return translations({ right: 0.7, changed: 0.3, rightThen: isWorse ? 0.6 : 0.7 });
    default:
      return classes(metric, [0.6, 0.3, 0.1], { right: 0.8, changed: 0.2, rightThen: isWorse ? 0.5 : 0.8 });
  }
}

function pick(shares: readonly number[], u: number): number {
  let left = u;
  const found = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return found < 0 ? shares.length - 1 : found;
}

interface Answers {
  readonly right: number;
  /** Share of the candidate's answers that are given anew, and how many of those are right. */
  readonly changed: number;
  readonly rightThen: number;
}

/** Wrong answers are spread evenly over the other classes. */
function classes(
  metric: ByClass,
  shares: readonly number[],
  { right, changed, rightThen }: Answers,
): CorpusModel {
  const answers = (reference: number, share: number) =>
    shares.map((_, label) => (label === reference ? share : (1 - share) / (shares.length - 1)));
  /** The metric of all cases, each counting by how likely it is. */
  const value = (share: number) =>
    valueOfAll(
      AGGREGATES[metric],
      shares.flatMap((own, reference) =>
        answers(reference, share).map((each, label) => ({ parts: [reference, label], weight: own * each })),
      ),
    );
  return {
    ...{ metric, title: `${BY_CLASS[metric]}, classes of 60, 30 and 10 %` },
    delta: value((1 - changed) * right + changed * rightThen) - value(right),
    draw: (random) => {
      const reference = pick(shares, random());
      const baseline = pick(answers(reference, right), random());
      const isNew = random() < changed;
      return [
        [reference, baseline],
        [reference, isNew ? pick(answers(reference, rightThen), random()) : baseline],
      ];
    },
  };
}

/** Two standard normal numbers of a correlation: Box & Muller 1958. */
function normals(alike: number, random: Random): readonly [number, number] {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  const [own, other] = [radius * Math.cos(angle), radius * Math.sin(angle)];
  return [own, alike * own + Math.sqrt(1 - alike ** 2) * other];
}

interface Apart {
  /** Standard deviations between the mean scores of positives and negatives. */
  readonly apart: number;
  readonly apartThen: number;
  /** Correlation of the two sides' scores. */
  readonly alike: number;
}

const areaUnder = (apart: number) => normalCdf(apart / Math.SQRT2);

/** ∫ precision d(recall) over the thresholds, by the trapezoidal rule. */
function precisionOver(positive: number, apart: number): number {
  const STEP = 1e-3;
  const thresholds = Array.from({ length: 18 / STEP }, (_, index) => 9 - index * STEP);
  let [area, recall, precision] = [0, 0, 1];
  for (const threshold of thresholds) {
    const nextRecall = 1 - normalCdf(threshold - apart);
    const said = positive * nextRecall + (1 - positive) * (1 - normalCdf(threshold));
    const nextPrecision = said > 0 ? (positive * nextRecall) / said : precision;
    area += ((nextRecall - recall) * (precision + nextPrecision)) / 2;
    [recall, precision] = [nextRecall, nextPrecision];
  }
  return area;
}

function ranks(
  metric: 'auc' | 'average_precision',
  { positive, apart, apartThen, alike }: Apart & { readonly positive: number },
): CorpusModel {
  const value = metric === 'auc' ? areaUnder : (size: number) => precisionOver(positive, size);
  return {
    ...{ metric, title: `${metric === 'auc' ? 'AUC' : 'average precision'}, 30 % positives` },
    delta: value(apartThen) - value(apart),
    draw: (random) => {
      const [own, then] = normals(alike, random);
      const isPositive = random() < positive ? 1 : 0;
      return [
        [isPositive, apart * isPositive + own],
        [isPositive, apartThen * isPositive + then],
      ];
    },
  };
}

/** The probability of each class is higher where it is the right one; they need not sum to 1. */
function ranksOfClasses(shares: readonly number[], { apart, apartThen, alike }: Apart): CorpusModel {
  return {
    ...{ metric: 'auc_ovr', title: 'AUC one against rest, classes of 60, 30 and 10 %' },
    delta: areaUnder(apartThen) - areaUnder(apart),
    draw: (random) => {
      const reference = pick(shares, random());
      const drawn = shares.map(() => normals(alike, random));
      const side = (which: 0 | 1, by: number) => [
        reference,
        ...drawn.map((pair, label) => normalCdf(pair[which] + (label === reference ? by : 0))),
      ];
      return [side(0, apart), side(1, apartThen)];
    },
  };
}

/** Errors of a standard normal distribution, then of a wider one. */
function numbers(
  metric: 'rmse' | 'median_absolute_error',
  { spreadThen, alike }: { readonly spreadThen: number; readonly alike: number },
): CorpusModel {
  // The median of |z|: Φ(0.67449) = 3/4.
  const one = metric === 'rmse' ? 1 : 0.674489750196082;
  return {
    ...{ metric, title: `${metric === 'rmse' ? 'RMSE' : 'median absolute error'}, normal errors` },
    delta: one * (spreadThen - 1),
    draw: (random) => {
      const [own, then] = normals(alike, random);
      return [
        [0, own],
        [0, spreadThen * then],
      ];
    },
  };
}

/** Answers of 8 to 30 words against one reference of equal length; half the sentences are hard. */
function translations({ right, changed, rightThen }: Answers): CorpusModel {
  const HARDER = 0.15;
  const lengths = Array.from({ length: 23 }, (_, index) => index + 8);
  const orders = [1, 2, 3, 4];
  const matched = (share: number, order: number) =>
    ((share - HARDER) ** order + (share + HARDER) ** order) / 2;
  const bleu = (mix: (order: number) => number) =>
    100 * Math.exp(sum(orders.map((order) => Math.log(mix(order)))) / orders.length);
  const side = (length: number, share: number, random: Random): Parts => {
    const totals = orders.map((order) => length - order + 1);
    const hits = totals.map((total, index) => {
      let count = 0;
      for (let gram = 0; gram < total; gram += 1) if (random() < share ** (index + 1)) count += 1;
      return count;
    });
    return [length, length, ...hits, ...totals];
  };
  return {
    ...{ metric: 'bleu', title: 'BLEU, 8 to 30 words' },
    delta:
      bleu((order) => (1 - changed) * matched(right, order) + changed * matched(rightThen, order)) -
      bleu((order) => matched(right, order)),
    draw: (random) => {
      const length = lengths[Math.floor(random() * lengths.length)] ?? 8;
      const ease = random() < 0.5 ? -HARDER : HARDER;
      const baseline = side(length, right + ease, random);
      return [baseline, random() < changed ? side(length, rightThen + ease, random) : baseline];
    },
  };
}
