import type { WorkflowEvent } from '../../adapters/github/event.ts';
import { resolveBase, waiversBeside } from '../../app/judge/policies.ts';
import { newCode } from '../../app/policy/changes.ts';
import { loadConfig } from '../../config/load.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { type PolicySource, readBasePolicy } from '../base-policy.ts';
import type { PlanFile } from '../plan-file.ts';

/**
 * The policy that will judge, checked before any model runs.
 * @throws WeighbridgeError when either config is at fault, the base branch cannot be read, or the pull request lets code run
 * that the base branch does not
 */
export async function planPolicy(
  event: WorkflowEvent,
  place: PolicySource,
  overrides: PlanFile['overrides'],
): Promise<PlanFile['policy']> {
  const head = await loadConfig(place.configPath, { overrides });
  const found = await readBasePolicy(event, place);
  if (found === null) {
    return {
      base: null,
      waivers: [...(await waiversBeside(place.configPath))],
      waiverPermission: head.waiverPermission,
    };
  }
  const { revision, config, waivers } = found;
  const base = config === null ? null : resolveBase(config, head, overrides);
  if (base !== null) refuseNewCode(base.config, head);
  const { waiverPermission } = base?.config ?? head;
  return { base: { revision, config }, waivers: [...waivers], waiverPermission };
}

function refuseNewCode(base: ResolvedConfig, head: ResolvedConfig): void {
  const codes = newCode(base, head);
  if (codes.length === 0) return;
  throw new WeighbridgeError(
    'config',
    `this pull request lets code run that the base branch does not: policy.allow adds ${codes.join(', ')}`,
    { fix: 'merge that change on its own first, so that somebody reviews it before it runs' },
  );
}
