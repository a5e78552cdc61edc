import { resolve } from 'node:path';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { compareRuns, type TaskComparison } from '../../core/compare/compare.ts';
import { judgeGate } from '../../core/decide/gate.ts';
import { withAskedMetrics } from '../../core/metrics/following.ts';
import { readToJudge } from '../sides/stored.ts';

/** A gate that nothing could follow from, and why. */
export interface BlindGate {
  readonly gate: string;
  readonly says: string;
}

/**
 * The baseline compared with itself, which is what is known before a candidate has answered.
 * @param folder results of the baseline
 */
export async function baselineAlone(
  { gates, policy, prices, directory }: ResolvedConfig,
  folder: string,
): Promise<readonly TaskComparison[]> {
  const stored = await readToJudge(resolve(directory, folder), 'baseline');
  const runs = withAskedMetrics(stored.runs, gates, prices);
  return compareRuns(runs, runs, [], policy.alpha.value);
}

/**
 * Gates that could not fail against this baseline, told before anything is evaluated: judged as if the candidate answered as the
 * baseline does.
 */
export function blindGates(
  { gates, policy }: ResolvedConfig,
  baseline: readonly TaskComparison[],
): readonly BlindGate[] {
  if (baseline.length === 0) return [];
  return gates
    .filter(({ against }) => against === undefined)
    .flatMap((gate) => {
      const { blind } = judgeGate(gate, baseline, policy).result;
      if (blind === undefined) return [];
      return [
        { gate: gate.id, says: `${gate.id} ${blind}; it stays undecided unless it says allow_floor: true` },
      ];
    });
}
