import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readInputs } from '../../src/action/inputs.ts';
import { fileDigest } from '../../src/action/plan-file.ts';
import type { PrepContext } from '../../src/action/prep/context.ts';
import { drawOrder, seedOfRun } from '../../src/action/prep/draw.ts';
import { judgeRun } from '../../src/action/report/judgement.ts';
import { readWorkflowRun } from '../../src/action/workflow-run.ts';
import { type DrawRecord, markerLine, readMarker } from '../../src/adapters/github/marker.ts';
import { readBasePolicy } from '../../src/app/policy/base-policy.ts';
import { resolveBase } from '../../src/app/policy.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { checkpointKey, drawnSeed } from '../../src/tasks/runners/order.ts';
import { planFile } from '../action/plan.ts';
import { report } from '../action/published.ts';
import { PASS } from '../report/examples.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';
import { GitRepository } from '../support/git-repository.ts';
import { plan as runPlan } from '../support/stored-run.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CONFIG = 'weighbridge.yml';
const text = (more = '') => `version: 1
tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl, doc_to_text: 'x' } }
gates: [{ metric: facts/acc, max_drop: 2pp }]
${more}`;
const MODEL = runPlan().model;
const OTHER = { ...MODEL, digest: 'sha256:bb' };
const SAME = {
  ...{ workflow_id: 5, head_branch: 'feature', conclusion: 'failure' },
  head_repository: { id: 1 },
};

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

/** A pull request whose base branch has one config and whose head perhaps another. */
function pullRequest(base = text(), head = base) {
  const repository = new GitRepository(temporaryFolder());
  const baseSha = repository.commit({ [CONFIG]: base });
  const headSha = repository.commit({ [CONFIG]: head, 'model.txt': 'new' });
  return { folder: repository.folder, baseSha, headSha, head };
}

type Pull = ReturnType<typeof pullRequest>;

async function draw(pull: Pull, { run = 42, attempt = 1, inputs = {} } = {}) {
  const { folder, baseSha, headSha, head } = pull;
  github.runs.set(run, { ...SAME, head_sha: headSha, conclusion: null });
  const given = readInputs(JSON.stringify({ 'github-token': 't', 'comment-key': 'k', ...inputs }));
  const env = {
    ...{ GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: String(run), GITHUB_EVENT_NAME: 'pull_request' },
    ...{ GITHUB_API_URL: github.url, GITHUB_RUN_ATTEMPT: String(attempt) },
  };
  const repo = { id: 1 };
  const payload = {
    pull_request: { number: 7, head: { sha: headSha, repo }, base: { sha: baseSha, repo } },
  };
  const workflowRun = readWorkflowRun(env, given, payload);
  const source = { checkout: folder, prefix: '', configPath: CONFIG, remote: null };
  const base = await readBasePolicy({ name: 'pull_request', baseSha, headSha }, source);
  const config = resolveConfig({ text: head, file: CONFIG });
  const policy = { base, waivers: [], waiverPermission: 'maintain' } as const;
  const said: string[] = [];
  const context = { inputs: given, run: workflowRun, config, policy, source, overrides: {} };
  const core = { notice: (message: string) => void said.push(message) };
  return { ...(await drawOrder(context as unknown as PrepContext, core)), said };
}

/** Our comment, as an earlier run left it. */
function remember(draws: readonly DrawRecord[]) {
  const meta = { sha: 'a'.repeat(40), run: 41, attempt: 1 };
  return github.addComment(`${markerLine('k', { meta, of: meta, results: [], draws }, [])}\ntext`);
}

/** What run 41 drew for `MODEL` under the policy at hand. */
async function remembered(pull: Pull, more: Partial<DrawRecord> = {}): Promise<DrawRecord> {
  const { job, policy } = await draw(pull);
  return { job, policy, checkpoint: checkpointKey(MODEL), run: 41, ...more };
}

