import { mkdir } from 'node:fs/promises';
import type { Overrides } from '../../config/overrides.ts';
import type { EvaluationPlan } from '../../config/plan/plan.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import type { GatedSide } from '../../core/domain/run.ts';
import { onDisk } from '../../results/store/disk-faults.ts';
import { chooseAfter, chooseBaseline, noBaseline, withBaseline } from '../baselines/choose.ts';
import type { FoundBaselines } from '../baselines/find.ts';
import { settleConfig } from '../sides/declared.ts';
import { requireHarness, requireSources } from '../sides/sources.ts';
import { readToJudge, sideFolder } from '../sides/stored.ts';
import { evaluateModel } from './evaluate.ts';
import type { EvaluationOptions } from './model-evaluation.ts';

interface SidesEvaluation extends EvaluationOptions {
  readonly configPath: string;
  readonly overrides: Overrides;
}

/**
 * Evaluates the models of the sides in their order, but for one case: where a declared change may set a stored baseline
 * aside, the candidate comes first, since what it was asked says whether that baseline stands.
 * @param found what the sources of the baseline came to; null where the config names it by one path
 * @throws WeighbridgeError before any model is loaded where a side, a harness or every source of the baseline is at fault
 */
export async function evaluateSides(
  plan: EvaluationPlan,
  sides: readonly GatedSide[],
  found: FoundBaselines | null,
  options: SidesEvaluation,
): Promise<void> {
  const { out, shard = null, signal } = options;
  if (found?.found.length === 0) throw noBaseline(found.attempts);
  const first = found === null ? null : await chooseBaseline(plan.config, found, []);
  const config = first === null ? plan.config : withBaseline(plan.config, first);
  await requireSources(config, sides);
  await requireHarness(config, sides, shard);
  await onDisk(out, () => mkdir(out, { recursive: true }));

  const evaluate = async (by: ResolvedConfig, side: GatedSide) => {
    if (signal.aborted) return;
    // A gate on a metric that the baseline turned out not to have is no reason to pay for the candidate.
    const known =
      side === 'candidate' ? (await readToJudge(sideFolder(by, 'baseline', out), 'baseline')).runs : [];
    await evaluateModel({ ...plan, config: await settleConfig(by, known, options) }, side, options);
  };
  const mayTurn = config.acceptChange.length > 0 && config.baseline?.kind === 'results';
  if (found === null || !mayTurn || !sides.includes('candidate')) {
    for (const side of sides) await evaluate(config, side);
    return;
  }
  await evaluate(config, 'candidate');
  const chosen = await chooseAfter(config, found, out);
  if (chosen.baseline === null) throw noBaseline(chosen.attempts);
  for (const side of sides) if (side !== 'candidate') await evaluate(withBaseline(config, chosen), side);
}
