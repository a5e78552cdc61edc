import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildAction } from './build-action.ts';
import { FakeGitHub } from './fake-github.ts';
import { config, type Simulation, simulate } from './simulate.ts';

// Processes of a machine that is busy with others take their time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action, join(import.meta.dirname, 'stand-in-main.ts'));
});
afterAll(() => rm(action, { recursive: true }));

const run = (scenario: string, rest: Partial<Simulation> = {}) =>
  simulate({ action, files: { 'weighbridge.yml': config(scenario) }, ...rest });

describe.concurrent('the comment over the life of a run', () => {
  test('the comment says that the evaluation runs before it runs, and then the result', async () => {
    const bodies: string[] = [];
    const { github } = await run('regression', {
      prepare: (fake) => {
        fake.fault = ({ call, body }) => {
          const { body: text } = (body ?? {}) as { body?: string };
          if (call.startsWith('issues/') && text !== undefined) bodies.push(text.split('\n')[1] ?? '');
          return undefined;
        };
      },
    });
    expect(bodies).toEqual([
      expect.stringMatching(/^\*\*EVALUATING ⏳\*\* 1 task/),
      expect.stringMatching(/^\*\*REGRESSION/),
    ]);
    expect(github.comments).toHaveLength(1);
  });

  test('the legs of a matrix, at the same time, come to one comment', async () => {
    const github = await new FakeGitHub().start();
    const leg = (scenario: string, size: string) =>
      run(scenario, { github, matrix: { values: { size }, total: 2 } });
    try {
      const legs = await Promise.all([leg('pass', '7b'), leg('regression', '70b')]);
      expect(legs.map(({ outputs }) => outputs.verdict)).toEqual(['pass', 'regression']);
      expect(github.comments).toHaveLength(1);
      const body = github.comments[0]?.body ?? '';
      expect(body.split('\n')[1]).toMatch(/^\*\*REGRESSION ❌\*\* <code>size&#61;70b<\/code>: /);
      expect(body).toContain('Of 2 jobs: 1 regression, 1 pass.');
      expect(github.artifactNames().filter((name) => /-report-1(\.html)?$/.test(name))).toHaveLength(4);
    } finally {
      await github.stop();
    }
  });

  test('as many calls of the API as the docs say', async () => {
    const docs = await readFile('docs/reference/platform-coverage.md', 'utf8');
    const table = [...docs.matchAll(/^\| ([^|]+) \| (\d+) \|$/gm)];
    const documented = Object.fromEntries(table.map(([, layout = '', calls]) => [layout, Number(calls)]));
    const github = await new FakeGitHub().start();
    const measure = async (rest: Partial<Simulation>) => {
      const before = github.requests.length;
      await run('pass', { github, ...rest });
      const calls = github.requests.slice(before).filter(({ path }) => /^\/(repos|graphql)/.test(path));
      return calls.length;
    };
    const leg = (size: string) =>
      measure({ matrix: { values: { size }, total: 3 }, inputs: { check: 'on' } });
    try {
      const matrix = [await leg('1b'), await leg('7b'), await leg('70b')];
      github.comments.splice(0);
      const inputs = { 'comment-key': 'other' };
      expect({
        'a job of a matrix that begins first, with a check': matrix[0],
        'a job of a matrix between, with a check': matrix[1],
        'the job of a matrix that ends last, with a check': matrix[2],
        'one job, its first comment': await measure({ inputs }),
        'one job, with a comment of an earlier run': await measure({ inputs, runId: 43 }),
        'one job without a comment': await measure({ inputs: { ...inputs, comment: 'never' }, runId: 44 }),
      }).toEqual(documented);
    } finally {
      await github.stop();
    }
  });

  // red-team 10: a service that hangs
  test('a service of artifacts that never answers does not keep the job', async () => {
    const started = performance.now();
    const { outcome, outputs } = await run('pass', {
      prepare: (github) => {
        github.fault = ({ path }) => (path.startsWith('/twirp') ? 'hang' : undefined);
      },
    });
    expect(outcome).toBe('success');
    expect(outputs).toMatchObject({
      verdict: 'pass',
      'report-url': 'https://github.com/o/r/actions/runs/42',
    });
    // As docs/reference/faults.md has it: a GitHub that does not work costs a run less than two minutes.
    expect(performance.now() - started).toBeLessThan(120_000);
  });
});
