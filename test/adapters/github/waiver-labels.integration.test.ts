import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../../src/adapters/github/client.ts';
import { readWaiverLabels } from '../../../src/adapters/github/waiver-labels.ts';
import type { WaiverPermission } from '../../../src/core/domain/policy.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { HEAD, pullRequest } from '../../simulator/simulate.ts';

const LABEL = 'weighbridge:waive facts/acc:max_drop';
let github: FakeGitHub;

beforeEach(async () => {
  github = await new FakeGitHub().start();

  github.pulls = [pullRequest().payload.pull_request];
  github.labels = [{ name: LABEL, actor: 'mona', at: '2026-11-20T12:00:00Z' }];
  github.push = { after: HEAD, timestamp: '2026-11-20T11:59:59Z' };
  github.permissions.set('mona', ['maintain', 'write']);
  github.addComment(`${LABEL} not this one: by somebody else`, 'eve');
  github.addComment(`${LABEL} an older reason`, 'mona');
  github.addComment(`${LABEL}: known, see #12\nand more`, 'mona');
});
afterEach(() => github.stop());

const read = (permission: WaiverPermission = 'maintain') =>
  readWaiverLabels({
    client: createClient({ token: 't', apiUrl: github.url, timeoutMs: 20_000 }),
    repository: { owner: 'o', name: 'r' },
    pullRequest: { number: 7, headSha: HEAD },
    permission,
  });

describe('a label that waives a gate', () => {
  test('counts for the commit that its setter saw, with the reason that he gave', async () => {
    expect(await read()).toEqual([
      {
        ...{ gate: 'facts/acc:max_drop', by: 'mona', reason: 'known, see #12', refused: null },
        ...{ expires: `commit ${HEAD}`, source: 'label' },
      },
    ]);
  });

  test('other labels are none of ours, and nothing more is asked', async () => {
    github.labels = ['bug', 'weighbridge:waive', 'not weighbridge:waive x'].map((name) => ({
      ...{ name, actor: 'mona', at: '2026-11-20T12:00:00Z' },
    }));
    expect(await read()).toEqual([]);
    expect(github.requests).toHaveLength(1);
  });

  // red-team 1: a waiving label that is old, taken away or from somebody else
  test.each<[string, () => void, string]>([
    [
      'set before the newest commit was pushed',
      () => {
        github.push = { after: HEAD, timestamp: '2026-11-20T12:00:01Z' };
      },
      'it was set before the newest commit',
    ],
    [
      'on a pull request that has moved on',
      () => {
        github.pulls[0]?.head && Object.assign(github.pulls[0].head, { sha: 'e'.repeat(40) });
      },
      'the pull request has a newer commit',
    ],
    [
      'where the last push is of another commit',
      () => {
        github.push = { after: 'e'.repeat(40), timestamp: '2026-11-20T11:00:00Z' };
      },
      'nothing says when the newest commit was pushed',
    ],
    [
      'where no push is known',
      () => {
        github.push = null;
      },
      'nothing says when the newest commit was pushed',
    ],
    [
      'without a readable actor',
      () => {
        github.labels = [{ name: LABEL, actor: null, at: '2026-11-20T12:00:00Z' }];
      },
      'nothing says who set the label',
    ],
    [
      'by somebody without the permission',
      () => {
        github.permissions.set('mona', ['write', 'write']);
      },
      'it needs the permission maintain, which its setter does not have',
    ],
    [
      'by a stranger',
      () => {
        github.permissions.clear();
      },
      'it needs the permission maintain',
    ],
    [
      'without a reason',
      () => {
        github.comments.splice(0);
      },
      'it has no reason',
    ],
    [
      'whose permission cannot be read',
      () => {
        github.fault = ({ path }) => (path.endsWith('/permission') ? 403 : undefined);
      },
      'could not be read (HTTP 403)',
    ],
    [
      'whose history cannot be read',
      () => {
        github.fault = ({ path }) => (path.endsWith('/activity') ? 404 : undefined);
      },
      'could not be read (HTTP 404)',
    ],
    [
      'whose history breaks off',
      () => {
        github.fault = ({ path }) => (path.endsWith('/activity') ? 'reset' : undefined);
      },
      'could not be read (no answer)',
    ],
  ])('%s does not count, and is told', async (_, change, refused) => {
    change();
    expect(await read()).toEqual([expect.objectContaining({ refused: expect.stringContaining(refused) })]);
  });

  test('by an app is not by the person of that name', async () => {
    github.labels = [{ name: LABEL, actor: 'mona[bot]', at: '2026-11-20T12:00:00Z' }];
    expect(await read()).toEqual([expect.objectContaining({ by: 'mona[bot]', refused: expect.any(String) })]);
  });

  test('of which somebody else has taken away and set the newest is not that of who set the first', async () => {
    github.labels.push(
      { name: LABEL, actor: 'mona', at: '2026-11-20T12:00:01Z', event: 'unlabeled' },
      { name: LABEL, actor: 'eve', at: '2026-11-20T12:00:02Z' },
    );
    expect(await read()).toEqual([expect.objectContaining({ by: 'eve', refused: expect.any(String) })]);
  });

  test('has its reason also where a hundred comments came after', async () => {
    for (let index = 0; index < 100; index++) github.addComment(`comment ${index}`, 'somebody');
    expect(await read()).toEqual([expect.objectContaining({ reason: 'known, see #12', refused: null })]);
  });

  test('beside another asks nothing twice', async () => {
    const other = { name: 'weighbridge:waive mmlu/acc:max_drop', actor: 'mona', at: '2026-11-20T12:00:00Z' };
    github.labels.push(other);
    github.addComment(`${other.name} known too`, 'mona');
    expect((await read()).map(({ refused }) => refused)).toEqual([null, null]);
    expect(github.requests.map(({ call }) => call)).toEqual([
      'graphql/repository',
      'repos/list-activities',
      'repos/get-collaborator-permission-level',
    ]);
  });

  test.each<[WaiverPermission, string, string, boolean]>([
    ['write', 'write', 'write', true],
    ['maintain', 'admin', 'admin', true],
    ['admin', 'maintain', 'write', false],
    ['write', 'a role of our own', 'write', true],
    ['maintain', 'a role of our own', 'write', false],
    ['write', 'triage', 'read', false],
  ])('%s asked, %s (%s) given: %s', async (needed, role, permission, counts) => {
    github.permissions.set('mona', [role, permission]);
    const [waiver] = await read(needed);
    expect(waiver?.refused === null).toBe(counts);
  });
});
