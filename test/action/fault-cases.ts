import type { RetryLimits } from '../../src/adapters/github/retry-budget.ts';
import type { Fault } from '../simulator/github/fault.ts';

export const FAULTS: Readonly<Record<string, Fault>> = {
  '401': 401,
  '403': 403,
  '404': 404,
  '410': 410,
  '422': 422,
  '429': 429,
  '500': 500,
  '503': 503,
  'secondary rate limit': { secondaryLimit: { retryAfter: 60 } },
  'no answer': 'hang',
  'connection reset': 'reset',
  'done, answer lost': 'lost',
  'answer cut off': 'truncated',
  "proxy's page": 'html',
  "GitHub's error page": 'unicorn',
  'not JSON': 'not-json',
  'half a second late': { delayMs: 500 },
};

/** A call, and the state of things in which it is made. */
export const CALLS: Readonly<
  Record<string, 'nothing there' | 'an old comment and check' | 'a folded comment'>
> = {
  'graphql/repository': 'nothing there',
  'issues/create-comment': 'nothing there',
  'issues/list-comments': 'an old comment and check',
  'issues/update-comment': 'an old comment and check',
  'issues/delete-comment': 'an old comment and check',
  'graphql/minimizeComment': 'an old comment and check',
  'graphql/unminimizeComment': 'a folded comment',
  'checks/create': 'nothing there',
  'checks/update': 'an old comment and check',
  'results/CreateArtifact': 'nothing there',
  'blob/PUT': 'nothing there',
  'results/FinalizeArtifact': 'nothing there',
  'results/CreateArtifact of the page': 'nothing there',
  'blob/PUT of the page': 'nothing there',
  'results/FinalizeArtifact of the page': 'nothing there',
};

export const isUpload = (call: string): boolean => /^(?:results|blob)\//.test(call);

/** Short, and still longer than a busy machine needs for an answer. */
export const LIMITS: RetryLimits = {
  ...{ totalMs: 10_000, requestMs: 3000, waitMs: 5, settleMs: 5, uploadMs: 6000 },
};

export const INTRODUCTION = `# What a fault of GitHub costs

Whatever GitHub answers, or does not, the verdict, the exit code and \`blocked\` stay what they are: they are set before
anything is published. This table is written by \`test/action/faults.slow.test.ts\`, which runs the report step with every fault,
lasting, on every call that it makes, for a pass, a regression and an inconclusive run (\`npx vitest run -u
test/action/faults.slow.test.ts\` writes it anew). A cell names what is missing afterwards; each comes with a warning that says
why and what to do. The job summary has the report in every case.

Errors that may pass (no answer, a broken connection, half an answer, a status of 500 and above, a rate limit with a short
\`retry-after\`) are tried three times, from reading to writing, so that an answer that was lost never makes a second
comment. The comment gets 15 seconds for all its calls (what pages of a long conversation take is given back, up to
90 seconds), the check and the labels that waive a gate as many each, an upload 30
seconds beside what its bytes take at 1 MiB a second: a GitHub that does not work costs a run less than two minutes. Labels are
looked at only where a gate blocks; where they cannot be read, nothing is waived, and a notice says so.
`;
