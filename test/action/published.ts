import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PlanFile, planFileDigest, writePlan } from '../../src/action/plan-file.ts';
import { publish } from '../../src/action/report/publish.ts';
import type { AnnotationProperties, Core } from '../../src/action/runtime.ts';
import type { RetryLimits } from '../../src/adapters/github/retry-budget.ts';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import { config, HEAD } from '../simulator/simulate.ts';

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
  readonly plan?: Partial<PlanFile>;
  readonly patience?: RetryLimits;
  /** In place of a judgement that comes to the verdict. */
  readonly judge?: () => Promise<{ readonly verdict: VerdictFile }>;
}

export const QUICK: RetryLimits = {
  ...{ totalMs: 5000, requestMs: 2000, waitMs: 5, settleMs: 20, uploadMs: 5000 },
};

/** `publish` changes the directory of the process, which tests share. */
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
  await writeFile(join(root, 'event.json'), JSON.stringify(event));
  const path = join(root, 'weighbridge.yml');
  const digest = await writePlan(join(root, 'plan.json'), {
    ...{
      version: 1,
      directory: folder,
      config: { path, sha256: await planFileDigest(path) },
      overrides: {},
      out,
    },
    ...{ phase: 'all', shard: null, timeoutMinutes: 5, envAllow: [], started: new Date().toISOString() },
    policy: { base: null, waivers: [], waiverPermission: 'maintain' },
    ...given.plan,
  });
  const said: Said = { outputs: {}, annotations: [] };
  const summary = join(root, 'summary.md');
  const env = {
    ...{ WEIGHBRIDGE_INPUTS: JSON.stringify({ 'github-token': 't', ...inputs }) },
    ...{ WEIGHBRIDGE_PLAN: join(root, 'plan.json'), WEIGHBRIDGE_PLAN_DIGEST: digest },
    ...{ WEIGHBRIDGE_EVALUATE_ENDING: 'finished' },
    ...{ WEIGHBRIDGE_EVALUATE_OUTCOME: 'success', GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '42' },
    ...{ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: join(root, 'event.json') },
    ...{ GITHUB_API_URL: apiUrl, GITHUB_STEP_SUMMARY: summary, GITHUB_SHA: 'c'.repeat(40) },
    ...given.env,
  };
  await writeFile(summary, '');
  const log = { info: () => {}, warn: () => {}, progress: () => {} };
  try {
    await publish(
      { env, core: recorder(said) },
      { judgePlan: given.judge ?? (async () => ({ verdict })) },
      log,
      given.patience ?? QUICK,
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
