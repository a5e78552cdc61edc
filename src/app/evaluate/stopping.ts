import type { ResolvedConfig } from '../../config/resolved.ts';
import { compareTask } from '../../core/compare/compare.ts';
import { DrawPlan } from '../../core/compare/draw.ts';
import { planDraw } from '../../core/compare/plan-draw.ts';
import { withRepeatMetrics } from '../../core/compare/repeats.ts';
import { earliestStop, stopReason, weighable } from '../../core/decide/stopping.ts';
import type { RunRecord } from '../../core/domain/run.ts';
import type { SampleRecord, Samples } from '../../core/domain/sample.ts';
import { isLook } from '../../core/stats/sequential/looks.ts';
import type { PartialRead } from '../../results/store/results.ts';
import type { RunPlan } from '../../results/store/resume.ts';
import type { Monitor } from '../../tasks/runners/monitor.ts';
import { WeightedOrder } from '../../tasks/runners/order.ts';

/**
 * Ends the candidate's tasks as soon as the verdict on them is known, as `judge` would give it for what is stored.
 * @param earlier by task what other models answered to it
 * @param say why a task is drawn as it is
 * @returns the monitor, or why there can be none
 */
export function stopWhenDecided(
  { tasks, gates, policy }: Pick<ResolvedConfig, 'tasks' | 'gates' | 'policy'>,
  baseline: PartialRead,
  earlier: ReadonlyMap<string, readonly Samples[]> = new Map(),
  say: (line: string) => void = () => undefined,
): Monitor | { readonly obstacle: string } {
  const runs = new Map(withRepeatMetrics(baseline.runs, gates).map((run) => [run.record.task, run]));
  const partial = tasks.find(({ name }) => runs.get(name)?.incomplete !== null);
  if (partial !== undefined) return { obstacle: `the baseline has no complete run of ${partial.name} here` };
  let isProven = false;
  const compare = (plan: RunPlan, samples: readonly SampleRecord[]) => {
    const record: RunRecord = {
      ...plan,
      schema_version: 1,
      status: { state: 'complete', stopped: { after: samples.length, because: 'decided' } },
      started: '',
      finished: null,
    };
    const [candidate = null] = withRepeatMetrics([{ record, samples }], gates);
    return compareTask(runs.get(plan.task) ?? null, candidate, policy.alpha.value);
  };
  return {
    weighing: {
      draw(plan, rounds) {
        const own = runs.get(plan.task);
        const metric = weighable(compare(plan, []), gates, policy);
        if (own === undefined || 'obstacle' in metric) {
          if ('obstacle' in metric && metric.obstacle !== null)
            say(`${plan.task}: samples are drawn uniformly, since ${metric.obstacle}`);
          return null;
        }
        const draw = planDraw(metric, own.samples, earlier.get(plan.task) ?? [], rounds);
        if (draw === null || draw.bins.length !== plan.planned) return null;
        say(`${plan.task}: the samples whose ${metric.metric} is likeliest to change are asked first`);
        return draw;
      },
      order(plan) {
        const own = runs.get(plan.task);
        const drawn =
          own === undefined || plan.draw === undefined ? null : DrawPlan.of(plan.draw, own.samples);
        return drawn === null ? null : new WeightedOrder(drawn, plan);
      },
    },
    isLook,
    earliestStop: (plan) => earliestStop(compare(plan, []), gates, policy),
    stopReason(plan, samples) {
      // A task that had no turn is recorded with no samples: its gates are undecided, which a regression outweighs.
      if (isProven) return 'regression';
      const reason = stopReason(compare(plan, samples), gates, policy);
      isProven = reason === 'regression';
      return reason;
    },
  };
}
