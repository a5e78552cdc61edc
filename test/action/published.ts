import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readInputs } from '../../src/action/inputs.ts';
import { fileDigest, type PlanFile, writePlan } from '../../src/action/plan-file.ts';
import { reportPlan } from '../../src/action/report/report-plan.ts';
import type { AnnotationProperties, Core } from '../../src/action/runtime.ts';
import { readWorkflowRun } from '../../src/action/workflow-run.ts';
import type { RetryLimits } from '../../src/adapters/github/retry-budget.ts';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import type { ShownSamples } from '../../src/core/domain/shown-samples.ts';
import { config, HEAD } from '../simulator/simulate.ts';
import { planFile } from './plan.ts';

/** What the step `report` said. */
export interface Said {
  readonly outputs: Record<string, string>;
  readonly annotations: {
    readonly level: string;
    readonly message: string;
    readonly place: AnnotationProperties;
  }[];
}

export interface Report {
  /** A folder of the test's own; what several reports share is that they run in it. */
  readonly folder: string;
  readonly apiUrl: string;
  readonly verdict: VerdictFile;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly issue?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly plan?: Pick<PlanFile, 'directory'>;
  readonly policy?: PlanFile['policy'];
  /** Number of the check that waits for the verdict. */
  readonly check?: number;
  readonly draw?: Omit<PlanFile['draw'], 'order'>;
  readonly order?: PlanFile['draw']['order'];
  readonly limits?: RetryLimits;
  /** In place of a judgement that comes to the verdict. */
  readonly judge?: () => Promise<VerdictFile>;
  readonly samples?: ShownSamples;
}

export const QUICK: RetryLimits = {
  ...{ totalMs: 5000, requestMs: 2000, waitMs: 5, settleMs: 20, uploadMs: 5000 },
};

/** `reportPlan` changes the directory of the process, which tests share. */
const HOME = process.cwd();

/** Runs the step `report` in this process: after an evaluation, with a verdict in place of the judgement. */
export async function report(given: Report): Promise<Said & { readonly summary: string }> {
  const { folder, apiUrl, verdict, inputs = {}, issue = 7 } = given;
  const root = await mkdtemp(join(folder, 'report-'));
  const out = join(root, 'run');
  await mkdir(out);
  await writeFile(join(out, 'samples.jsonl'), '{"id":"1"}\n');
  await writeFile(join(root, 'weighbridge.yml'), config('pass'));
  const base = { sha: 'b'.repeat(40), repo: { id: 1 } };
  const event = { pull_request: { number: issue, head: { sha: HEAD, repo: { id: 1 } }, base } };
  const said: Said = { outputs: {}, annotations: [] };
  const [path, plan, summary] = ['weighbridge.yml', 'plan.json', 'summary.md'].map((name) =>
    join(root, name),
  ) as [string, string, string];
  const { 'github-token': token = '', ...parsed } = readInputs(
    JSON.stringify({ 'github-token': 't', ...inputs }),
  );
  const env = {
    ...{ WEIGHBRIDGE_TOKEN: token, WEIGHBRIDGE_PLAN: plan, WEIGHBRIDGE_EVALUATE_ENDING: 'finished' },
    ...{ WEIGHBRIDGE_EVALUATE_OUTCOME: 'success', GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '42' },
    ...{ GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: 'c'.repeat(40) },
    ...{ GITHUB_API_URL: apiUrl, GITHUB_STEP_SUMMARY: summary },
    ...given.env,
  };
  const digest = await writePlan(
    plan,
    planFile({
      ...{ directory: folder, out, inputs: parsed, started: new Date().toISOString() },
      config: { path, sha256: await fileDigest(path) },
      run: readWorkflowRun(env, parsed, event),
      ...given.plan,
      ...(given.policy === undefined ? {} : { policy: given.policy }),
      ...(given.check === undefined ? {} : { check: given.check }),
      ...(given.draw === undefined
        ? {}
        : { draw: { ...given.draw, order: given.order ?? { fresh: 1, earlier: {} } } }),
    }),
  );
  await writeFile(summary, '');
  const log = { info: () => {}, warn: () => {}, progress: () => {} };
  try {
    await reportPlan(
      { env: { ...env, WEIGHBRIDGE_PLAN_DIGEST: digest }, core: recorder(said) },
      async () => ({
        verdict: (await given.judge?.()) ?? verdict,
        samples: () => given.samples ?? null,
        speeds: () => [],
      }),
      log,
      given.limits ?? QUICK,
    );
  } finally {
    process.chdir(HOME);
  }
  return { ...said, summary: await readFile(summary, 'utf8') };
}

function recorder({ outputs, annotations }: Said): Core {
  const record =
    (level: string) =>
    (message: string, place: AnnotationProperties = {}) => {
      annotations.push({ level, message, place });
    };
  return {
    setOutput: (name, value) => {
      outputs[name] = value;
    },
    notice: record('notice'),
    warning: record('warning'),
    error: record('error'),
  };
}
