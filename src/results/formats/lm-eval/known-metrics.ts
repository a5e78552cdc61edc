import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { RatioScore } from '../../../core/domain/sample.ts';

/** Metrics whose lines hold the parts of a ratio, and how to read them. */
export interface RatioMetric {
  readonly unit: MetricDeclaration['unit'];
  readonly scale: MetricDeclaration['scale'];
  /** Null for what is no such part. */
  read(value: unknown): RatioScore | null;
}

/** The harness writes [log-likelihood, words or bytes]. */
const perLength = (nats: number) => (value: unknown) =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'
    ? { numerator: -value[0] / nats, denominator: value[1] }
    : null;

/** As in lm_eval/api/metrics.py: exp(−Σ/n) and exp(−Σ/Σ), where the line itself is better when higher. */
const RATIOS: ReadonlyMap<string, RatioMetric> = new Map([
  [
    'perplexity',
    {
      unit: 'perplexity',
      scale: 'log',
      read: (value) => (typeof value === 'number' ? { numerator: -value, denominator: 1 } : null),
    },
  ],
  [
    // Of 0.3, which has no lines.
    'ppl',
    { unit: 'perplexity', scale: 'log', read: () => null },
  ],
  ['word_perplexity', { unit: 'perplexity', scale: 'log', read: perLength(1) }],
  ['byte_perplexity', { unit: 'perplexity', scale: 'log', read: perLength(1) }],
  ['bits_per_byte', { unit: 'bits_per_byte', scale: 'linear', read: perLength(Math.LN2) }],
]);

export const ratioMetric = (name: string): RatioMetric | null => RATIOS.get(name) ?? null;

const HIGHER = 'higher_is_better';
const LOWER = 'lower_is_better';

/** For files before 0.4.3, which do not say; as registered in lm_eval/api/metrics.py, and by the tasks of 0.3. */
const DIRECTIONS: readonly (readonly [RegExp, MetricDeclaration['direction']])[] = [
  [/^acc(_norm|_bytes|_mutual_info)?$/, HIGHER],
  [/^(exact_match|exact_str_match|multiple_choice_grade|f1|em|mcc|mc1|mc2|bleu|chrf)$/, HIGHER],
  [/^((HasAns|NoAns|best)_)?(exact|f1)$/, HIGHER],
  [/^rouge([12]|L|Lsum)$/, HIGHER],
  [/^((word_|byte_)?perplexity|ppl|bits_per_byte|brier_score|ter)$/, LOWER],
  [/^(likelihood_diff(erence)?|pct_stereotype)$/, LOWER],
];

export function knownDirection(name: string): MetricDeclaration['direction'] | null {
  return DIRECTIONS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/**
 * Metrics that lie in [0, 1] whatever the task. Of others the range is not known, and is not guessed from the scores: the
 * two sides might guess differently.
 */
const RATES =
  /^(acc(_norm|_bytes|_mutual_info)?|exact_match|exact_str_match|multiple_choice_grade|mc1|mc2|pct_stereotype|pass@\d+|\w+_acc|prompt_level_\w+_acc)$/;

export const isRate = (name: string): boolean => RATES.test(name);

/** Functions of all lines whatever the task, for where there are no lines to tell. */
const CORPUS = /^(f1|mcc|bleu|chrf|ter)$/;

export const isCorpusMetric = (name: string): boolean => CORPUS.test(name);
