import type { GateResult, MetricResult, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import { worseSign } from '../../core/domain/metric.ts';
import { companionMetrics } from '../../core/metrics/choices.ts';
import { list } from '../blocks.ts';
import { formatChange, formatInterval, formatLevel, metricName } from '../format.ts';
import { code, type Inline, inline } from '../inline.ts';
import { isDescriptive } from '../methods.ts';
import type { Section } from '../section.ts';

/**
 * A loss of confidence in the right answers beside an accuracy that has not moved: it shows with several times fewer samples, and
 * decides nothing.
 */
export function earlySignSection({ gates, tasks }: VerdictFile): Section {
  return { title: null, blocks: list(tasks.flatMap((task) => signOf(task, gates))) };
}

function signOf({ task, metrics }: TaskResult, gates: readonly GateResult[]): Inline[] {
  const quiet = gates.find((gate) => gate.task === task && isQuiet(gate));
  const gated = new Set(gates.filter((gate) => gate.task === task).map(({ metric }) => baseName(metric)));
  const names = companionMetrics().map(({ name }) => name);
  const [first] = names.flatMap((name) =>
    metrics.filter((each) => baseName(each.metric) === name && !gated.has(name) && isProvenWorse(each)),
  );
  if (quiet === undefined || first === undefined || first.delta === null) return [];
  const state = quiet.verdict === 'pass' ? 'passes' : 'is undecided';
  const interval = formatInterval(first.delta, first.unit) ?? '';
  const own = code(`${task}/${first.metric}`);
  return [
    inline`Early sign: ${code(metricName(quiet))} ${state}, and confidence in the right answers fell: ${own} ${formatChange(first.delta.value, first.unit)} (${formatLevel(first.delta.level)} interval ${interval}). It decides nothing; gate ${own} if it should.`,
  ];
}

/** A gate on the change of accuracy that shows no loss. */
const isQuiet = ({ metric, rule, verdict }: GateResult): boolean =>
  baseName(metric) === 'acc' && rule === 'max_drop' && (verdict === 'pass' || verdict === 'inconclusive');

const baseName = (metric: string): string => metric.split(',')[0] ?? metric;

/** By the interval as it stands; one that only describes the samples of a stopped evaluation proves nothing. */
function isProvenWorse({ delta, direction }: MetricResult): boolean {
  if (delta === null || isDescriptive(delta.method)) return false;
  const { low, high } = delta;
  return worseSign({ direction }) === -1 ? high !== null && high < 0 : low !== null && low > 0;
}
