import { afterEach, beforeEach, expect, test } from 'vitest';
import { remoteMergeBase } from '../../../src/adapters/github/contents.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { connect } from './commenting.ts';

const [BASE, FORK, HEAD, OLDER] = ['b', 'f', 'a', 'e'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
];
let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  github.mergeBase = FORK;
});
afterEach(() => github.stop());

test.each([
  ['of one line left the base where its head did: nothing more is asked', [1, 1], 1],
  // A merge may have brought a newer commit of the base.
  ['of a line with a merge is asked for by itself', [1, 2], 2],
])('a commit %s', async (_, [older = 0, newest = 0], calls) => {
  github.since = [
    [OLDER, older],
    [HEAD, newest],
  ];
  const remote = { client: connect(github), repository: { owner: 'o', name: 'r' } };
  expect(await remoteMergeBase(remote, BASE, HEAD)).toBe(FORK);
  expect(await remoteMergeBase(remote, BASE, OLDER)).toBe(FORK);
  expect(github.requests).toHaveLength(calls);
});
