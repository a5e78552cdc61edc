import { createClient, type GitHubClient } from '../adapters/github/client.ts';
import type { RetryBudget } from '../adapters/github/retry-budget.ts';
import type { StepRuntime } from './runtime.ts';
import type { WorkflowRun } from './workflow-run.ts';

/** What a step needs to ask something of GitHub, or to tell it. */
export interface GitHubAccess {
  readonly runtime: StepRuntime;
  readonly run: WorkflowRun;
  /** Null where the workflow gives none. */
  readonly token: string | null;
  /** For one purpose; begun anew for each. */
  readonly budget: () => RetryBudget;
}

export function connect(
  { run, token }: Pick<GitHubAccess, 'run' | 'token'>,
  { signal, limits }: RetryBudget,
): GitHubClient {
  return createClient({ token: token ?? '', apiUrl: run.apiUrl, timeoutMs: limits.requestMs, signal });
}
