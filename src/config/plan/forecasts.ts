import type { TaskComparison } from '../../core/compare/compare.ts';
import type { Ahead, MetricAhead } from '../../core/decide/forecast.ts';
import { locateMetric } from '../../core/decide/locate.ts';
import { ruleOf } from '../../core/decide/rules/registry.ts';
import { type Gate, metricsOfGate, type NamedMetric } from '../../core/domain/gate.ts';
import { metricNamed } from '../../core/metrics/following.ts';
import { type DatasetSize, type Feasibility, feasibilityOf, withForecasts } from './feasibility.ts';
import { discordanceOf, type MeasuredFlips, measuredFlips } from './flips.ts';
import { designAhead, type EvaluationPlan, evaluatedOf, sizeOf, sizeOfAverage } from './plan.ts';

/**
 * What becomes of candidates under every gate, as far as datasets and the baseline tell: also under gates on tasks that only results know,
 * where the baseline has some.
 * @param baseline its results compared with themselves; none before it is stored
 * @param measured how many answers earlier candidates flipped, where that is known
 */
export function forecastsOf(
  plan: EvaluationPlan,
  baseline: readonly TaskComparison[],
  measured: readonly MeasuredFlips[] = [],
): readonly Feasibility[] {
  const { config, feasibility } = plan;
  return config.gates.flatMap((gate) => {
    const flips = gate.against === undefined ? measured : [];
    const [first, ...others] = metricsOfGate(gate).map((named) =>
      metricAhead(named, gate, plan, baseline, flips),
    );
    const known = feasibility.find((each) => each.gate === gate.id);
    if (first === undefined || first === null || others.includes(null)) return known ?? [];
    const metrics = [first, ...others.filter((each) => each !== null)] as const;
    const isRun = config.tasks.some(({ name }) => name === gate.task);
    const evaluation = isRun ? designAhead(config) : 'full';
    const isKnown = known !== undefined && known.samples > 0;
    const isMeasured = gate.rule !== 'average' && measuredFlips(first.named, flips) !== undefined;
    const own =
      isKnown && !isMeasured
        ? known
        : feasibilityOf(gate, first.declaration, sizeAhead(gate, metrics), config.policy, evaluation);
    if (own.samples === 0) return own;
    const ahead: Ahead = { metrics, evaluation };
    return withForecasts(own, ruleOf(gate).forecast(gate, ahead, config.policy), config.policy);
  });
}

function sizeAhead(gate: Gate, metrics: Ahead['metrics']): DatasetSize {
  const sizes = metrics.map(({ rows, isWhole, discordance }) => ({
    ...{ evaluated: rows.length, isWhole, discordance },
  }));
  const [first = { evaluated: 0, isWhole: false }] = sizes;
  if (gate.rule !== 'average') return first;
  const total = gate.of.reduce((sum, { weight }) => sum + weight, 0);
  return sizeOfAverage(sizes.map((size, index) => ({ share: (gate.of[index]?.weight ?? 0) / total, size })));
}

/** Null where neither a dataset nor results of the baseline tell how many samples there are. */
function metricAhead(
  named: NamedMetric,
  gate: Gate,
  { tasks }: EvaluationPlan,
  baseline: readonly TaskComparison[],
  flips: readonly MeasuredFlips[],
): MetricAhead | null {
  const located = locateMetric(named, gate.against === undefined ? baseline : []);
  const found = 'faults' in located || located.metric.aggregates !== undefined ? null : located;
  const stored = found?.metric ?? null;
  const planned = tasks.find(({ config }) => config.name === named.task);
  const discordance = discordanceOf(named, flips);
  const declaration =
    planned === undefined ? stored?.declaration : metricNamed(named.metric, planned.prepared.metrics);
  if (declaration === null || declaration === undefined) return null;
  if (planned !== undefined) {
    const { prepared } = planned;
    const rows = prepared.samples.slice(0, evaluatedOf(prepared));
    return { named, declaration, rows, ...sizeOf(planned), discordance, stored };
  }
  if (found === null || stored === null) return null;
  const rows = stored.scores.map(({ key, group }) => {
    const severity = stored.pairOf?.(key)?.baseline?.case?.severity;
    return { ...(group === null ? {} : { group }), ...(severity === undefined ? {} : { severity }) };
  });
  const isRepeated = stored.repeats !== undefined;
  const isWhole = !found.comparison.limited && stored.varies === undefined;
  return { named, declaration, rows, isWhole, isRepeated, discordance, stored };
}