describe('the order of samples', () => {
  // red-team 11: a seed that the author chooses
  test('is drawn from the run and the commit of the base branch: nobody chooses it, and every attempt has the same', async () => {
    const pull = pullRequest();
    const first = await draw(pull);
    expect(first).toMatchObject({
      order: { fresh: seedOfRun(42, pull.baseSha), earlier: {} },
      base: pull.baseSha,
    });
    expect((await draw(pull, { attempt: 2 })).order).toEqual(first.order);
    expect((await draw(pull, { run: 43 })).order.fresh).not.toBe(first.order.fresh);
    expect(seedOfRun(42, 'c'.repeat(40))).not.toBe(first.order.fresh);
    expect(seedOfRun(42, null)).toBeLessThan(2 ** 32);
  });

  // red-team 11: a second run for another order
  test('a new run on the same checkpoint and policy is no second draw', async () => {
    const pull = pullRequest();
    const record = await remembered(pull);
    remember([record]);
    github.runs.set(41, { ...SAME, head_sha: pull.headSha });
    const again = await draw(pull);
    expect(drawnSeed(again.order, MODEL)).toBe(seedOfRun(41, pull.baseSha));
    expect(drawnSeed(again.order, OTHER)).toBe(seedOfRun(42, pull.baseSha));
    expect(again.said).toEqual([]);
  });

  // red-team 11: a run in the comment that there never was
  test.each<[string, Readonly<Record<string, unknown>> | null]>([
    ['of another branch', { ...SAME, head_branch: 'main' }],
    ['of another workflow', { ...SAME, workflow_id: 6 }],
    ['of another repository', { ...SAME, head_repository: { id: 2 } }],
    ['that was cancelled, so that nobody saw what it drew', { ...SAME, conclusion: 'cancelled' }],
    ['that nobody knows', null],
  ])('a comment that names a run %s buys nothing, and is counted', async (_, run) => {
    const pull = pullRequest();
    remember([await remembered(pull)]);
    if (run !== null) github.runs.set(41, { ...run, head_sha: pull.headSha });
    const drawn = await draw(pull);
    expect(drawn.order).toEqual({ fresh: seedOfRun(42, pull.baseSha), earlier: {} });
    expect(drawn.draws).toHaveLength(1);
  });

  // red-team 11: an edited comment
  test('a comment that somebody has edited is counted, and not believed', async () => {
    const pull = pullRequest();
    remember([await remembered(pull)]).editor = 'mallory';
    github.runs.set(41, { ...SAME, head_sha: pull.headSha });
    const drawn = await draw(pull);
    expect(drawn.order.earlier).toEqual({});
    expect(drawn.draws).toHaveLength(1);
    expect(drawn.said).toEqual([expect.stringContaining('somebody has edited the comment')]);
  });

  test('a draw under another policy, or of another job, is not taken over', async () => {
    const pull = pullRequest();
    remember([await remembered(pull, { policy: 'other' }), await remembered(pull, { job: 'other' })]);
    github.runs.set(41, { ...SAME, head_sha: pull.headSha });
    expect((await draw(pull)).order.earlier).toEqual({});
  });

  test('a GitHub that does not answer: drawn anew, and told', async () => {
    const pull = pullRequest();
    remember([await remembered(pull)]);
    github.runs.set(41, { ...SAME, head_sha: pull.headSha });
    github.fault = ({ call }) => (call === 'actions/get-workflow-run' ? 403 : undefined);
    const drawn = await draw(pull);
    expect(drawn.order.earlier).toEqual({});
    expect(drawn.said).toEqual([expect.stringContaining('give the job `actions: read`')]);
  });

  // red-team 11: a seed changed in the pull request
  test('a seed that the pull request changes is listed, and that of the base branch counts', async () => {
    const [base, head] = [text('seed: 1'), text('seed: 2')];
    expect(await draw(pullRequest(base, head))).toMatchObject({ seed: 1 });
    const resolved = resolveConfig({ text: head, file: CONFIG });
    expect(resolveBase(base, resolved, {}).changes).toEqual([
      { subject: 'seed', before: '1', after: '2', effect: 'changed' },
    ]);
  });
});

