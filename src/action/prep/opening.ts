import { askAtOnce, type BranchState, stateOfBranch } from '../../adapters/github/at-once.ts';
import { checksOn, type SeenCheck } from '../../adapters/github/check.ts';
import { lastAnswer } from '../../adapters/github/client.ts';
import { headRef, readEventBase } from '../../adapters/github/event.ts';
import { type BegunConversation, commentsOf } from '../../adapters/github/our-comments.ts';
import { RetryBudget, type RetryLimits } from '../../adapters/github/retry-budget.ts';
import { connect } from '../github-access.ts';
import { type BegunJob, plannedCheck } from './reopen-check.ts';

/** Little: the evaluation waits for it, and whoever needs an answer that does not come asks by himself. */
const LIMITS: RetryLimits = {
  ...{ totalMs: 8000, requestMs: 5000, waitMs: 500, settleMs: 0, uploadMs: 0 },
};

/** What GitHub says of a pull request before anything else is asked; null for what it did not say, or nobody wants to know. */
export interface Opening {
  /** The base branch. */
  readonly base: BranchState | null;
  readonly checks: readonly SeenCheck[] | null;
  readonly conversation: BegunConversation | null;
}

const NOTHING: Opening = { base: null, checks: null, conversation: null };

/** Asks in one call what a job on a pull request would else ask in three: a matrix has many jobs, and its token so many calls an hour. */
export async function openingOf(
  { inputs, run, payload }: BegunJob,
  ref: string | undefined,
): Promise<Opening> {
  const { 'github-token': token, comment } = inputs;
  const { pullRequest } = run.event;
  const { branch } = readEventBase(payload, ref);
  if (token === undefined || pullRequest === null || branch === null) return NOTHING;
  const planned = plannedCheck({ inputs, run });
  const budget = new RetryBudget(LIMITS);
  const client = connect({ run, token }, budget);
  const questions = {
    base: stateOfBranch(branch, headRef(payload)),
    ...(planned === null ? {} : { checks: checksOn(planned.headSha, planned) }),
    ...(comment === 'never' ? {} : { page: commentsOf(pullRequest.number) }),
  };
  try {
    const { answers, viewer } = await budget.retry(() => askAtOnce(client, run.repository, questions));
    const { base, checks = null, page } = answers as Partial<typeof answers>;
    return {
      ...{ base: base ?? null, checks },
      conversation: page === undefined ? null : { page, viewer, asked: lastAnswer(client) },
    };
  } catch {
    return NOTHING;
  }
}
