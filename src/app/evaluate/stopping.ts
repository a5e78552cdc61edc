import { ownPromptOf } from '../../config/own-prompt.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { compareTask } from '../../core/compare/compare.ts';
import { DrawPlan } from '../../core/compare/draw.ts';
import { acceptOwnPrompt } from '../../core/compare/own-prompt.ts';
import { planDraw } from '../../core/compare/plan-draw.ts';
import { earliestStop, stopReason, type WatchedTask, weighable } from '../../core/decide/stopping.ts';
import { tasksOfGate } from '../../core/domain/gate.ts';
import type { RunRecord, TaskRun } from '../../core/domain/run.ts';
import type { SampleRecord, Samples } from '../../core/domain/sample.ts';
import { withAskedMetrics } from '../../core/metrics/following.ts';
import { isLook } from '../../core/stats/sequential/looks.ts';
import type { PartialRead } from '../../results/store/results.ts';
import type { RunPlan } from '../../results/store/resume.ts';
import type { Monitor } from '../../tasks/runners/monitor.ts';
import { WeightedOrder } from '../../tasks/runners/order.ts';

/**
 * Ends the candidate's tasks as soon as the verdict on them is known, as `judge` would give it for what is stored.
 * @param sides evaluated in full; the anchor where the config has one
 * @param earlier by task what other models answered to it
 * @param say why a task is drawn as it is
 * @returns the monitor, or why there can be none
 */
export function stopWhenDecided(
  {
    tasks,
    gates,
    policy,
    prices,
    baselines,
  }: Pick<ResolvedConfig, 'tasks' | 'gates' | 'policy' | 'prices' | 'baselines'>,
  { baseline, anchor }: { readonly baseline: PartialRead; readonly anchor?: PartialRead | undefined },
  earlier: ReadonlyMap<string, readonly Samples[]> = new Map(),
  say: (line: string) => void = () => undefined,
): Monitor | { readonly obstacle: string } {
  const byTask = (side: PartialRead | undefined) =>
    new Map(withAskedMetrics(side?.runs ?? [], gates, prices).map((run) => [run.record.task, run]));
  const [runs, anchors] = [byTask(baseline), byTask(anchor)];
  const anchored = new Set(gates.filter(({ against }) => against === 'anchor').flatMap(tasksOfGate));
  for (const { name } of tasks) {
    const isPartial = (side: typeof runs) => side.get(name)?.incomplete !== null;
    if (isPartial(runs)) return { obstacle: `the baseline has no complete run of ${name} here` };
    if (anchored.has(name) && isPartial(anchors))
      return { obstacle: `the anchor has no complete run of ${name} here` };
  }
  let isProven = false;
  const watched = (plan: RunPlan, samples: readonly SampleRecord[]): WatchedTask => {
    const record: RunRecord = {
      ...plan,
      schema_version: 1,
      status: { state: 'complete', stopped: { after: samples.length, because: 'decided' } },
      started: '',
      finished: null,
    };
    const [candidate = null] = withAskedMetrics([{ record, samples }], gates, prices);
    const against = (run: TaskRun | undefined) => compareTask(run ?? null, candidate, policy.alpha.value);
    return {
      comparison: acceptOwnPrompt(against(runs.get(plan.task)), ownPromptOf({ baselines }, plan.task)),
      anchored: anchored.has(plan.task) ? against(anchors.get(plan.task)) : undefined,
    };
  };
  return {
    weighing: {
      draw(plan, rounds) {
        const own = runs.get(plan.task);
        const metric = weighable(watched(plan, []), gates, policy);
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
    earliestStop: (plan) => earliestStop(watched(plan, []), gates, policy),
    stopReason(plan, samples) {
      // A task that had no turn is recorded with no samples: its gates are undecided, which a regression outweighs.
      if (isProven) return 'regression';
      const reason = stopReason(watched(plan, samples), gates, policy);
      isProven = reason === 'regression';
      return reason;
    },
  };
}
