import { branchTip, type RemoteFiles } from '../adapters/github/contents.ts';
import { readEventBase, type WorkflowEvent } from '../adapters/github/event.ts';
import { RetryBudget, type RetryLimits } from '../adapters/github/retry-budget.ts';
import { resolveRevision } from '../adapters/process/git.ts';
import { messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import type { Core } from './runtime.ts';

/** Little: the evaluation waits for it. */
const LIMITS: RetryLimits = {
  ...{ totalMs: 15_000, requestMs: 7000, waitMs: 500, settleMs: 0, uploadMs: 0 },
};

const TITLE = { title: 'Weighbridge' };

export interface EventPlace {
  readonly payload: unknown;
  /** `GITHUB_REF`. */
  readonly ref: string | undefined;
  readonly checkout: string;
  readonly remote: RemoteFiles | null;
  /** The commit that the branch is at, where it was asked already. */
  readonly tip?: string | null;
  readonly core: Pick<Core, 'notice'>;
}

/**
 * The event with the commit whose policy counts: the tip, as it is now, of the branch that a pull request goes to; off the default
 * branch, and without a pull request, that of the default branch. Only what is on the default branch itself is its own policy.
 * @throws WeighbridgeError `platform` where nobody can say what the policy is
 */
export async function withBase(event: WorkflowEvent, place: EventPlace): Promise<WorkflowEvent> {
  const named = event.requestedPull === undefined ? null : await requestedPull(event, place);
  if (named !== null) return named;
  const { branch, onDefaultBranch } = readEventBase(place.payload, place.ref);
  // A queue has chosen the commit that it builds on.
  if (event.name === 'merge_group') return event;
  if (event.baseSha !== null) return { ...event, baseSha: await tipOfNow(branch, event.baseSha, place) };
  if (onDefaultBranch || event.name === 'schedule') return event;
  return { ...event, baseSha: await tipOfDefaultBranch(branch, place) };
}

/** The event of a pull request whose number somebody has given, where its head is the commit that is evaluated; else null. */
async function requestedPull(
  { requestedPull: number = 0, ...event }: WorkflowEvent,
  { remote, core }: EventPlace,
): Promise<WorkflowEvent | null> {
  const refuse = (why: string, cause?: unknown) =>
    new WeighbridgeError('platform', `the policy of #${number} cannot be looked up: ${why}`, {
      cause,
      fix: 'give the job `pull-requests: read` and the input github-token, or leave pr-number out',
    });
  if (remote === null) throw refuse('there is no token');
  const { client, repository } = remote;
  const place = { owner: repository.owner, repo: repository.name, pull_number: number };
  const answer = await new RetryBudget(LIMITS)
    .retry(() => client.rest.pulls.get(place))
    .catch((error: unknown) => {
      throw refuse(messageOf(error), error);
    });
  const { head, base } = answer.data;
  if (head.sha !== event.headSha) {
    core.notice(`Nothing is written on #${number}: its head is not the commit that is evaluated.`, TITLE);
    return null;
  }
  const baseSha = await tipOfNow(base.ref, base.sha, { remote, core });
  return { ...event, baseSha, pullRequest: { number, headSha: head.sha, baseSha, fork: false } };
}

/** What a run that is started again was told of the branch may be days old; and so may be what GitHub says of a pull request. */
export async function tipOfNow(
  branch: string | null,
  told: string,
  { remote, core, tip = null }: Pick<EventPlace, 'remote' | 'core' | 'tip'>,
): Promise<string> {
  if (tip !== null) return tip;
  try {
    if (remote === null) throw new Error('there is no token');
    if (branch === null) throw new Error('the event names no branch');
    return await new RetryBudget(LIMITS).retry(() => branchTip(remote, branch));
  } catch (error) {
    const what = `The policy is that of the base branch at ${told.slice(0, 12)}, as the event has it`;
    core.notice(`${what}: what it is now could not be asked (${messageOf(error)}).`, TITLE);
    return told;
  }
}

async function tipOfDefaultBranch(branch: string | null, { remote, checkout }: EventPlace): Promise<string> {
  const refuse = (why: string, cause?: unknown) =>
    new WeighbridgeError(
      'platform',
      `this commit is not on the default branch, whose policy cannot be read: ${why}`,
      {
        cause,
        fix: 'give the job `contents: read` and the input github-token, or check out with `fetch-depth: 0`',
      },
    );
  if (branch === null) throw refuse('the event does not name that branch');
  try {
    if (remote === null) throw new Error('there is no token');
    return await new RetryBudget(LIMITS).retry(() => branchTip(remote, branch));
  } catch (error) {
    return await resolveRevision(checkout, `refs/remotes/origin/${branch}`).catch(() => {
      throw refuse(messageOf(error), error);
    });
  }
}
