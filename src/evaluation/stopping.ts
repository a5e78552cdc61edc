import { compareTask } from '../compare/compare.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { stopReason } from '../decide/stopping.ts';
import type { RunRecord } from '../domain/run.ts';
import type { Monitor } from '../runners/monitor.ts';
import { isLook } from '../stats/sequential/looks.ts';
import type { Salvaged } from '../store/results.ts';

/**
 * Ends the candidate's tasks as soon as the verdict on them is known, by the judgement that `judge` makes of what is stored.
 * @returns the monitor, or why there can be none
 */
export function stopWhenDecided(
  { tasks, gates, policy }: Pick<ResolvedConfig, 'tasks' | 'gates' | 'policy'>,
  baseline: Salvaged,
): Monitor | { readonly obstacle: string } {
  const runs = new Map(baseline.runs.map((run) => [run.record.task, run]));
  const partial = tasks.find(({ name }) => runs.get(name)?.incomplete !== null);
  if (partial !== undefined) return { obstacle: `the baseline has no complete run of ${partial.name} here` };
  let isProven = false;
  return {
    isLook,
    stopReason(plan, samples) {
      // A task that had no turn is recorded with no samples: its gates are undecided, which a regression outweighs.
      if (isProven) return 'regression';
      const record: RunRecord = {
        ...plan,
        schema_version: 1,
        status: { state: 'complete', stopped: { after: samples.length, because: 'decided' } },
        started: '',
        finished: null,
      };
      const comparison = compareTask(runs.get(plan.task) ?? null, { record, samples }, policy.alpha.value);
      const reason = stopReason(comparison, gates, policy);
      isProven = reason === 'regression';
      return reason;
    },
  };
}
