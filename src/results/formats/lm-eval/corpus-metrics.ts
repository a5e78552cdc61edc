import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import { bleuParts } from '../../../core/metrics/corpus/bleu.ts';
import { chrfParts } from '../../../core/metrics/corpus/chrf.ts';
import type { CorpusAggregate } from '../../../core/metrics/corpus/registry.ts';

/** A metric whose lines hold what a known function of all of them needs (lm_eval/api/metrics.py). */
export interface CorpusMetric {
  readonly aggregate: CorpusAggregate;
  readonly range: MetricDeclaration['range'];
  /** Names of its function; a task may give another one to the same lines. */
  readonly aggregations: readonly unknown[];
  /** What the lines hold. */
  readonly holds: string;
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

const METRICS: ReadonlyMap<string, CorpusMetric> = new Map<string, CorpusMetric>([
  [
    'f1',
    { aggregate: 'f1', range: { min: 0, max: 1 }, aggregations: ['f1'], holds: CLASSES, parts: classes },
  ],
  [
    'mcc',
    {
      ...{ aggregate: 'mcc', range: { min: -1, max: 1 }, aggregations: ['mcc', 'matthews_corrcoef'] },
      ...{ holds: CLASSES, parts: classes },
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

export const corpusMetric = (name: string): CorpusMetric | null => METRICS.get(name) ?? null;
