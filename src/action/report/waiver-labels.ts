import type { RetryBudget } from '../../adapters/github/retry-budget.ts';
import { readWaiverLabels } from '../../adapters/github/waiver-labels.ts';
import { messageOf } from '../../core/domain/errors.ts';
import type { Waiver, WaiverPermission } from '../../core/domain/policy.ts';
import type { ActionInputs } from '../inputs.ts';
import type { StepRuntime } from '../runtime.ts';
import type { WorkflowRun } from '../workflow-run.ts';
import { connect } from './publishers.ts';

interface Place {
  readonly host: StepRuntime;
  readonly inputs: Pick<ActionInputs, 'github-token'>;
  readonly run: WorkflowRun;
  readonly patience: () => RetryBudget;
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
