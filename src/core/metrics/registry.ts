import type { Direction, MetricDeclaration } from '../domain/metric.ts';
import type { CorpusAggregate } from './corpus/registry.ts';

const RATE = { kind: 'mean', unit: 'rate', range: { min: 0, max: 1 }, scale: 'linear', weak: false } as const;
const HIGHER = { ...RATE, direction: 'higher_is_better' } as const;
const LOWER = { ...RATE, direction: 'lower_is_better' } as const;
const PERPLEXITY = {
  direction: 'lower_is_better',
  kind: 'ratio',
  unit: 'perplexity',
  range: { min: null, max: null },
  scale: 'log',
  weak: false,
} as const;

const NO_RANGE_BELOW = { min: 0, max: null } as const;
const ERROR = { ...LOWER, unit: 'number', range: NO_RANGE_BELOW } as const;

const FROM_0_TO_1 = { min: 0, max: 1 } as const;

const corpus = (
  range: MetricDeclaration['range'],
  aggregate: CorpusAggregate,
  direction: Direction = 'higher_is_better',
) =>
  ({
    direction,
    kind: 'corpus',
    unit: range.min === 0 && range.max === 1 ? 'rate' : 'number',
    range,
    scale: 'linear',
    weak: false,
    aggregate,
  }) as const;

/**
 * Metrics that are known by name, in our own tasks and in tables of anybody's scores: one row adds a metric. Names as in
 * lm-evaluation-harness where it has one. A scorer whose metric nobody else uses declares it in its own file.
 */
export const METRICS = {
  /** 1 where the choice with the greatest log-likelihood is the right one. */
  acc: HIGHER,
  /** As `acc`, after dividing each log-likelihood by the length of the choice in characters. */
  acc_norm: HIGHER,
  /** Of the right choice, by the softmax of all choices' log-likelihoods. */
  prob_correct: HIGHER,
  /** −ln of that. */
  nll: ERROR,
  /** Σ (p − 1 for the right choice, p − 0 for others)². */
  brier_score: { ...LOWER, unit: 'number', range: { min: 0, max: 2 } },
  exact_match: HIGHER,
  /** 1 where the predicted class is the right one. */
  accuracy: HIGHER,
  /** 1 where an answer names none of the classes: what is not classified, whatever it counts as. */
  no_label: LOWER,
  balanced_accuracy: corpus(FROM_0_TO_1, 'balanced_accuracy'),
  precision_macro: corpus(FROM_0_TO_1, 'precision_macro'),
  precision_weighted: corpus(FROM_0_TO_1, 'precision_weighted'),
  /** TP / predictions of any class: an answer that names none is no prediction. */
  precision_micro: { ...HIGHER, kind: 'ratio' },
  /** Over all classes alike: balanced accuracy by another name. */
  recall_macro: corpus(FROM_0_TO_1, 'balanced_accuracy'),
  /** Of all answers, and so of each class by its size: accuracy. */
  recall_micro: HIGHER,
  recall_weighted: HIGHER,
  f1_weighted: corpus(FROM_0_TO_1, 'f1_weighted'),
  kappa: corpus({ min: -1, max: 1 }, 'kappa'),
  f1_macro: corpus(FROM_0_TO_1, 'f1_macro'),
  /** 2TP / (2TP + FP + FN) summed over classes: a ratio of sums. */
  f1_micro: { ...HIGHER, kind: 'ratio' },
  mcc: corpus({ min: -1, max: 1 }, 'mcc'),
  bleu: corpus({ min: 0, max: 100 }, 'bleu'),
  chrf: corpus({ min: 0, max: 100 }, 'chrf'),
  auc: corpus(FROM_0_TO_1, 'auc'),
  auc_ovr: corpus(FROM_0_TO_1, 'auc_ovr'),
  average_precision: corpus(FROM_0_TO_1, 'average_precision'),
  average_precision_macro: corpus(FROM_0_TO_1, 'average_precision_macro'),
  ece: corpus(FROM_0_TO_1, 'ece', 'lower_is_better'),
  ece_mass: corpus(FROM_0_TO_1, 'ece_mass', 'lower_is_better'),
  mce: corpus(FROM_0_TO_1, 'mce', 'lower_is_better'),
  /** (p − 1)² of the confidence in an answer that is right, p² in one that is wrong. */
  brier: { ...LOWER, unit: 'number' },
  /** |y − ŷ|. */
  mae: ERROR,
  rmse: corpus(NO_RANGE_BELOW, 'rmse', 'lower_is_better'),
  median_absolute_error: corpus(NO_RANGE_BELOW, 'median_absolute_error', 'lower_is_better'),
  r2: corpus({ min: null, max: 1 }, 'r2'),
  within_tolerance: HIGHER,
  spearman: corpus({ min: -1, max: 1 }, 'spearman'),
  kendall: corpus({ min: -1, max: 1 }, 'kendall'),
  /** 1 / the rank of the first that is relevant; 0 where none is. */
  mrr: { ...HIGHER, unit: 'number' },
  ndcg: { ...HIGHER, unit: 'number' },
  /** The share of what is relevant that is among the first k. */
  recall_at_k: HIGHER,
  regex: HIGHER,
  json_valid: HIGHER,
  json_equal: HIGHER,
  /** A word list knows neither threats nor hate without slurs: weak. */
  profanity_rate: { ...LOWER, weak: true },
  toxicity: LOWER,
  /** −ln p of a document against its bytes; shown as exp of the ratio of the sums. */
  byte_perplexity: PERPLEXITY,
  /** −ln p of a document against its words, which are what white space separates. */
  word_perplexity: PERPLEXITY,
  /** −ln p of a document against its tokens: of two tokenizers two metrics, which the guard of comparisons knows by the name. */
  token_perplexity: PERPLEXITY,
  /** −log₂ p of a document against its bytes. */
  bits_per_byte: { ...PERPLEXITY, unit: 'bits_per_byte', scale: 'linear' },
} as const satisfies Readonly<Record<string, MetricTraits>>;

