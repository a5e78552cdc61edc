import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setVerdictOutputs } from '../../../src/action/report/publish.ts';
import { readSamplesName } from '../../../src/adapters/github/artifact.ts';
import { WeighbridgeError } from '../../../src/core/domain/errors.ts';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { redact } from '../../../src/report/redact.ts';
import { META, marked } from '../../adapters/github/commenting.ts';
import { facts, gate, INCONCLUSIVE, INVALID, PASS, REGRESSION, task } from '../../report/examples.ts';
import { shownOf, shownSample } from '../../report/shown.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { runtimeToken } from '../../simulator/runtime-token.ts';
import { pullRequest } from '../../simulator/simulate.ts';
import { type Report, report } from '../published.ts';

let github: FakeGitHub;
let folder: string;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  github.pulls.push(pullRequest().payload.pull_request);
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-publish-'));
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', runtimeToken());
  vi.stubEnv('ACTIONS_RESULTS_URL', github.url);
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await github.stop();
  await rm(folder, { recursive: true });
});

const run = (given: Partial<Report> & Pick<Report, 'verdict'>) =>
  report({ folder, apiUrl: github.url, ...given, inputs: { artifact: 'off', ...given.inputs } });

describe('where a newer run has begun, as its comment tells', () => {
  const policy = {
    base: { revision: 'b'.repeat(40), config: '' },
    waivers: [],
    waiverPermission: 'maintain',
  } as const;
  test.each([
    ['on the same commit, no check is written', META.sha, []],
    ['on another commit, this one has its check', 'd'.repeat(40), [{ conclusion: 'success' }]],
  ])('%s', async (_, sha, checks) => {
    github.addComment(marked('EVALUATING', { ...META, sha, run: 43 }, 'k'));
    await run({ verdict: PASS, policy, inputs: { 'comment-key': 'k', check: 'on' } });
    expect(github.checks).toMatchObject(checks);
    expect(github.checks).toHaveLength(checks.length);
    expect(github.comments[0]?.body).toContain('EVALUATING');
  });
});

describe('outputs for later steps', () => {
  test.each([
    ['pass', PASS, 'false', '0'],
    ['regression', REGRESSION, 'true', '1'],
    ['inconclusive', INCONCLUSIVE, 'true', '2'],
    ['invalid', INVALID, 'true', '3'],
  ] as const)('%s', async (verdict, file, blocked, exitCode) => {
    const { outputs } = await run({ verdict: file });
    expect(outputs).toMatchObject({ verdict, blocked, 'exit-code': exitCode, summary: file.summary });
    expect(outputs['comment-url']).toBe(github.comments[0]?.html_url);
  });

  test('the verdict is a file that its own published schema takes, and no other', async () => {
    const { outputs } = await run({ verdict: REGRESSION });
    const schema = JSON.parse(await readFile('schema/verdict.schema.json', 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const file = JSON.parse(await readFile(outputs['verdict-path'] ?? '', 'utf8'));
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...file, more: 1 })).toBe(false);
    expect(validate({ ...file, verdict: 'passed' })).toBe(false);
  });
});

test('where the token is of another account now, the comment of the old one is folded away, and back again', async () => {
  const hidden = () => github.comments.map(({ user, minimized }) => [user.login, minimized]);
  await run({ verdict: PASS });
  github.viewer = 'octocat';
  github.author = 'octocat';
  await run({ verdict: REGRESSION });
  expect(hidden()).toEqual([
    ['github-actions[bot]', 'outdated'],
    ['octocat', null],
  ]);
  github.viewer = 'github-actions[bot]';
  github.author = 'github-actions[bot]';
  await run({ verdict: PASS });
  expect(hidden()).toEqual([
    ['github-actions[bot]', null],
    ['octocat', 'outdated'],
  ]);
});

