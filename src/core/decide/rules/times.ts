import type { MetricDeclaration } from '../../domain/metric.ts';
import { measuredBy } from '../../metrics/usage.ts';
import type { Rule } from './rule.ts';

/**
 * Whether a rule asks for the candidate's own value of what a clock measured, with nothing that cancels the tails of times. A quantile
 * against a limit is a statement about a share of answers, which needs no more than that.
 */
export function restsOnTails(
  { estimand, judgeMetric }: Pick<Rule, 'estimand' | 'judgeMetric'>,
  metric: MetricDeclaration,
): boolean {
  const how = measuredBy(metric);
  return how !== null && estimand === 'candidate' && (how === 'ratio' || judgeMetric !== undefined);
}
