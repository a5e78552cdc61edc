import type { ResolvedConfig } from '../../config/resolved.ts';
import { compareTask } from '../../core/compare/compare.ts';
import { withRepeatMetrics } from '../../core/compare/repeats.ts';
import { earliestStop, stopReason } from '../../core/decide/stopping.ts';
import type { RunRecord } from '../../core/domain/run.ts';
import type { SampleRecord } from '../../core/domain/sample.ts';
import { isLook } from '../../core/stats/sequential/looks.ts';
import type { PartialRead } from '../../results/store/results.ts';
import type { RunPlan } from '../../results/store/resume.ts';
import type { Monitor } from '../../tasks/runners/monitor.ts';

/**
 * Ends the candidate's tasks as soon as the verdict on them is known, as `judge` would give it for what is stored.
 * @returns the monitor, or why there can be none
 */
export function stopWhenDecided(
  { tasks, gates, policy }: Pick<ResolvedConfig, 'tasks' | 'gates' | 'policy'>,
  baseline: PartialRead,
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