describe('annotations', () => {
  const limited = (count: number, file = 'weighbridge.yml') => {
    const gates = Array.from({ length: count }, (_, index) =>
      gate({ task: `task${index}`, verdict: 'regression', blocks: true }),
    );
    const base = facts();
    const limits = Object.fromEntries(
      gates.map(({ id }, index) => [
        id,
        { value: '2pp', source: { kind: 'file' as const, file, line: index + 1 } },
      ]),
    );
    return buildVerdictFile({
      ...{ ...base, verdict: 'regression', blocked: true, gates, tasks: [task()] },
      policy: { ...base.policy, limits },
    });
  };

  test('stand at the line of the config that set the limit, at most nine beside that of the step enforce', async () => {
    await mkdir(join(folder, 'evals'));
    const { annotations } = await run({
      ...{ verdict: limited(12), env: { GITHUB_WORKSPACE: folder } },
      plan: { directory: join(folder, 'evals') },
    });
    expect(annotations.map(({ level }) => level)).toEqual(Array.from({ length: 9 }, () => 'error'));
    expect(annotations[0]).toMatchObject({
      message: expect.stringContaining('task0/acc'),
      place: { title: 'Weighbridge: regression', file: 'evals/weighbridge.yml', startLine: 1 },
    });
  });

  test('there are none for limits from elsewhere, and none for gates that do not block', async () => {
    for (const verdict of [limited(1, '../elsewhere.yml'), PASS]) {
      const { annotations } = await run({ verdict, env: { GITHUB_WORKSPACE: folder } });
      expect(annotations).toEqual([]);
    }
  });
});

describe('the job summary', () => {
  test('stays under 1 MiB', async () => {
    const flip = (index: number) => ({
      ...{ id: `sample-${index}`, group: null },
      baseline: { score: 1, output: 'x'.repeat(1000) },
      candidate: { score: 0, output: '😀'.repeat(1000) },
    });
    const names = Array.from({ length: 60 }, (_, index) => `task${index}`);
    const verdict = buildVerdictFile({
      ...facts(),
      gates: names.map((name) => gate({ task: name })),
      tasks: names.map((name) =>
        task({ task: name, flips: Array.from({ length: 20 }, (_, at) => flip(at)) }),
      ),
    });
    const { summary } = await run({ verdict });
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 ** 2);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(100_000);
    expect(summary).toMatch(/^\*\*PASS ✅\*\* /);
    expect(Buffer.byteLength(github.comments[0]?.body ?? '')).toBeLessThan(64_000);
  });
});