export type MetricName = keyof typeof METRICS;

/** Everything that is declared of a metric but its name. */
export type MetricTraits = Omit<MetricDeclaration, 'name'>;

/** The declaration of a known metric, under another name where a task needs the same metric twice. */
export function declareMetric(metric: MetricName, name: string = metric): MetricDeclaration {
  return { name, ...METRICS[metric] };
}

/** Names of other programs that mean one thing wherever they are used. */
const NAMED_HIGHER =
  /^((quasi_)?(prefix_)?exact_match(@\d+)?|accuracy|acc(_norm|_bytes|_all)?|em|f1(_score)?|pass@\d+|rouge(_?[12l]|_?lsum)?)$/i;
const NAMED_LOWER = /^((word_|byte_)?perplexity|(max_)?toxicity|toxic_frac|wer|cer|ter|brier_score)$/i;

/** The one direction of a metric that is known by its name; null of any other, of which its run has to say. */
export function directionOf(name: string): Direction | null {
  if (Object.hasOwn(METRICS, name)) return METRICS[name as MetricName].direction;
  if (NAMED_HIGHER.test(name)) return 'higher_is_better';
  return NAMED_LOWER.test(name) ? 'lower_is_better' : null;
}

const RIGHT_OR_WRONG =
  /^((quasi_)?(prefix_)?exact_match(@\d+)?|accuracy|acc(_norm|_bytes|_all)?|em|match|correct)$/i;

/** Whether the metric, by its name, counts answers that are the right one. */
export const isRightOrWrong = (name: string): boolean => RIGHT_OR_WRONG.test(name);

/** Null where the name is not known. */
export function isKnownRate(name: string): boolean | null {
  return Object.hasOwn(METRICS, name) ? METRICS[name as MetricName].unit === 'rate' : null;
}
