import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { upsertComment } from '../src/adapters/github/comment.ts';
import { judgeResults } from '../src/app/judge.ts';
import { VERDICT_FILE } from '../src/app/verdict-file.ts';
import { resolveConfig } from '../src/config/resolve.ts';
import { buildVerdictFile } from '../src/report/build.ts';
import { fenceLine } from '../src/report/log-fence.ts';
import { COMMENT_BYTES, renderMarkdown } from '../src/report/markdown.ts';
import { openRun } from '../src/results/store/writer.ts';
import { report } from './action/published.ts';
import { META, marked, requestTo, result } from './adapters/github/commenting.ts';
import { CONTEXT, facts, HOSTILE_OUTPUT, metricResult, PASS, REGRESSION, task } from './report/examples.ts';
import { lines, python, RESULTS, ROWS, results, row, samplesName } from './results/formats/lm-eval/build.ts';
import { FakeGitHub } from './simulator/fake-github.ts';
import { pullRequest } from './simulator/simulate.ts';
import { faultOf } from './support/fault.ts';
import { judgeCounts } from './support/judged-gate.ts';
import { writeRun } from './support/run-folder.ts';
import { plan, sample } from './support/stored-run.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** Mistakes that other gates have made in public, each through the door by which a user would meet it. */

const gateOn = (metric: string, limit = '2pp') => ({
  gates: [
    {
      rule: 'max_drop' as const,
      value: `${metric}=${limit}`,
      source: { kind: 'flag' as const, name: '--max-drop' },
    },
  ],
});

const judge = (baseline: string, candidate: string, metric = 'facts/acc', limit?: string) =>
  judgeResults({
    configPath: null,
    overrides: gateOn(metric, limit),
    out: temporaryFolder(),
    folders: { baseline, candidate },
  });

/** A run of ours of so many questions, the first `right` of them answered rightly. */
const ours = (side: 'baseline' | 'candidate', planned: number, right: number) =>
  writeRun(temporaryFolder(), side, planned, (index) => index < right);

test.each([5, 10])('zero flips of %i samples are no pass at 1 pp', (pairs) => {
  const gate = judgeCounts({ regressed: 0, improved: 0, pairs, margin: 0.01 });
  expect(gate.verdict).toBe('inconclusive');
  expect(gate.blocks).toBe(true);
});

test('a candidate that is significantly worse fails', () => {
  expect(judgeCounts({ regressed: 60, improved: 5, pairs: 500 }).verdict).toBe('regression');
});

test('a baseline that is not there, or empty, is invalid', async () => {
  const candidate = ours('candidate', 200, 150);
  const missing = await judge(join(temporaryFolder(), 'expired'), candidate);
  expect(missing).toMatchObject({ verdict: 'invalid', blocked: true, exitCode: 3 });
  expect(missing.reasons.join()).toContain('there are no results of the baseline');
  const empty = ours('baseline', 200, 150);
  writeFileSync(join(empty, 'facts/samples.jsonl'), '');
  expect(await judge(empty, candidate)).toMatchObject({ verdict: 'invalid', exitCode: 3 });
});

describe('a policy that speaks of what is not there is an error', () => {
  const config = (tasks: string, gates: string) => `version: 1\ntasks:\n  facts: ${tasks}\n${gates}\n`;
  const TASK = '{ role: general, type: multiple_choice, dataset: facts.jsonl }';
  test.each([
    ['a gate on no task', config(TASK, 'gates: [{ metric: fcats/acc, max_drop: 2pp }]'), 'did you mean'],
    [
      'a gate on no metric of the task',
      config(TASK, 'gates: [{ metric: facts/f2, max_drop: 2pp }]'),
      'facts',
    ],
    ['an unknown key', config(TASK, 'gate: []'), 'did you mean'],
    ['no gate at all', config(TASK, 'gates: []'), 'nothing would ever be blocked'],
    ['a threshold without its task', config(TASK, 'thresholds: { max_mmlu_drop: 2pp }'), 'mmlu'],
  ])('%s', async (_what, text, words) => {
    const fault = await faultOf(() => resolveConfig({ text, file: 'weighbridge.yml' }));
    expect(fault).toMatchObject({ kind: 'config', text: expect.stringContaining(words) });
  });

  test('a task of the policy that the results lack is invalid', async () => {
    const text = config(TASK, `  other: ${TASK}\ngates: [{ metric: other/acc, max_drop: 2pp }]`);
    const path = join(temporaryFolder({ 'weighbridge.yml': text }), 'weighbridge.yml');
    const folders = { baseline: ours('baseline', 200, 150), candidate: ours('candidate', 200, 150) };
    const verdict = await judgeResults({ configPath: path, overrides: {}, out: temporaryFolder(), folders });
    expect(verdict).toMatchObject({ verdict: 'invalid', blocked: true });
  });
});

