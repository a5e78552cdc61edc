import { messageOf } from '../domain/errors.ts';
import type { Waiver, WaiverPermission } from '../domain/policy.ts';
import { createClient } from '../github/client.ts';
import { readWaiverLabels } from '../github/waiver-labels.ts';
import type { Host } from './host.ts';
import type { ActionInputs } from './inputs.ts';
import type { RunFacts } from './run-facts.ts';

const TIMEOUT_MS = 30_000;

/** Labels that cannot be read waive nothing, which is said, and change nothing else. */
export async function waiverLabels(
  {
    host,
    inputs,
    run,
  }: { readonly host: Host; readonly inputs: Pick<ActionInputs, 'github-token'>; readonly run: RunFacts },
  {
    policy: { waiverPermission: permission },
  }: { readonly policy: { readonly waiverPermission: WaiverPermission } },
): Promise<readonly Waiver[]> {
  const { repository, event, apiUrl } = run;
  const token = inputs['github-token'];
  if (event.pullRequest === null || token === undefined) return [];
  const client = createClient({ token, apiUrl, timeoutMs: TIMEOUT_MS });
  try {
    return await readWaiverLabels({ client, repository, pullRequest: event.pullRequest, permission });
  } catch (error) {
    host.core.notice(`Labels that waive a gate were not looked at: ${messageOf(error)}`, {
      title: 'Weighbridge',
    });
    return [];
  }
}
