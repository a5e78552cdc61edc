import type { MetricDeclaration } from '../domain/metric.ts';
import type { SampleRecord, Score } from '../domain/sample.ts';
import { ERROR } from './traits.ts';

/** What is counted of every answer, whatever a task is scored by: one row a metric. */
const COUNTED = {
  /** All that the model wrote, thoughts that were told from the answer too. */
  output_tokens: ({ output_tokens: said, thinking_tokens: thought = 0 }) => said + thought,
  prompt_tokens: ({ prompt_tokens: read }) => read,
} as const satisfies Readonly<Record<string, (usage: NonNullable<SampleRecord['usage']>) => number>>;

type UsageMetric = keyof typeof COUNTED;

/** A metric that every run has whose samples say what they used; null for any other name. */
export function usageMetric(name: string): MetricDeclaration | null {
  return Object.hasOwn(COUNTED, name) ? { name, ...ERROR, of_usage: name as UsageMetric } : null;
}

export function usageScore({ usage }: Pick<SampleRecord, 'usage'>, of: UsageMetric): Score {
  return usage === undefined ? { unscored: 'nobody counted its tokens' } : COUNTED[of](usage);
}
