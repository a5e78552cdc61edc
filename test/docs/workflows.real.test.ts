import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { buildAction } from '../simulator/build-action.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';
import { report } from '../simulator/fork-report.ts';
import { BASE, config, HEAD, pullRequest, type Simulation, simulate, TOKEN } from '../simulator/simulate.ts';
import { writeRun } from '../support/run-folder.ts';

/** The workflows, configs and waivers of the guides do as they are printed what the guides say. */

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action, join(import.meta.dirname, '../simulator/stored-main.ts'));
});
afterAll(() => rm(action, { recursive: true }));

interface Job {
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly steps: readonly { readonly uses: string; readonly with?: Readonly<Record<string, unknown>> }[];
}
interface Workflow {
  readonly name?: string;
  readonly on?: Readonly<Record<string, { readonly workflows?: readonly string[] } | null>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What a page has in YAML, as the page has it. */
async function yamlIn(page: string): Promise<readonly unknown[]> {
  const text = await readFile(join('docs/how-to', `${page}.md`), 'utf8');
  return [...text.matchAll(/^( *)```yaml\n(.*?)^\1```$/gms)].flatMap(([, indent, inner = '']) =>
    parseAllDocuments(inner.replaceAll(new RegExp(`^${indent}`, 'gm'), '')).map((each) => each.toJS()),
  );
}
const isWorkflow = (value: unknown): value is Workflow =>
  typeof value === 'object' && value !== null && 'jobs' in value;

const workflowsIn = async (page: string) => (await yamlIn(page)).filter(isWorkflow);

const FILE = 'weighbridge.yml';
const WORKFLOW = '.github/workflows/gate.yml';
const text = (share: number) => `# candidate ${share}\n${config('x').replace('2pp', '10pp')}`;

/** Each job's use of the action, one after the other, by a token that may do what the job's permissions say. */
async function runWorkflow(workflow: Workflow, share: number, { jobEnv, ...rest }: Partial<Simulation> = {}) {
  const github = await new FakeGitHub().start();
  const results = [];
  try {
    for (const [job, { permissions, steps }] of Object.entries(workflow.jobs)) {
      const named = Object.entries(permissions).map(([name, level]) => [name.replaceAll('-', '_'), level]);
      github.tokens.set(TOKEN, { login: 'github-actions[bot]', permissions: Object.fromEntries(named) });
      for (const { with: inputs = {} } of steps.filter(({ uses }) => uses.startsWith('weighbridge/'))) {
        const texts = Object.entries(inputs).map(([name, value]) => [name, String(value)]);
        const result = await simulate({
          ...{ action, github, job, inputs: Object.fromEntries(texts) },
          files: { [FILE]: text(share), ...(workflow.on ? { [WORKFLOW]: stringify(workflow) } : {}) },
          jobEnv: { GITHUB_WORKFLOW_REF: `o/r/${WORKFLOW}@refs/pull/7/merge`, ...jobEnv },
          ...rest,
        });
        const warnings = Object.values(result.steps)
          .flatMap(({ commands }) => commands)
          .filter(({ name }) => name === 'warning');
        expect(warnings).toEqual([]);
        results.push(result);
      }
    }
    return { results, github };
  } finally {
    await github.stop();
  }
}

const mergeGroup = {
  name: 'merge_group',
  payload: {
    merge_group: { head_sha: HEAD, base_sha: BASE, base_ref: 'refs/heads/main' },
    repository: { id: 1, default_branch: 'main' },
  },
};

describe.concurrent('the workflows of the guides, as they are printed', () => {
  test.each([
    [75, 'pass', 'success'],
    [50, 'regression', 'failure'],
  ] as const)(
    'merge-queue: of a candidate that answers %i %%: %s on both events',
    async (share, verdict, outcome) => {
      const [workflow = expect.unreachable()] = await workflowsIn('merge-queue');
      for (const event of [pullRequest(), mergeGroup]) {
        const { results, github } = await runWorkflow(workflow, share, { event });
        expect(results.map(({ outputs }) => outputs.verdict)).toEqual([verdict]);
        expect(results.map((result) => result.outcome)).toEqual([outcome]);
        expect(github.comments).toHaveLength(event.name === 'pull_request' ? 1 : 0);
        expect(results[0]?.steps.report?.summary).toContain(verdict.toUpperCase());
      }
    },
  );

  test('gpu-machine: the first job evaluates, the second judges and comments', async () => {
    const [workflow = expect.unreachable()] = await workflowsIn('gpu-machine');
    const { results, github } = await runWorkflow(workflow, 50, { jobEnv: { HF_HOME: '/models' } });
    expect(results.map((result) => result.outcome)).toEqual(['success', 'failure']);
    expect(results[1]?.outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
    expect(github.comments).toHaveLength(1);
  });

  test('forks: what the one leaves the other reports, and it is found by its name', async () => {
    const [evaluate = expect.unreachable(), reporting = expect.unreachable()] = await workflowsIn('forks');
    expect(reporting.on?.workflow_run?.workflows).toEqual([evaluate.name]);
    const event = pullRequest({ fork: true });
    const { results, github } = await runWorkflow(evaluate, 50, { event });
    expect(results.map((result) => result.outcome)).toEqual(['success']);
    expect(github.writes()).toEqual([]);
    const [artifact = expect.unreachable()] = github.artifacts.filter(({ name }) => name.includes('-run-'));
    const [job = expect.unreachable()] = Object.values(reporting.jobs);
    const { with: inputs = {} } = job.steps.find(({ uses }) => uses.startsWith('weighbridge/')) ?? {};
    const { outputs, github: later } = await report({
      action,
      headConfig: text(50),
      inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)])),
      fill: (workspace) => {
        writeRun(join(workspace, String(inputs.baseline)), 'baseline', 400, (index) => index % 100 < 75);
      },
      prepare: (fake) => {
        fake.artifacts = [];
        fake.addArtifact(artifact.name, artifact.content, { runId: 4200, headRepositoryId: 2 });
      },
    });
    expect(outputs, later.comments[0]?.body).toMatchObject({ verdict: 'regression', blocked: 'true' });
    expect(later.comments[0]?.body).toContain('**Untrusted samples:**');
    expect(later.comments[0]?.body).toContain(` --baseline ${inputs.baseline}\n`);
    expect(later.checks).toMatchObject([{ conclusion: 'failure' }]);
  });

  test('waivers: the file waives until its day, and what is printed of the policy says how far that may be', async () => {
    const printed = await yamlIn('waivers');
    const file = printed.find((each) => (each as { waivers?: unknown }).waivers) as {
      waivers: { gate: string; by: string }[];
    };
    const policy = printed.find((each) => (each as { policy?: unknown }).policy) as object;
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const [waiver = expect.unreachable()] = file.waivers;
    const judge = (expires: string) => {
      const waivers = stringify({ ...file, waivers: [{ ...waiver, expires }] });
      const own = `# candidate 50\n${stringify({ ...(parse(text(50)) as object), ...policy })}`;
      return simulate({
        action,
        files: { [FILE]: own },
        base: { [FILE]: own, 'weighbridge-waivers.yml': waivers },
      });
    };
    const { outcome, outputs } = await judge(day(30));
    expect(outcome).toBe('success');
    expect(outputs).toMatchObject({ verdict: 'regression', blocked: 'false' });
    expect(outputs.summary).toContain(`Waived by ${waiver.by} until ${day(30)}.`);
    expect((await judge(day(31))).outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
  });

  test('waivers: the label, with a comment of whoever set it that begins with its text', async () => {
    const page = await readFile('docs/how-to/waivers.md', 'utf8');
    const [, label = ''] = /sets the label `(weighbridge:waive [^`]+)`/.exec(page) ?? [];
    const set = (permission: string, said: string) =>
      simulate({
        ...{ action, files: { [FILE]: text(50) } },
        prepare: (github) => {
          github.labels = [{ name: label, actor: 'ada', at: '2026-11-20T12:00:00Z' }];
          github.push = { after: HEAD, timestamp: '2026-11-20T11:00:00Z' };
          github.permissions.set('ada', [permission, 'write']);
          github.addComment(said, 'ada');
        },
      });
    const { outputs } = await set('maintain', `${label} the new tokenizer costs two points`);
    expect(outputs).toMatchObject({ verdict: 'regression', blocked: 'false' });
    expect((await set('write', `${label} reason`)).outputs).toMatchObject({ blocked: 'true' });
    expect((await set('maintain', label)).outputs).toMatchObject({ blocked: 'true' });
  });
});
