import { describe, expect, test } from 'vitest';
import { WeighbridgeError } from '../../src/domain/errors.ts';
import { readEvent, readRepository } from '../../src/github/event.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const MERGE = 'c'.repeat(40);

const payload = (repo: { id: number } | null) => ({
  pull_request: { number: 7, head: { sha: HEAD, repo }, base: { sha: BASE, repo: { id: 1 } }, title: '@x' },
});

describe('the event as far as it matters', () => {
  test.each([
    ['the same repository', { id: 1 }, false],
    ['a fork', { id: 2 }, true],
    ['a fork that was deleted', null, true],
  ])('a pull request from %s', (_, repo, fork) => {
    expect(readEvent('pull_request', payload(repo), MERGE)).toEqual({
      name: 'pull_request',
      pullRequest: { number: 7, headSha: HEAD, baseSha: BASE, fork },
      headSha: HEAD,
    });
  });

  test.each([
    ['push', {}, MERGE],
    ['merge_group', { merge_group: { head_sha: HEAD } }, HEAD],
    ['schedule', null, MERGE],
    ['an_event_of_the_future', { pull_request: 'what' }, MERGE],
  ])('%s has no pull request', (name, body, headSha) => {
    expect(readEvent(name, body, MERGE)).toEqual({ name, pullRequest: null, headSha });
  });

  test.each([
    ['pull_request', {}],
    ['pull_request', { pull_request: { ...payload(null).pull_request, number: '7; rm -rf /' } }],
    ['pull_request', { pull_request: { ...payload(null).pull_request, head: { sha: 'main', repo: null } } }],
    ['merge_group', {}],
  ])('%s with another shape is an error, %#', (name, body) => {
    expect(() => readEvent(name, body, MERGE)).toThrow(WeighbridgeError);
  });

  test('the repository', () => {
    expect(readRepository('octo-org/gate.js')).toEqual({ owner: 'octo-org', name: 'gate.js' });
    for (const text of [undefined, '', 'x', 'a/b/c', 'a b/c']) {
      expect(() => readRepository(text)).toThrow('GITHUB_REPOSITORY');
    }
  });
});
