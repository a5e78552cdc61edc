import { resolve } from 'node:path';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { compareRuns } from '../../core/compare/compare.ts';
import { judgeGate } from '../../core/decide/gate.ts';
import { withAskedMetrics } from '../../core/metrics/following.ts';
import { readToJudge } from '../sides/stored.ts';

/** A gate that nothing could follow from, and why. */
export interface BlindGate {
  readonly gate: string;
  readonly says: string;
}

/**
 * Gates that could not fail against this baseline, told before anything is evaluated: judged as if the candidate answered as the
 * baseline does.
 * @param folder results of the baseline
 */
export async function blindGates(
  { gates, policy, prices, directory }: ResolvedConfig,
  folder: string,
): Promise<readonly BlindGate[]> {
  const stored = await readToJudge(resolve(directory, folder), 'baseline');
  const runs = withAskedMetrics(stored.runs, gates, prices);
  const comparisons = compareRuns(runs, runs, [], policy.alpha.value);
  return gates
    .filter(({ against }) => against === undefined)
    .flatMap((gate) => {
      const { blind } = judgeGate(gate, comparisons, policy).result;
      if (blind === undefined) return [];
      return [
        { gate: gate.id, says: `${gate.id} ${blind}; it stays undecided unless it says allow_floor: true` },
      ];
    });
}
