import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readInputs } from '../../../src/action/inputs.ts';
import { conversationOf } from '../../../src/action/prep/conversation.ts';
import { openingOf } from '../../../src/action/prep/opening.ts';
import { readWorkflowRun } from '../../../src/action/workflow-run.ts';
import { marked } from '../../adapters/github/commenting.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { pullRequest } from '../../simulator/simulate.ts';

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
    const { tip, checks, conversation } = await openingOf(begun, undefined);
    expect({ tip, checks }).toEqual({ tip: 'b'.repeat(40), checks: [] });
    expect(github.requests.map(({ call }) => call)).toEqual(['graphql/repository']);
    // The second page is asked for where somebody reads that far.
    const found = await conversationOf({ ...begun, conversation })?.found();
    expect(found?.marked).toMatchObject([{ body: marked('the report\n'), editor: null }]);
    expect(github.requests).toHaveLength(2);
  });

  test.each<[string, object, object?, string?]>([
    ['without a token', { 'github-token': '' }],
    ['where nothing is to be written', { comment: 'never', check: 'off' }],
    ['on another event', {}, { ref: 'refs/heads/main', repository: { default_branch: 'main' } }, 'push'],
  ])('is nothing %s', async (_, inputs, payload, name) => {
    const asked = await openingOf(job(inputs, payload, name), undefined);
    expect(asked).toEqual({ tip: null, checks: null, conversation: null });
    expect(github.requests).toEqual([]);
  });

  test.each([403, 502, 'html', 'reset', 'truncated'] as const)(
    '%s: nothing is known, and whoever needs it asks by himself',
    async (fault) => {
      github.fault = () => fault;
      expect(await openingOf(job(), undefined)).toEqual({ tip: null, checks: null, conversation: null });
    },
  );

  test('of a branch that is gone no tip is known', async () => {
    github.branches.clear();
    expect(await openingOf(job(), undefined)).toMatchObject({ tip: null, checks: [] });
  });
});
