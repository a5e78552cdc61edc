import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from 'markdown-table';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PatienceOptions } from '../../src/github/patience.ts';
import { INCONCLUSIVE, PASS, REGRESSION } from '../report/examples.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';
import type { Fault } from '../simulator/github/fault.ts';
import { runtimeToken } from '../simulator/runtime-token.ts';
import { report } from './published.ts';

/** Every fault on every call of every kind of run: what is published may suffer, what was decided may not. */

const VERDICTS = { pass: PASS, regression: REGRESSION, inconclusive: INCONCLUSIVE };

const FAULTS: Readonly<Record<string, Fault>> = {
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
const CALLS: Readonly<Record<string, 'nothing there' | 'an old comment and check' | 'a folded comment'>> = {
  'issues/list-comments': 'nothing there',
  'issues/create-comment': 'nothing there',
  'graphql/viewer': 'an old comment and check',
  'issues/update-comment': 'an old comment and check',
  'issues/delete-comment': 'an old comment and check',
  'graphql/minimizeComment': 'an old comment and check',
  'graphql/unminimizeComment': 'a folded comment',
  'checks/list-for-ref': 'nothing there',
  'checks/create': 'nothing there',
  'checks/update': 'an old comment and check',
  'results/CreateArtifact': 'nothing there',
  'blob/PUT': 'nothing there',
  'results/FinalizeArtifact': 'nothing there',
};

/** Short, and still longer than a busy machine needs for an answer. */
const PATIENCE: PatienceOptions = {
  ...{ totalMs: 6000, requestMs: 1500, waitMs: 5, settleMs: 5, uploadMs: 2500 },
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-faults-'));
});
afterAll(() => rm(folder, { recursive: true }));