describe('evaluations of one pull request', () => {
  const of = (digest: string) => ({
    ...PASS,
    candidate: { ...MODEL, digest },
  });
  const evaluation = async (run: number, digest: string, draws: readonly DrawRecord[] = []) => {
    const folder = temporaryFolder();
    const before = github.comments[0]?.body ?? '';
    const known = readMarker(before, 'k')?.draws ?? draws;
    await report({
      ...{ folder, apiUrl: github.url, verdict: of(digest), env: { GITHUB_RUN_ID: String(run) } },
      inputs: { 'comment-key': 'k', artifact: 'off' },
      draw: { job: 'evals', policy: 'p', run, base: null, seed: 1, tries: 1, draws: known },
    });
    return github.comments[0]?.body ?? '';
  };

  // red-team 11: trying checkpoints until one passes
  test('are counted where checkpoints differ, and remembered in the comment', async () => {
    expect(await evaluation(42, 'sha256:aa')).not.toContain('evaluation');
    const second = await evaluation(43, 'sha256:bb');
    expect(second).toContain(
      'This is evaluation 2 of this pull request, and the policy promises its error for one.',
    );
    expect(readMarker(second, 'k')?.draws?.map(({ run }) => run)).toEqual([42, 43]);
  });

  test.each([
    ['the earlier', 5, 1],
    ['a new', 1, 2],
  ])('%s order on the same checkpoint, %d: one draw or two', async (_, orderSeed, count) => {
    const known = { job: 'evals', policy: 'p', checkpoint: checkpointKey(MODEL), run: 41 };
    remember([known]);
    const verdict = { ...of(MODEL.digest), tasks: PASS.tasks.map((task) => ({ ...task, orderSeed })) };
    await report({
      ...{ folder: temporaryFolder(), apiUrl: github.url, verdict },
      inputs: { 'comment-key': 'k', artifact: 'off' },
      draw: { ...{ job: 'evals', policy: 'p', run: 42, base: null, seed: 1, tries: 1, draws: [known] } },
      order: { fresh: 1, earlier: { [checkpointKey(MODEL)]: 5 } },
    });
    expect(readMarker(github.comments[0]?.body ?? '', 'k')?.draws).toHaveLength(count);
  });

  test('a comment that has counted a hundred keeps the newest', async () => {
    const many = Array.from({ length: 120 }, (_, run) => ({
      ...{ job: 'evals', policy: 'p', checkpoint: `c${run}`, run: run + 1 },
    }));
    remember(many);
    const body = await evaluation(500, 'sha256:aa');
    expect(readMarker(body, 'k')?.draws).toHaveLength(100);
    expect(readMarker(body, 'k')?.draws?.at(-1)?.run).toBe(500);
  });

  test.each([
    ['', 0.05],
    ['policy: { tries: 5 }', 0.01],
    ['policy: { alpha: 0.1, tries: 4 }', 0.025],
  ])('%j: each is judged at %d', (policy, alpha) => {
    expect(resolveConfig({ text: text(policy), file: CONFIG }).policy.alpha.value).toBeCloseTo(alpha, 12);
  });

  // red-team 11: fewer tries named by the pull request
  test('tries are the base branch’s: fewer of them are looser', () => {
    const head = resolveConfig({ text: text(), file: CONFIG });
    const { changes } = resolveBase(text('policy: { tries: 5 }'), head, {});
    expect(changes).toContainEqual({ subject: 'policy.tries', before: '5', after: '1', effect: 'looser' });
  });
});

test.each([
  [1, 'pass'],
  [2, 'pass'],
  [3, 'invalid'],
])('samples in the order of seed %d, where 1 and 2 are what was drawn: %s', async (orderSeed, verdict) => {
  const out = temporaryFolder();
  const config = join(temporaryFolder({ [CONFIG]: text() }), CONFIG);
  const plan = planFile({
    ...{ out, config: { path: config, sha256: await fileDigest(config) } },
    inputs: { phase: 'report' },
    draw: { ...planFile().draw, order: { fresh: 1, earlier: { c: 2 } } },
  });
  const decided = { ...PASS, tasks: PASS.tasks.map((task) => ({ ...task, orderSeed })) };
  const judged = await judgeRun({
    plan,
    evaluation: 'skipped',
    decide: async () => ({ verdict: decided, samples: () => null, speeds: () => [] }),
  });
  expect(judged, judged.summary).toMatchObject({ verdict });
  if (verdict === 'invalid') expect(judged.summary).toContain('in an order that this run did not draw');
});

test('what was asked in place of the config’s tasks is known where it is decided', async () => {
  const out = temporaryFolder();
  const path = join(temporaryFolder({ [CONFIG]: text() }), CONFIG);
  const suite = { config: text(), directory: temporaryFolder() };
  const plan = planFile({
    out,
    suite,
    config: { path, sha256: await fileDigest(path) },
    inputs: { phase: 'report' },
  });
  let known: unknown;
  await judgeRun({
    plan,
    evaluation: 'skipped',
    decide: async (options) => {
      known = options.suite;
      return { verdict: PASS, samples: () => null, speeds: () => [] };
    },
  });
  expect(known).toEqual(suite);
});

// red-team 11: the lucky draw of the quick start
test('the example of the quick start shows no lucky draw', () => {
  const example = readFileSync(
    join(import.meta.dirname, '../../examples/quick-start/weighbridge.yml'),
    'utf8',
  );
  expect(resolveConfig({ text: example, file: CONFIG }).evaluation.value).toBe('full');
});
