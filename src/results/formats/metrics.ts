import type { Direction, MetricDeclaration, MetricUnit } from '../../core/domain/metric.ts';
import type { Directions } from './selection.ts';

const RATES =
  /^((quasi_)?(prefix_)?exact_match(@\d+)?|exact_set_match|math_equiv(_chain_of_thought)?|accuracy|acc(_norm)?|em|extractive_match|pass@\d+(:\d+_samples)?|ifeval_strict_accuracy|(prompt|inst)_level_\w+_acc|toxic_frac)$/;

const HIGHER =
  /^(f1(_score|_set_match)?|iou_set_match|rouge(_?[12l]|_?lsum)?|bleu(_?[14])?|score|mcc|multi_f1_numeric|bertscore|chain_of_thought_correctness|pass)$/i;

const LOWER =
  /^(toxic_frac|expected_max_toxicity|max_toxicity_probability|(word_|byte_)?perplexity|bits_per_byte)$/;

/** Which way metrics of HELM, lighteval and OpenCompass are better, of whose files most do not say. */
export const commonDirection: Directions = (metric) => {
  if (LOWER.test(metric)) return 'lower_is_better';
  return RATES.test(metric) || HIGHER.test(metric) ? 'higher_is_better' : null;
};

/** The mean of one number a sample; null where nobody says which way it is better. */
export function commonMetric(name: string, directions: Directions): MetricDeclaration | null {
  const direction = directions(name);
  return direction === null ? null : meanMetric(name, direction, RATES.test(name) ? 'rate' : 'number');
}

/** A mean of one number a sample; of what is no rate the range is not known. */
export const meanMetric = (
  name: string,
  direction: Direction,
  unit: Extract<MetricUnit, 'rate' | 'number'>,
): MetricDeclaration => ({
  name,
  direction,
  kind: 'mean',
  unit,
  range: unit === 'rate' ? { min: 0, max: 1 } : { min: null, max: null },
  scale: 'linear',
  weak: false,
});

export const liesIn = ({ min, max }: MetricDeclaration['range'], value: number): boolean =>
  value >= (min ?? -Infinity) && value <= (max ?? Infinity);
