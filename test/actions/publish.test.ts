import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildVerdictFile } from '../../src/report/build.ts';
import { redact } from '../../src/report/redact.ts';
import { facts, gate, INCONCLUSIVE, INVALID, PASS, REGRESSION, task } from '../report/examples.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';
import { runtimeToken } from '../simulator/runtime-token.ts';
import { type Report, report } from './published.ts';

let github: FakeGitHub;
let folder: string;
beforeEach(async () => {
  github = await new FakeGitHub().start();
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
    ...{ verdict, inputs: { check: 'on' }, env: { HF_TOKEN: secret }, plan: { envAllow: ['HF_TOKEN'] } },
  });
  const posted = [summary, github.comments[0]?.body ?? '', JSON.stringify(github.checks[0])];
  for (const text of posted) {
    expect(text).toMatch(/my(?: |&#32;)key(?: |&#32;)is(?: |&#32;)\*\*\*/);
    expect(redact(text, [secret])).toBe(text);
  }
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

  test('legs of a matrix are told apart by their values, whatever those are', async () => {
    const leg = (matrix: unknown) => ({
      GITHUB_JOB: 'evals',
      WEIGHBRIDGE_MATRIX: JSON.stringify(matrix),
      WEIGHBRIDGE_JOB_TOTAL: '2',
    });
    await run({ verdict: PASS, env: leg({ size: '7b', extra: { a: 1 } }) });
    await run({ verdict: REGRESSION, env: leg({ size: '</summary>@octocat ![x](https://e.example)' }) });
    await run({ verdict: PASS, env: leg({ extra: { a: 1 }, size: '7b' }) });
    expect(github.comments).toHaveLength(1);
    const body = github.comments[0]?.body ?? '';
    expect(body).toContain('Of 2 jobs: 1 regression, 1 pass.');
    expect(body).toContain('<summary><code>size&#61;7b</code> PASS ✅</summary>');
    expect(body).not.toContain('size=</summary>');
  });

  test('on-failure: legs that hold keep silent, and are not called missing', async () => {
    const leg = (size: string) => ({
      WEIGHBRIDGE_MATRIX: JSON.stringify({ size }),
      WEIGHBRIDGE_JOB_TOTAL: '2',
    });
    const inputs = { comment: 'on-failure' };
    await run({ verdict: PASS, inputs, env: leg('7b') });
    await run({ verdict: REGRESSION, inputs, env: leg('70b') });
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

  test('without a matrix, and with nonsense in its place, there is one leg', async () => {
    await run({ verdict: PASS, env: { WEIGHBRIDGE_MATRIX: 'null', WEIGHBRIDGE_JOB_TOTAL: 'many' } });
    expect(github.comments[0]?.body.split('\n')[1]).toMatch(/^\*\*PASS ✅\*\* /);
  });
});
