import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explainFailure } from '../../../src/adapters/github/api-errors.ts';
import { askAtOnce } from '../../../src/adapters/github/at-once.ts';
import {
  type CheckRequest,
  checkState,
  conclusionOf,
  writeCheck,
} from '../../../src/adapters/github/check.ts';
import { createClient } from '../../../src/adapters/github/client.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

const request = (overrides: Partial<CheckRequest> = {}): CheckRequest => ({
  client: createClient({ token: 't', apiUrl: github.url, timeoutMs: 20_000 }),
  repository: { owner: 'o', name: 'r' },
  headSha: 'a'.repeat(40),
  key: 'facts',
  job: null,
  verdict: 'pass',
  blocked: false,
  title: 'Pass: 4 gates hold',
  summary: 'the report',
  detailsUrl: 'https://github.com/o/r/actions/runs/42',
  ...overrides,
});

describe('the check', () => {
  test.each([
    ['pass', false, 'success'],
    ['regression', true, 'failure'],
    ['invalid', true, 'failure'],
    // `neutral` would satisfy a required check.
    ['inconclusive', true, 'action_required'],
    ['inconclusive', false, 'neutral'],
  ] as const)('%s, blocked %s: %s', (verdict, blocked, conclusion) => {
    expect(conclusionOf(verdict, blocked)).toBe(conclusion);
  });

  test('is created once and updated by a re-run', async () => {
    await writeCheck(request({ title: 'x'.repeat(300) }));
    await writeCheck(request({ verdict: 'regression', blocked: true }));
    expect(github.checks).toHaveLength(1);
    expect(github.checks[0]).toMatchObject({
      conclusion: 'failure',
      name: 'weighbridge (facts)',
      status: 'completed',
    });
  });

  test('jobs of a matrix have one each, and none takes the place of another', async () => {
    await writeCheck(request({ job: { id: 'a', label: 'size=7b' }, verdict: 'regression', blocked: true }));
    await writeCheck(request({ job: { id: 'b', label: 'size=70b' } }));
    await writeCheck(request({ job: { id: 'b', label: 'size=70b' } }));
    expect(github.checks).toMatchObject([
      { name: 'weighbridge (facts, size=7b)', conclusion: 'failure' },
      { name: 'weighbridge (facts, size=70b)', conclusion: 'success' },
    ]);
  });

  test('that is known to be there is changed, and one that is known not to be is made: neither is asked for', async () => {
    await writeCheck(request({ before: [] }));
    await writeCheck(
      request({ before: [Number(github.checks[0]?.id)], verdict: 'regression', blocked: true }),
    );
    expect(github.checks).toMatchObject([{ conclusion: 'failure' }]);
    expect(github.requests.map(({ call }) => call)).toEqual(['checks/create', 'checks/update']);
  });

  test.each([
    ['of no check', {}, 'absent'],
    ['of one that says a verdict', { status: 'completed' }, 'completed'],
    ['of one that waits for it', { status: 'in_progress' }, 'open'],
    ['of that of another job', { status: 'completed', external_id: 'weighbridge:facts:a' }, 'absent'],
  ])('%s GraphQL knows', async (_, check, state) => {
    const place = { name: 'weighbridge (facts)', external_id: 'weighbridge:facts', head_sha: 'a'.repeat(40) };
    if ('status' in check) github.checks.push({ id: 1, ...place, ...check });
    const { client, repository, headSha, key, job } = request();
    const { answers } = await askAtOnce(client, repository, { check: checkState(headSha, { key, job }) });
    expect(answers.check).toBe(state);
  });

  // red-team 10: a check that was not made
  test('an answer of 200 without a check is told', async () => {
    github.fault = ({ call }) =>
      call === 'checks/create' ? { body: {}, headers: { 'content-type': 'application/json' } } : undefined;
    await expect(writeCheck(request())).rejects.toThrow('names no check');
  });

  test('a title is cut at a code point', async () => {
    await writeCheck(request({ title: `${'x'.repeat(254)}😀😀` }));
    expect(github.checks[0]?.output).toMatchObject({ title: `${'x'.repeat(254)}😀` });
  });

  test('a refusal names the permission', async () => {
    github.fault = () => 403;
    const error = await writeCheck(request()).catch((reason: unknown) => reason);
    expect(explainFailure(error, 'check', false)).toContain(
      'permissions:\n  contents: read\n  checks: write',
    );
  });
});