/** Results of lm-evaluation-harness: what it wrote of the task, and its samples. */
const foreign = (rows: readonly unknown[], overrides: Readonly<Record<string, unknown>> = {}) =>
  temporaryFolder({ [RESULTS]: python(results(overrides)), [samplesName('facts')]: lines(rows) });

test('a score that is not a number is no pass, nor is an aggregate', async () => {
  const broken = ROWS.map((each) => ({ ...each, acc: Number.NaN }));
  const nan = { results: { facts: { 'acc,none': Number.NaN } } };
  for (const candidate of [foreign(broken, nan), foreign(ROWS, nan), foreign(broken)]) {
    expect(await judge(foreign(ROWS), candidate)).toMatchObject({ verdict: 'invalid', blocked: true });
  }
});

test('a judge that never answered gives no score: neither 0 % toxic nor 0 % right', async () => {
  const [baseline, candidate] = [ours('baseline', 200, 0), ours('candidate', 200, 0)];
  const unscored = Array.from({ length: 200 }, (_, index) =>
    JSON.stringify(sample(index, { scores: { acc: { unscored: 'the moderation service answered 503' } } })),
  );
  writeFileSync(join(candidate, 'facts/samples.jsonl'), `${unscored.join('\n')}\n`);
  const verdict = await judgeResults({
    configPath: null,
    overrides: {
      gates: [{ rule: 'floor', value: 'facts/acc=1%', source: { kind: 'flag', name: '--floor' } }],
    },
    out: temporaryFolder(),
    folders: { baseline, candidate },
  });
  expect(verdict).toMatchObject({ verdict: 'invalid', blocked: true });
  expect(verdict.gates[0]?.candidate).toBeNull();
});

test('two filters of one task are paired each on its own', async () => {
  const score = { strict: [1, 1, 0, 0], flexible: [1, 1, 1, 1] };
  const rows = (strict: readonly number[], flexible: readonly number[]) =>
    Object.entries({ strict, flexible }).flatMap(([filter, scores]) =>
      scores.map((acc, document) => row(document, { filter, acc })),
    );
  const both = (strict: readonly number[], flexible: readonly number[]) =>
    foreign(rows(strict, flexible), {
      results: {
        facts: {
          'acc,strict': strict.reduce((sum, each) => sum + each, 0) / 4,
          'acc,flexible': flexible.reduce((sum, each) => sum + each, 0) / 4,
        },
      },
    });
  const [baseline, candidate] = [both(score.strict, score.flexible), both([0, 0, 1, 1], score.flexible)];
  const strict = await judge(baseline, candidate, 'facts/acc,strict', '90pp');
  expect(strict.gates[0]).toMatchObject({ pairs: 4, flips: { regressed: 2, improved: 2 } });
  const flexible = await judge(baseline, candidate, 'facts/acc,flexible', '90pp');
  expect(flexible.gates[0]).toMatchObject({ pairs: 4, flips: { regressed: 0, improved: 0 } });
  // Without a filter the name means two things.
  const ambiguous = await faultOf(() => judge(baseline, candidate, 'facts/acc'));
  expect(ambiguous.text).toContain('facts/acc,flexible');
});

test("another model in the same folder reuses none of the first one's answers", async () => {
  const out = temporaryFolder();
  const first = await openRun(out, plan({ planned: 1 }));
  await first.writer.write(sample(0));
  await first.writer.complete();
  const other = plan({ planned: 1, model: { ...plan().model, digest: 'sha256:bb' } });
  const second = await openRun(out, other);
  expect(second.found).toEqual([]);
  expect(second.writer.has(sample(0))).toBe(false);
  await second.writer.interrupt();
});

test('half of the samples missing on one side is not judged by the other half', async () => {
  const candidate = ours('candidate', 200, 150);
  const file = join(candidate, 'facts/samples.jsonl');
  writeFileSync(file, `${readFileSync(file, 'utf8').split('\n').slice(0, 100).join('\n')}\n`);
  expect(await judge(ours('baseline', 200, 150), candidate)).toMatchObject({
    verdict: 'invalid',
    blocked: true,
  });
});

