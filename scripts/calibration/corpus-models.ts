import { normalCdf } from '../../src/core/stats/special/normal.ts';
import { sum } from '../../src/core/stats/sum.ts';

type Parts = readonly number[];
type Random = () => number;

export type ModelledMetric = 'f1_macro' | 'auc' | 'bleu';

/** A candidate beside its baseline, of which the true difference of a metric over all samples is known exactly. */
export interface CorpusModel {
  readonly metric: ModelledMetric;
  readonly title: string;
  /** Of the true values, candidate − baseline. */
  readonly delta: number;
  readonly draw: (random: Random) => readonly [baseline: Parts, candidate: Parts];
}

/** A candidate that is worse in a metric, or one that differs from its baseline and is neither worse nor better. */
export function corpusModel(metric: ModelledMetric, isWorse: boolean): CorpusModel {
  switch (metric) {
    case 'f1_macro':
      return classes([0.6, 0.3, 0.1], { right: 0.8, changed: 0.2, rightThen: isWorse ? 0.5 : 0.8 });
    case 'auc':
      return ranks({ positive: 0.3, apart: 1.4, apartThen: isWorse ? 1.2 : 1.4, alike: 0.85 });
    case 'bleu':
      return translations({ right: 0.7, changed: 0.3, rightThen: isWorse ? 0.6 : 0.7 });
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
function classes(shares: readonly number[], { right, changed, rightThen }: Answers): CorpusModel {
  const answers = (reference: number, share: number) =>
    shares.map((_, label) => (label === reference ? share : (1 - share) / (shares.length - 1)));
  const f1Macro = (share: number) => {
    const scores = shares.map((own, label) => {
      const predicted = sum(shares.map((each, reference) => each * (answers(reference, share)[label] ?? 0)));
      return (2 * own * share) / (own + predicted);
    });
    return sum(scores) / shares.length;
  };
  return {
    ...{ metric: 'f1_macro', title: 'macro-F1, classes of 60, 30 and 10 %' },
    delta: f1Macro((1 - changed) * right + changed * rightThen) - f1Macro(right),
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

interface Ranks {
  readonly positive: number;
  /** Standard deviations between the mean scores of positives and negatives. */
  readonly apart: number;
  readonly apartThen: number;
  /** Correlation of the two sides' scores. */
  readonly alike: number;
}

function ranks({ positive, apart, apartThen, alike }: Ranks): CorpusModel {
  return {
    ...{ metric: 'auc', title: 'AUC, 30 % positives' },
    delta: normalCdf(apartThen / Math.SQRT2) - normalCdf(apart / Math.SQRT2),
    draw: (random) => {
      // Box & Muller 1958.
      const radius = Math.sqrt(-2 * Math.log(1 - random()));
      const angle = 2 * Math.PI * random();
      const [own, other] = [radius * Math.cos(angle), radius * Math.sin(angle)];
      const isPositive = random() < positive ? 1 : 0;
      return [
        [isPositive, apart * isPositive + own],
        [isPositive, apartThen * isPositive + alike * own + Math.sqrt(1 - alike ** 2) * other],
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
