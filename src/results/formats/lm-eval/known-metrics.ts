import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { RatioScore } from '../../../core/domain/sample.ts';
import { bleuParts } from '../../../core/metrics/corpus/bleu.ts';
import { chrfParts } from '../../../core/metrics/corpus/chrf.ts';
import type { CorpusAggregate } from '../../../core/metrics/corpus/registry.ts';

/** Metrics whose lines hold the parts of a ratio, and how to read them. */
interface RatioMetric {
  readonly unit: MetricDeclaration['unit'];
  readonly scale: MetricDeclaration['scale'];
  /** Null for what is no such part. */
  read(value: unknown): RatioScore | null;
  /** What a line holds of such a score; null for one that no line can. */
  write(score: RatioScore): unknown;
}

/** The harness writes [log-likelihood, words or bytes]. */
const perLength = (nats: number): Pick<RatioMetric, 'read' | 'write'> => ({
  read: (value) =>
    Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'
      ? { numerator: -value[0] / nats, denominator: value[1] }
      : null,
  write: ({ numerator, denominator }) => [-numerator * nats, denominator],
});

/** As in lm_eval/api/metrics.py: exp(−Σ/n) and exp(−Σ/Σ), where the line itself is better when higher. */
const RATIOS: ReadonlyMap<string, RatioMetric> = new Map([
  [
    'perplexity',
    {
      unit: 'perplexity',
      scale: 'log',
      read: (value) => (typeof value === 'number' ? { numerator: -value, denominator: 1 } : null),
      write: ({ numerator, denominator }) => (denominator === 1 ? -numerator : null),
    },
  ],
  [
    // Of 0.3, which has no lines.
    'ppl',
    { unit: 'perplexity', scale: 'log', read: () => null, write: () => null },
  ],
  ['word_perplexity', { unit: 'perplexity', scale: 'log', ...perLength(1) }],
  ['byte_perplexity', { unit: 'perplexity', scale: 'log', ...perLength(1) }],
  ['bits_per_byte', { unit: 'bits_per_byte', scale: 'linear', ...perLength(Math.LN2) }],
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

/** A metric whose lines hold what a known function of all of them needs (lm_eval/api/metrics.py). */
interface CorpusMetric {
  readonly aggregate: CorpusAggregate;
  readonly range: MetricDeclaration['range'];
  /** Names of its function; a task may give another one to the same lines. */
  readonly aggregations: readonly unknown[];
  /** What the lines hold. */
  readonly holds: string;
  /** What the harness writes of lines of which the metric is undefined, of one class alone: scikit-learn's 0. */
  readonly undefinedAs?: number;
  /** Null for what is no such line. */
  parts(value: unknown): readonly number[] | null;
}

/** [reference, prediction], classes by number. */
const classes = (value: unknown): readonly number[] | null =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger) ? value : null;

/**
 * [reference, answer]. Of several references the harness takes as many as the document with the fewest has: one, where a
 * line has one.
 */
const texts = (partsOf: typeof bleuParts) => (value: unknown) => {
  const [reference, answer] = Array.isArray(value) && value.length === 2 ? value.map(firstOf) : [];
  return typeof reference === 'string' && typeof answer === 'string' ? partsOf(answer, [reference]) : null;
};

const firstOf = (text: unknown): unknown => (Array.isArray(text) ? text[0] : text);

const [CLASSES, TEXTS] = ['a pair of classes', 'a pair of texts'];

const CORPUS_METRICS: ReadonlyMap<string, CorpusMetric> = new Map<string, CorpusMetric>([
  [
    'f1',
    {
      ...{ aggregate: 'f1', range: { min: 0, max: 1 }, aggregations: ['f1'] },
      ...{ holds: CLASSES, undefinedAs: 0, parts: classes },
    },
  ],
  [
    'mcc',
    {
      ...{ aggregate: 'mcc', range: { min: -1, max: 1 }, aggregations: ['mcc', 'matthews_corrcoef'] },
      ...{ holds: CLASSES, undefinedAs: 0, parts: classes },
    },
  ],
  [
    'bleu',
    {
      ...{ aggregate: 'bleu', range: { min: 0, max: 100 }, aggregations: ['bleu'] },
      ...{ holds: TEXTS, parts: texts(bleuParts) },
    },
  ],
  [
    'chrf',
    {
      ...{ aggregate: 'chrf', range: { min: 0, max: 100 }, aggregations: ['chrf'] },
      ...{ holds: TEXTS, parts: texts(chrfParts) },
    },
  ],
]);

/** Whether a line shows that the function of all lines is the known one. */
export function isToldBy(metric: CorpusMetric, value: unknown): boolean {
  const hasOneReference = !Array.isArray(value) || !Array.isArray(value[0]) || value[0].length === 1;
  return hasOneReference && metric.parts(value) !== null;
}

export const corpusMetric = (name: string): CorpusMetric | null => CORPUS_METRICS.get(name) ?? null;
