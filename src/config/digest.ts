import { createHash } from 'node:crypto';
import type { CurvesConfig } from '../core/domain/curves.ts';
import type { ResolvedConfig } from './resolved.ts';

type Rules = Pick<
  ResolvedConfig,
  'baselines' | 'engine' | 'prices' | 'seed' | 'tasks' | 'gates' | 'curves' | 'policy' | 'evaluation'
>;

/**
 * SHA-256 of how checkpoints are asked and judged. Which checkpoints, and where a value was written, are left out: the
 * same rules have the same digest in every pull request, from a file or from flags.
 */
export function configDigest({
  baselines: { prompt },
  engine,
  prices,
  seed,
  tasks,
  gates,
  curves,
  policy,
  evaluation,
}: Rules): string {
  const rules = {
    engine,
    seed,
    tasks: Object.fromEntries(tasks.map(({ name, ...task }) => [name, task])),
    gates: Object.fromEntries(gates.map(({ source: _, id, ...gate }) => [id, gate])),
    policy: Object.fromEntries(Object.entries(policy).map(([name, { value }]) => [name, value])),
    evaluation: evaluation.value,
    // Left out where there are none, so that digests of earlier versions stay.
    ...(prices === null ? {} : { prices }),
    ...(Object.keys(prompt).length === 0 ? {} : { prompt }),
    ...(curves === null ? {} : { curves: withoutPlaces(curves) }),
  };
  return createHash('sha256').update(JSON.stringify(rules, sortKeys)).digest('hex');
}

const withoutPlaces = ({ generalizationGap: gap, validationRising: rising, ...curves }: CurvesConfig) => ({
  ...curves,
  gap: { limit: gap.limit.value, tier: gap.tier },
  rising: { limit: rising.limit.value, tier: rising.tier },
});

/** Makes the text of an object independent of the order in which its keys were written. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
