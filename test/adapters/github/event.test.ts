import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEvent, readEventBase, readRepository } from '../../../src/adapters/github/event.ts';
import { WeighbridgeError } from '../../../src/core/domain/errors.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const MERGE = 'c'.repeat(40);

const payload = (repo: { id: number } | null) => ({
  pull_request: { number: 7, head: { sha: HEAD, repo }, base: { sha: BASE, repo: { id: 1 } }, title: '@x' },
});

const recorded = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../events/${file}.json`), 'utf8'));

describe('the event as far as it matters', () => {
  const pull = { number: 7, headSha: HEAD, baseSha: BASE };
  const none = { pullRequest: null, baseSha: null };
  test.each([
    ['pull_request', 'evaluate', { pullRequest: { ...pull, fork: false }, headSha: HEAD, baseSha: BASE }],
    ['pull_request_fork', 'evaluate', { pullRequest: { ...pull, fork: true }, headSha: HEAD, baseSha: BASE }],
    [
      'pull_request_dependabot',
      'evaluate',
      { pullRequest: { ...pull, fork: false }, headSha: HEAD, baseSha: BASE },
    ],
    [
      'pull_request_review',
      'evaluate',
      { pullRequest: { ...pull, fork: false }, headSha: HEAD, baseSha: BASE },
    ],
    [
      'pull_request_review_comment',
      'evaluate',
      { pullRequest: { ...pull, fork: false }, headSha: HEAD, baseSha: BASE },
    ],
    ['pull_request_target', 'report', { pullRequest: { ...pull, fork: true }, headSha: HEAD, baseSha: BASE }],
    ['workflow_run', 'report', { ...none, headSha: HEAD }],
    ['workflow_run_fork', 'report', { ...none, headSha: HEAD }],
    ['merge_group', 'evaluate', { pullRequest: null, headSha: HEAD, baseSha: BASE }],
    ['push', 'evaluate', { ...none, headSha: MERGE }],
    ['push_branch', 'evaluate', { ...none, headSha: MERGE }],
    ['push_tag', 'evaluate', { ...none, headSha: MERGE }],
    ['repository_dispatch', 'evaluate', { ...none, headSha: MERGE }],
    ['workflow_dispatch', 'evaluate', { ...none, headSha: MERGE, requestedPull: 7 }],
    ['schedule', 'evaluate', { ...none, headSha: MERGE }],
    ['deployment', 'evaluate', { ...none, headSha: MERGE }],
    ['deployment_status', 'evaluate', { ...none, headSha: MERGE }],
    ['issue_comment', 'report', { ...none, headSha: MERGE }],
    ['unknown', 'evaluate', { ...none, headSha: null }],
  ])('%s', (file, use, expected) => {
    const name = file.replace(/_(fork|dependabot|branch|tag)$/, '');
    expect(readEvent(name, recorded(file), MERGE)).toEqual({ name, use, ...expected });
  });

  test('a fork that was deleted is still a fork', () => {
    expect(readEvent('pull_request', payload(null), MERGE).pullRequest?.fork).toBe(true);
  });

  test.each([
    ['push_deleted', 'push', 'the branch or tag was deleted'],
    ['merge_group_destroyed', 'merge_group', 'the merge group was destroyed'],
  ])('%s names nothing that could be evaluated', (file, name, why) => {
    expect(() => readEvent(name, recorded(file), MERGE)).toThrow(why);
  });

  test.each([null, { 'pr-number': '' }, { 'pr-number': '7; rm' }, {}])(
    'a dispatch with inputs %j names none',
    (inputs) => {
      expect(readEvent('workflow_dispatch', { inputs }, MERGE)).not.toHaveProperty('requestedPull');
    },
  );

  test.each([
    ['pull_request', {}],
    ['pull_request', { pull_request: { ...payload(null).pull_request, number: '7; rm -rf /' } }],
    ['pull_request', { pull_request: { ...payload(null).pull_request, head: { sha: 'main', repo: null } } }],
    ['merge_group', {}],
    ['workflow_run', {}],
    ['deployment', { deployment: { sha: 'main' } }],
  ])('%s with another shape is an error, %#', (name, body) => {
    expect(() => readEvent(name, body, MERGE)).toThrow(WeighbridgeError);
  });

  test.each([
    ['a pull request', { pull_request: { base: { sha: BASE, ref: 'main' } } }, ['main', BASE, false]],
    [
      'a merge group',
      {
        merge_group: { base_sha: BASE, base_ref: 'refs/heads/next' },
        repository: { default_branch: 'main' },
      },
      ['next', BASE, false],
    ],
    [
      'a push to the default branch',
      { before: BASE, repository: { default_branch: 'main' } },
      ['main', BASE, true],
    ],
    [
      'a new branch',
      { before: '0'.repeat(40), repository: { default_branch: 'trunk' } },
      ['trunk', null, false],
    ],
    ['an event that says nothing', {}, [null, null, false]],
  ] as const)('what %s is based on', (_, payload, [branch, commit, onDefaultBranch]) => {
    expect(readEventBase(payload, 'refs/heads/main')).toEqual({ branch, commit, onDefaultBranch });
  });

  test('the repository', () => {
    expect(readRepository('octo-org/gate.js')).toEqual({ owner: 'octo-org', name: 'gate.js' });
    for (const text of [undefined, '', 'x', 'a/b/c', 'a b/c']) {
      expect(() => readRepository(text)).toThrow('GITHUB_REPOSITORY');
    }
  });
});
