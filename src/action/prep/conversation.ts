import {
  type CommentThread,
  type FoundComments,
  readConversation,
} from '../../adapters/github/our-comments.ts';
import { RetryBudget, type RetryLimits } from '../../adapters/github/retry-budget.ts';
import { connect } from '../github-access.ts';
import type { PrepContext } from './context.ts';

/** Little: the evaluation waits for it. */
const LIMITS: RetryLimits = {
  ...{ totalMs: 15_000, requestMs: 5000, waitMs: 500, settleMs: 0, uploadMs: 8000 },
};

/** The comments of the pull request, as they were before the evaluation: read once, by whoever asks first. */
export interface Conversation extends CommentThread {
  /** @throws what GitHub answered */
  readonly found: () => Promise<FoundComments>;
}

/** Null where no comment of ours may be. */
export function conversationOf(
  { inputs, run, conversation = null }: Pick<PrepContext, 'inputs' | 'run' | 'conversation'>,
  limits = LIMITS,
): Conversation | null {
  const { repository, key, event } = run;
  const { 'github-token': token, comment } = inputs;
  if (comment === 'never' || token === undefined || event.pullRequest === null) return null;
  const budget = new RetryBudget(limits);
  const issue = event.pullRequest.number;
  const thread = { client: connect({ run, token }, budget), repository, issue, key, budget };
  let found: Promise<FoundComments> | null = null;
  return {
    ...thread,
    found: () => {
      found ??= budget.retry(() => readConversation(thread, { begun: conversation }));
      return found;
    },
  };
}
