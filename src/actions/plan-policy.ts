import { loadConfig } from '../config/load.ts';
import { WeighbridgeError } from '../domain/errors.ts';
import type { WorkflowEvent } from '../github/event.ts';
import { type ResolvedBase, resolveBase, waiversBeside } from '../judgement/policies.ts';
import { newCode } from '../policy/changes.ts';
import { type PolicyPlace, readBasePolicy } from './base-policy.ts';
import type { Plan } from './plan-file.ts';

/**
 * The policy that will judge, checked before any model runs.
 * @throws WeighbridgeError when either config is at fault, the base branch cannot be read, or the pull request lets code run
 * that the base branch does not
 */
export async function planPolicy(
  event: WorkflowEvent,
  place: PolicyPlace,
  overrides: Plan['overrides'],
): Promise<Plan['policy']> {
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
  if (base !== null) refuseNewCode(base);
  const { waiverPermission } = base?.config ?? head;
  return { base: { revision, config }, waivers: [...waivers], waiverPermission };
}

function refuseNewCode({ changes }: ResolvedBase): void {
  const [first] = newCode(changes);
  if (first === undefined) return;
  throw new WeighbridgeError(
    'config',
    `this pull request lets code run that the base branch does not: ${first.subject} ${first.before ?? 'none'} → ${first.after ?? 'none'}`,
    { fix: 'merge that change on its own first, so that somebody reviews it before it runs' },
  );
}