test('the same inputs give the same verdict, byte for byte', async () => {
  const [baseline, candidate] = [ours('baseline', 200, 150), ours('candidate', 200, 140)];
  const bytes = async () => {
    const out = temporaryFolder();
    const options = { configPath: null, overrides: gateOn('facts/acc'), folders: { baseline, candidate } };
    await judgeResults({ ...options, out });
    return readFileSync(join(out, VERDICT_FILE), 'utf8');
  };
  expect(await bytes()).toBe(await bytes());
});

describe('on GitHub', () => {
  async function comment(prepare: (github: FakeGitHub) => void) {
    const github = await new FakeGitHub().start();
    onTestFinished(() => github.stop());
    prepare(github);
    await upsertComment(requestTo(github, { meta: { ...META, run: 43 }, result: result({ text: 'new' }) }));
    return github.comments;
  }

  test.each([
    ['pass', PASS, '0', 'pass'],
    ['regression', REGRESSION, '1', 'fail'],
  ] as const)(
    'a token that may only read leaves a %s what it is, and a warning names the permission',
    async (verdict, file, exitCode, enforce) => {
      const github = await new FakeGitHub().start();
      onTestFinished(() => github.stop());
      github.pulls = [pullRequest().payload.pull_request];
      github.fault = ({ method, path }) => (method !== 'GET' && path !== '/graphql' ? 403 : undefined);
      const { outputs, annotations } = await report({
        ...{ folder: temporaryFolder(), apiUrl: github.url, verdict: file, inputs: { artifact: 'off' } },
      });
      expect(outputs).toMatchObject({ verdict, 'exit-code': exitCode, enforce, 'comment-url': '' });
      expect(github.comments).toEqual([]);
      const warnings = annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
      expect(warnings).toEqual([expect.stringMatching(/pull-requests: write.*The verdict is not affected/s)]);
    },
  );

  test('of hundreds of comments, a forged one and that of another gate, ours is updated', async () => {
    const comments = await comment((github) => {
      for (let index = 0; index < 130; index += 1) github.addComment(`talk ${index}`, 'octocat');
      github.addComment(marked('old'), 'mallory');
      github.addComment(marked('other gate', META, 'other'));
      github.addComment(marked('old'));
    });
    expect(comments.slice(130).map(({ body }) => body.split('\n').at(1))).toEqual([
      'old',
      'other gate',
      'new',
    ]);
    expect(comments).toHaveLength(133);
  });
});

test('a delta of −0.4 pp is shown as −0.4, not 0', () => {
  const gate = judgeCounts({ regressed: 7, improved: 5, pairs: 500, margin: 0.05 });
  const { markdown } = renderMarkdown(buildVerdictFile(facts({ gates: [gate] })), CONTEXT, COMMENT_BYTES);
  expect(markdown).toContain('| −0.4 pp (');
});

test('hostile output is inert in the comment, the summary and the log', () => {
  const flip = {
    id: HOSTILE_OUTPUT,
    group: `| ${HOSTILE_OUTPUT} |`,
    baseline: { score: 1, output: HOSTILE_OUTPUT },
    candidate: { score: 0, output: HOSTILE_OUTPUT },
  };
  const file = buildVerdictFile({
    ...facts(),
    ...PASS,
    tasks: [task({ metrics: [metricResult()], flips: [flip] })],
  });
  const { markdown } = renderMarkdown(file, CONTEXT, COMMENT_BYTES);
  const page = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const outside = page.replace(/<code[^>]*>.*?<\/code>/gs, '');
  expect(page).toContain('octocat');
  expect(outside).not.toMatch(/octocat|<img|evil\.example|set-output/);
  expect(page).not.toMatch(/[\u200b\u202c\u202e]/);
  for (const line of HOSTILE_OUTPUT.split('\n')) {
    expect(fenceLine(line)).not.toMatch(/^\s*::|##\[|[\u200b\u202c\u202e]/);
  }
});

test.each([0.2, 0.9])('an improvement of %d never fails, however large', (share) => {
  const gate = judgeCounts({ regressed: 0, improved: 500 * share, pairs: 500, margin: 0.02 });
  expect(gate.verdict).toBe('pass');
});
