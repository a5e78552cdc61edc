import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readInputs } from '../../../src/action/inputs.ts';
import { conversationOf } from '../../../src/action/prep/conversation.ts';
import { openingOf } from '../../../src/action/prep/opening.ts';
import { readWorkflowRun } from '../../../src/action/workflow-run.ts';
import { marked } from '../../adapters/github/commenting.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { HEAD, pullRequest } from '../../simulator/simulate.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  github.branches.set('main', 'b'.repeat(40));
});
afterEach(() => github.stop());

function job(more: object = {}, payload: object = pullRequest().payload, name = 'pull_request') {
  const given = { 'github-token': 't', 'comment-key': 'facts', check: 'on', ...more };
  const inputs = readInputs(JSON.stringify(given));
  const env = {
    ...{ GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '43', GITHUB_EVENT_NAME: name },
    ...{ GITHUB_API_URL: github.url, GITHUB_SHA: 'c'.repeat(40) },
  };
  return { inputs, run: readWorkflowRun(env, inputs, payload), payload };
}

describe('what is asked first', () => {
  test('is asked in one call: where the base branch is, its check, and who said what', async () => {
    for (let index = 0; index < 100; index++) github.addComment(`comment ${index}`, 'somebody');
    github.addComment(marked('the report\n'));
    const begun = job();
    const { base, checks, conversation } = await openingOf(begun, undefined);
    expect({ base, checks }).toEqual({ base: { tip: 'b'.repeat(40), ahead: [] }, checks: [] });
    expect(github.requests.map(({ call }) => call)).toEqual(['graphql/repository']);
    // The second page is asked for where somebody reads that far.
    const found = await conversationOf({ ...begun, conversation })?.found();
    expect(found?.marked).toMatchObject([{ body: marked('the report\n'), editor: null }]);
    expect(github.requests).toHaveLength(2);
  });

  test.each<[string, object, object?, string?]>([
    ['without a token', { 'github-token': '' }],
    ['on another event', {}, { ref: 'refs/heads/main', repository: { default_branch: 'main' } }, 'push'],
  ])('is nothing %s', async (_, inputs, payload, name) => {
    const asked = await openingOf(job(inputs, payload, name), undefined);
    expect(asked).toEqual({ base: null, checks: null, conversation: null });
    expect(github.requests).toEqual([]);
  });

  test.each([403, 502, 'html', 'reset', 'truncated'] as const)(
    '%s: nothing is known, and whoever needs it asks by himself',
    async (fault) => {
      github.fault = () => fault;
      expect(await openingOf(job(), undefined)).toEqual({ base: null, checks: null, conversation: null });
    },
  );

  test('of a branch that is gone no tip is known', async () => {
    github.branches.clear();
    expect(await openingOf(job(), undefined)).toMatchObject({ base: null, checks: [] });
  });

  test.each<[string, object, object, readonly string[]]>([
    ['the base branch did not go on', {}, {}, [HEAD, 'e'.repeat(40)]],
    ['a merge is among the commits', { since: [[HEAD, 2]] }, {}, [HEAD]],
    ['there are more commits than are looked at', { since: Array(31).fill(['f'.repeat(40), 1]) }, {}, [HEAD]],
    ['the base branch went on', { mergeBase: 'd'.repeat(40) }, {}, []],
    ['GitHub knows no such branch', { pulls: [] }, {}, []],
    [
      'it comes from a fork',
      { pulls: [pullRequest({ fork: true }).payload.pull_request] },
      { fork: true },
      [HEAD, 'e'.repeat(40)],
    ],
    ['the fork is gone', {}, { gone: true }, []],
  ])(
    'which commits left the base branch at its tip, where %s',
    async (_, state, { fork = false, gone = false }: { fork?: boolean; gone?: boolean }, ahead) => {
      const { payload } = pullRequest({ fork });
      if (gone) Object.assign(payload.pull_request.head, { repo: null });
      Object.assign(github, {
        mergeBase: 'b'.repeat(40),
        since: [
          ['e'.repeat(40), 1],
          [HEAD, 1],
        ],
      });
      Object.assign(github, { pulls: [payload.pull_request] }, state);
      const { base } = await openingOf(job({ comment: 'never', check: 'off' }, payload), undefined);
      expect(base).toEqual({ tip: 'b'.repeat(40), ahead });
    },
  );

  test('GitHub Enterprise Server that compares nothing: what it refuses is asked by whoever needs it', async () => {
    github.unknownFields = new Set(['Ref.compare']);
    expect(await openingOf(job(), undefined)).toEqual({ base: null, checks: null, conversation: null });
  });
});
