import { createClient } from '../../../src/adapters/github/client.ts';
import type { CommentRequest, JobReported } from '../../../src/adapters/github/comment.ts';
import { type JobResult, markerLine } from '../../../src/adapters/github/marker.ts';
import { RetryBudget } from '../../../src/adapters/github/retry-budget.ts';
import { renderJobs, type StartedEvaluation } from '../../../src/report/jobs.ts';
import type { FakeGitHub } from '../../simulator/fake-github.ts';

export const META = { sha: 'a'.repeat(40), run: 42, attempt: 1 };
export const KEY = 'facts';
const RUN_URL = 'https://github.com/o/r/actions/runs/42';
export const QUICK = { totalMs: 5000, requestMs: 2000, waitMs: 5, settleMs: 20, uploadMs: 1000 };

export const connect = ({ url }: { readonly url: string }, timeoutMs = QUICK.requestMs) =>
  createClient({ token: 't', apiUrl: url, timeoutMs });

export const result = (overrides: Partial<JobResult> = {}): JobResult => ({
  ...{ id: 'a', label: 'size=7b', verdict: 'regression', blocked: true, seconds: 700, attempt: 1 },
  ...{ text: 'the report\n' },
  ...overrides,
});

export interface Overrides extends Partial<CommentRequest>, Partial<Omit<JobReported, 'result'>> {
  readonly id?: string;
  /** Null where the evaluation has only begun. */
  readonly result?: JobResult | null;
  readonly expected?: number;
  readonly running?: StartedEvaluation;
}

export function requestTo(
  github: FakeGitHub,
  { expected = 1, running, result: said = result(), ...others }: Overrides = {},
): CommentRequest {
  const { id = said?.id ?? 'a', ownPolicy = false, draw = null, ...overrides } = others;
  return {
    ...{ client: connect(github), budget: new RetryBudget(QUICK), key: KEY, meta: META },
    ...{ job: { id, ownPolicy }, reported: said === null ? [] : [{ result: said, ownPolicy, draw }] },
    ...{ repository: { owner: 'o', name: 'r' }, issue: 7, mode: 'always' },
    render: (results, current, bytes) =>
      renderJobs(
        results,
        {
          expected,
          current,
          running: running ?? null,
          runUrl: RUN_URL,
          attempt: overrides.meta?.attempt ?? 1,
        },
        bytes,
      ),
    ...overrides,
  };
}

/** A comment's body as one job leaves it. */
export const marked = (text: string, meta = META, key = KEY) =>
  `${markerLine(key, { meta, of: meta, results: [result({ text })] }, [{ start: 0, length: text.length }])}\n${text}`;
