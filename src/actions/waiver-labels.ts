import { messageOf } from '../domain/errors.ts';
import type { Waiver, WaiverPermission } from '../domain/policy.ts';
import type { Patience } from '../github/patience.ts';
import { readWaiverLabels } from '../github/waiver-labels.ts';
import type { Host } from './host.ts';
import type { ActionInputs } from './inputs.ts';
import { connect } from './publishers.ts';
import type { RunFacts } from './run-facts.ts';

interface Place {
  readonly host: Host;
  readonly inputs: Pick<ActionInputs, 'github-token'>;
  readonly run: RunFacts;
  readonly patience: () => Patience;
}

/** Labels that cannot be read waive nothing, which is said, and change nothing else. */
export async function waiverLabels(
  place: Place,
  { waiverPermission: permission }: { readonly waiverPermission: WaiverPermission },
): Promise<readonly Waiver[]> {
  const { repository, event } = place.run;
  const { pullRequest } = event;
  if (pullRequest === null || place.inputs['github-token'] === undefined) return [];
  const patience = place.patience();
  const client = connect(place, patience);
  try {
    return await patience.retry(() => readWaiverLabels({ client, repository, pullRequest, permission }));
  } catch (error) {
    place.host.core.notice(`Labels that waive a gate were not looked at: ${messageOf(error)}`, {
      title: 'Weighbridge',
    });
    return [];
  }
}