test('a secret that a model has seen is in nothing that is posted', async () => {
  const secret = 'hf_5c2f-91ab/xyz';
  const seen = { score: 1, output: `my key is ${secret}` };
  const flip = { id: secret, group: null, baseline: seen, candidate: { ...seen, score: 0 } };
  const verdict = buildVerdictFile({ ...facts(), tasks: [task({ flips: [flip] })] });
  const { summary } = await run({
    ...{ verdict, inputs: { check: 'on', 'env-allow': 'HF_TOKEN' }, env: { HF_TOKEN: secret } },
  });
  const posted = [summary, github.comments[0]?.body ?? '', JSON.stringify(github.checks[0])];
  for (const text of posted) {
    expect(text).toMatch(/my(?: |&#32;)key(?: |&#32;)is(?: |&#32;)(?:\*\*\*|(?:&#42;){3})/);
    expect(redact(text, [secret])).toBe(text);
  }
});

test('nor is it in any file that is kept, however it is written there', async () => {
  const secret = 'hf_"<5c2f>\\é&91ab';
  const seen = { score: 1, output: `my key is ${secret}` };
  const flip = { id: secret, group: null, baseline: seen, candidate: { ...seen, score: 0 } };
  const verdict = buildVerdictFile({ ...facts(), tasks: [task({ flips: [flip] })] });
  const { outputs } = await run({
    ...{
      verdict: { ...verdict, summary: `It said ${secret}.` },
      inputs: { artifact: 'on', 'env-allow': 'HF_TOKEN' },
    },
    samples: shownOf([shownSample({ id: secret, asked: { question: `my key is ${secret}` } })]),
    env: { HF_TOKEN: secret },
  });
  expect(outputs.summary).toBe('It said ***.');
  const report = dirname(outputs['verdict-path'] ?? '');
  const [page] = github.artifacts.filter(({ mimeType }) => mimeType === 'text/html');
  const kept = await Promise.all(
    ['verdict.json', 'comment.md', 'report.html', 'shown-samples.json'].map((name) =>
      readFile(join(report, name), 'utf8'),
    ),
  );
  const html = page?.content.toString() ?? '';
  const [, packed = ''] = /id="samples-data">([^<]*)</.exec(html) ?? [];
  for (const text of [...kept, html, gunzipSync(Buffer.from(packed, 'base64')).toString()]) {
    expect(text).toMatch(/my(?: |&#32;)key(?: |&#32;)is/);
    for (const part of ['5c2f', '91ab']) expect(text).not.toContain(part);
  }
});

test('what cannot be without it stays on the runner, and a warning says so', async () => {
  const { annotations, outputs } = await run({
    ...{ verdict: PASS, inputs: { artifact: 'on', 'env-allow': 'HF_TOKEN' } },
    env: { HF_TOKEN: '{"id":"1"}' },
  });
  expect(outputs.verdict).toBe('pass');
  const warnings = annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
  expect(warnings).toEqual([expect.stringMatching(/^Not in the artifact: .*env-allow/)]);
  const [bundle] = github.artifacts;
  expect(bundle?.content.toString('latin1')).toContain('verdict.json');
  expect(bundle?.content.toString('latin1')).not.toContain('samples.jsonl');
});

test('the token in a message is not in what is said of a run that could not be judged', async () => {
  const token = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';
  const judge = async () => {
    throw new WeighbridgeError('data', `https://x:${token}@example.org is not there`);
  };
  const { outputs, summary } = await run({ verdict: PASS, inputs: { 'github-token': token }, judge });
  expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
  for (const text of [outputs.summary ?? '', summary, github.comments[0]?.body ?? '']) {
    expect(text).toContain('is not there');
    expect(text).not.toContain('16C7e42F');
  }
});

describe('the report as a page', () => {
  const on = { artifact: 'on' };
  const RUN = 'https://github.com/o/r/actions/runs/42';
  const warnings = ({ annotations }: Awaited<ReturnType<typeof run>>) =>
    annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);

  test('is an artifact of its own that browsers show, and what report-url and the links name', async () => {
    const { outputs, summary } = await run({ verdict: REGRESSION, inputs: on });
    const [bundle, page] = github.artifacts;
    expect(page).toMatchObject({ name: `${bundle?.name}.html`, mimeType: 'text/html' });
    expect(page?.content.toString()).toMatch(/^<!doctype html>/i);
    expect(outputs['report-url']).toBe(`${RUN}/artifacts/${page?.id}`);
    for (const text of [summary, github.comments[0]?.body ?? '']) {
      expect(text).toContain(`[Full report](${RUN}/artifacts/${page?.id})`);
      expect(text).toContain(`[All samples](${RUN}/artifacts/${bundle?.id})`);
    }
  });

  test('has a name of its own for each job and each attempt', async () => {
    const job = (size: string, attempt: string) =>
      run({
        ...{ verdict: PASS, inputs: { ...on, 'comment-key': 'nightly' } },
        env: {
          WEIGHBRIDGE_MATRIX: JSON.stringify({ size }),
          ...{ WEIGHBRIDGE_JOB_TOTAL: '2', GITHUB_RUN_ATTEMPT: attempt },
        },
      });
    const said = [await job('7b', '1'), await job('70b', '1'), await job('7b', '2')];
    expect(said.flatMap(warnings)).toEqual([]);
    const pages = github.artifactNames().filter((name) => name.endsWith('.html'));
    expect(new Set(pages).size).toBe(3);
    for (const name of pages) {
      expect(name).toMatch(/^weighbridge-nightly-[0-9a-f]{12}-report-[12]\.html$/);
      expect(readSamplesName(name)).toBeNull();
    }
  });

  test('that cannot be uploaded costs a warning and its link', async () => {
    github.fault = ({ body }) =>
      /\.html$/.test((body as { name?: string } | undefined)?.name ?? '') ? 403 : undefined;
    const said = await run({ verdict: REGRESSION, inputs: on });
    const [bundle, ...others] = github.artifacts;
    expect(others).toEqual([]);
    expect(warnings(said)).toEqual([
      expect.stringMatching(/^The artifact was not uploaded: .*not affected/s),
    ]);
    expect(said.outputs).toMatchObject({
      ...{ verdict: 'regression', blocked: 'true', proven: 'false', 'exit-code': '1' },
      'report-url': `${RUN}/artifacts/${bundle?.id}`,
    });
    expect(github.comments[0]?.body).toContain('[All samples and the full report](');
    expect(github.comments[0]?.body).not.toContain('[Full report]');
  });

  test('is not there where artifacts are off', async () => {
    const { outputs } = await run({ verdict: PASS });
    expect(github.artifacts).toEqual([]);
    expect(outputs['report-url']).toBe(RUN);
  });
});

describe('labels that waive', () => {
  test.each([
    ['pass', PASS, 0],
    ['invalid', INVALID, 0],
    ['regression', REGRESSION, 1],
    ['inconclusive', INCONCLUSIVE, 1],
  ] as const)('%s: they are looked at only where they could count', async (_, verdict, times) => {
    await run({ verdict });
    expect(
      github.requests.filter(({ body }) => JSON.stringify(body ?? '').includes('timelineItems')),
    ).toHaveLength(times);
  });

  test('waivers that the judgement has applied already stay told', async () => {
    github.pulls = [];
    const told = { gate: 'x/y', by: 'alice', reason: 'known', expires: '2026-01-01', source: 'file:1' };
    const waivers = [{ ...told, applied: false, because: 'it expired' }];
    const { outputs } = await run({ verdict: { ...REGRESSION, waivers } });
    const file = JSON.parse(await readFile(outputs['verdict-path'] ?? '', 'utf8'));
    expect(file.waivers).toEqual(waivers);
  });
});

describe('GitHub Enterprise Server', () => {
  test('takes no artifact: summary and comment carry what fits, and a warning says so', async () => {
    vi.stubEnv('GITHUB_SERVER_URL', 'https://ghe.example');
    const { outputs, annotations, summary } = await run({
      ...{ verdict: REGRESSION, inputs: { artifact: 'on' } },
      env: { GITHUB_SERVER_URL: 'https://ghe.example' },
    });
    expect(outputs).toMatchObject({
      ...{ verdict: 'regression', blocked: 'true' },
      'report-url': 'https://ghe.example/o/r/actions/runs/42',
    });
    expect(annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^GitHub Enterprise Server does not take artifacts .* The job summary and the comment carry what fits/,
      ),
    ]);
    for (const text of [summary, github.comments[0]?.body ?? '']) {
      expect(text).toContain('**REGRESSION ❌**');
      expect(text).toContain('(https://ghe.example/o/r/actions/runs/42)');
    }
    expect(github.requests.filter(({ call }) => call.startsWith('results/'))).toEqual([]);
  });
});

describe('the comment', () => {
  test('on-failure: nothing for a pass; a failure that is over is updated and folded away, and comes back', async () => {
    const inputs = { comment: 'on-failure' };
    const at = (runId: number) => ({ GITHUB_RUN_ID: String(runId) });
    await run({ verdict: PASS, inputs, env: at(41) });
    expect(github.comments).toEqual([]);
    await run({ verdict: REGRESSION, inputs, env: at(42) });
    expect(github.comments[0]).toMatchObject({ minimized: null });
    await run({ verdict: PASS, inputs, env: at(43) });
    expect(github.comments[0]).toMatchObject({
      minimized: 'outdated',
      body: expect.stringContaining('**PASS ✅**'),
    });
    await run({ verdict: REGRESSION, inputs, env: at(44) });
    expect(github.comments).toMatchObject([
      { minimized: null, body: expect.stringContaining('**REGRESSION ❌**') },
    ]);
  });

  test('jobs of a matrix are told apart by their values, whatever those are', async () => {
    const job = (matrix: unknown) => ({
      GITHUB_JOB: 'evals',
      WEIGHBRIDGE_MATRIX: JSON.stringify(matrix),
      WEIGHBRIDGE_JOB_TOTAL: '2',
    });
    await run({ verdict: PASS, env: job({ size: '7b', extra: { a: 1 } }) });
    await run({ verdict: REGRESSION, env: job({ size: '</summary>@octocat ![x](https://e.example)' }) });
    await run({ verdict: PASS, env: job({ extra: { a: 1 }, size: '7b' }) });
    expect(github.comments).toHaveLength(1);
    const body = github.comments[0]?.body ?? '';
    expect(body).toContain('Of 2 jobs: 1 regression, 1 pass.');
    expect(body).toContain('<summary><code>size&#61;7b</code> PASS ✅</summary>');
    expect(body).not.toContain('size=</summary>');
  });

  test('on-failure: jobs that pass keep silent, and are not called missing', async () => {
    const job = (size: string) => ({
      WEIGHBRIDGE_MATRIX: JSON.stringify({ size }),
      WEIGHBRIDGE_JOB_TOTAL: '2',
    });
    const inputs = { comment: 'on-failure' };
    await run({ verdict: PASS, inputs, env: job('7b') });
    await run({ verdict: REGRESSION, inputs, env: job('70b') });
    const [, line, , status] = github.comments[0]?.body.split('\n') ?? [];
    expect(line).toMatch(/^\*\*REGRESSION ❌\*\* <code>size&#61;70b<\/code>: /);
    expect(status).toContain('Of 1 job: 1 regression.');
    expect(github.comments[0]?.body).not.toContain('not reported');
  });

  test('a workspace that is not there is no reason to fail', async () => {
    const { outputs, annotations } = await run({
      verdict: PASS,
      env: { GITHUB_WORKSPACE: '/no/such/folder' },
    });
    expect(outputs).toMatchObject({ verdict: 'pass', enforce: 'pass' });
    expect(annotations).toMatchObject([{ level: 'warning' }]);
  });

  test('without a matrix, and with nonsense in its place, there is one job', async () => {
    await run({ verdict: PASS, env: { WEIGHBRIDGE_MATRIX: 'null', WEIGHBRIDGE_JOB_TOTAL: 'many' } });
    expect(github.comments[0]?.body.split('\n')[1]).toMatch(/^\*\*PASS ✅\*\* /);
  });
});

test.each([
  [{ waits: [{ task: 'facts', evaluated: 6, planned: 12 }] }, 'true'],
  [{}, 'false'],
  [null, 'false'],
])('whether the next round should be evaluated is an output: %j', (file, waits) => {
  const outputs = new Map<string, string>();
  const core = { setOutput: (name: string, value: string) => void outputs.set(name, value) };
  const judged = { verdict: 'invalid', blocked: true, exitCode: 3, summary: 'x', file };
  setVerdictOutputs(core, judged as unknown as Parameters<typeof setVerdictOutputs>[1]);
  expect(outputs.get('waits')).toBe(waits);
});

// red-team 10: a reason of 60,000 characters
test('outputs are cut at a code point to what GitHub takes', () => {
  const outputs = new Map<string, string>();
  const core = { setOutput: (name: string, value: string) => void outputs.set(name, value) };
  const judged = {
    verdict: 'invalid',
    blocked: true,
    exitCode: 4,
    summary: '😀%'.repeat(60_000),
    file: null,
  } as const;
  setVerdictOutputs(core, judged as unknown as Parameters<typeof setVerdictOutputs>[1]);
  expect(outputs.get('summary')).toBe(`${'😀%'.repeat(1999)}😀…`);
  expect(outputs.get('error')?.length).toBeLessThan(20_000);
});
