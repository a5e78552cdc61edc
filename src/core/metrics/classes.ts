import type { MetricDeclaration } from '../domain/metric.ts';
import { isCorpus, isUnscored, type Score } from '../domain/sample.ts';
import { type CorpusAggregate, partsName } from './corpus/registry.ts';

/** More classes than these have no names in a run. */
export const MOST_CLASSES = 1000;

/** What may be asked of one class against all others, by what the parts of its metric have to hold. */
const OF_CLASS = {
  precision: 'predictions',
  recall: 'predictions',
  f1: 'predictions',
  specificity: 'predictions',
  auc: 'probabilities',
  average_precision: 'probabilities',
} as const satisfies Partial<Record<CorpusAggregate, 'predictions' | 'probabilities'>>;

type ClassStatistic = keyof typeof OF_CLASS;

export const CLASS_STATISTICS = Object.keys(OF_CLASS) as readonly ClassStatistic[];

/** An answer as a classifier sees it: places among the classes, −1 for none of them. */
export interface Classified {
  readonly reference: number;
  readonly predicted: number;
}

/** What each answer adds to the metrics in which every answer counts alike. */
export const MICRO = {
  precision_micro: ({ reference, predicted }) => ({
    numerator: Number(predicted === reference),
    denominator: Number(predicted >= 0),
  }),
  // A wrong answer is a false negative of the target, and where it is another label a false positive of that.
  f1_micro: ({ reference, predicted }) => ({
    numerator: predicted === reference ? 2 : 0,
    denominator: predicted < 0 ? 1 : 2,
  }),
} as const satisfies Readonly<Record<string, (answer: Classified) => Score>>;

/** A metric of one class, as a gate names it: `f1[refund]`. */
export interface ClassMetricName {
  readonly statistic: string;
  readonly label: string;
}

const NAME = /^([A-Za-z]\w*)\[(.+)\]$/su;

export function parseClassMetric(name: string): ClassMetricName | null {
  const [, statistic, label] = NAME.exec(name) ?? [];
  return statistic === undefined || label === undefined ? null : { statistic, label };
}

export const classMetricName = ({ statistic, label }: ClassMetricName): string => `${statistic}[${label}]`;

export const isClassStatistic = (name: string): name is ClassStatistic => Object.hasOwn(OF_CLASS, name);

/** The declared metric that a statistic of one class follows from; undefined where none knows its classes. */
export function baseOf(
  statistic: ClassStatistic,
  known: readonly MetricDeclaration[],
): (MetricDeclaration & { readonly classes: readonly string[] }) | undefined {
  return known.find(
    (metric): metric is MetricDeclaration & { readonly classes: readonly string[] } =>
      metric.classes !== undefined &&
      metric.aggregate !== undefined &&
      partsName(metric.aggregate) === OF_CLASS[statistic],
  );
}

/** The statistic of one class; null where no declared metric knows the class. */
export function classMetric(
  { statistic, label }: ClassMetricName,
  known: readonly MetricDeclaration[],
): MetricDeclaration | null {
  if (!isClassStatistic(statistic)) return null;
  const base = baseOf(statistic, known);
  const position = base?.classes.indexOf(label) ?? -1;
  if (base === undefined || position < 0) return null;
  return {
    name: classMetricName({ statistic, label }),
    ...{ direction: 'higher_is_better', kind: 'corpus', unit: 'rate', range: { min: 0, max: 1 } },
    ...{ scale: 'linear', weak: false, aggregate: statistic },
    of_class: { metric: base.name, position },
  };
}

/** The same sample where the class is all that counts: 1 for it, 0 for any other, and no label is another. */
export function againstOthers(score: Score | undefined, position: number): Score | undefined {
  if (score === undefined || typeof score === 'number' || isUnscored(score) || !isCorpus(score)) return score;
  const [reference, ...rest] = score.parts;
  const isProbability = rest.length > 1;
  const predicted = isProbability ? (rest[position] ?? Number.NaN) : Number(rest[0] === position);
  return { parts: [Number(reference === position), predicted] };
}
