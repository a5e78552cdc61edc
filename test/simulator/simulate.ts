import { Buffer } from 'node:buffer';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompositeResult, runComposite, type Scenario } from './composite.ts';
import { FakeGitHub } from './fake-github.ts';
import { runtimeToken } from './runtime-token.ts';

export const HEAD = 'a'.repeat(40);
export const BASE = 'b'.repeat(40);

/** A secret that the caller's job hands to every step with `env:`. */
export const JOB_SECRET = 'job-secret-5c2f';
export const TOKEN = 'github-token-91ab';

/** A real config, since `prep` reads it; its first line tells the stand-in what is to happen. */
export const config = (scenario: string) => `# ${scenario}
version: 1
tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl, doc_to_text: 'x' }
gates: [{ metric: facts/acc, max_drop: 2pp }]
`;

export function pullRequest({ fork = false } = {}) {
  const owner = { login: fork ? 'stranger' : 'o' };
  const head = { sha: HEAD, ref: 'feature', repo: { id: fork ? 2 : 1, name: 'r', owner } };
  const base = { sha: BASE, ref: 'main', repo: { id: 1 } };
  const payload = { action: 'synchronize', pull_request: { number: 7, state: 'open', head, base } };
  return { name: 'pull_request', payload };
}

/** As the runner says it: the payload tells of pushes and dispatches, all others but pull requests run on the default branch. */
function refOf(payload: unknown): string {
  const { ref, pull_request } = payload as { readonly ref?: unknown; readonly pull_request?: unknown };
  if (pull_request !== undefined) return 'refs/pull/7/merge';
  return typeof ref === 'string' ? ref : 'refs/heads/main';
}

export interface Simulation {
  /** Folder with `action.yml` and `dist/`, see `buildAction`. */
  readonly action: string;
  /** Path in the workspace to content. */
  readonly files: Readonly<Record<string, string>>;
  /** Puts more into the workspace. */
  readonly fill?: (workspace: string) => Promise<void>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: Scenario['event'];
  /** The config and whatever else GitHub says the base branch has; the same files as the workspace unless given. */
  readonly base?: Readonly<Record<string, string>>;
  readonly prepare?: (github: FakeGitHub) => void;
  readonly jobEnv?: Readonly<Record<string, string>>;
  readonly runId?: number;
  readonly attempt?: number;
  readonly matrix?: Scenario['matrix'];
  readonly job?: string;
  /** A GitHub that an earlier run has left; stopped by whoever gave it. */
  readonly github?: FakeGitHub;
  /** Called while files and fake are still there. */
  readonly inspect?: (facts: { readonly temp: string; readonly github: FakeGitHub }) => Promise<void> | void;
}

/** Each job of a matrix is one of its own to the service of artifacts, which takes so many of each. */
const backendId = (matrix: Simulation['matrix']): string | undefined =>
  matrix === undefined ? undefined : Buffer.from(JSON.stringify(matrix.values)).toString('hex');

export interface Simulated extends CompositeResult {
  readonly github: FakeGitHub;
}

/** One use of the action in a job on a pull request, against a GitHub on the loopback. */
export async function simulate(simulation: Simulation): Promise<Simulated> {
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge simulation #'));
  const github = simulation.github ?? (await new FakeGitHub().start());
  try {
    const [workspace, temp] = [join(folder, 'workspace'), join(folder, 'temp')];
    await chmod(folder, 0o755);
    await mkdir(workspace);
    await mkdir(temp);
    for (const [path, content] of Object.entries(simulation.files)) {
      await mkdir(join(workspace, path, '..'), { recursive: true });
      await writeFile(join(workspace, path), content);
    }
    await simulation.fill?.(workspace);
    github.mergeBase = BASE;
    github.branches.set('main', BASE);
    github.commits.set(BASE, simulation.base ?? simulation.files);
    github.commits.set(HEAD, simulation.files);
    // What GitHub checks out of a pull request is their merge, and of any other event the commit itself.
    github.commits.set('c'.repeat(40), simulation.files);
    github.pulls = [pullRequest().payload.pull_request];
    simulation.prepare?.(github);
    const result = await runComposite({
      action: simulation.action,
      workspace,
      temp,
      inputs: simulation.inputs ?? {},
      event: simulation.event ?? pullRequest(),
      ...(simulation.matrix === undefined ? {} : { matrix: simulation.matrix }),
      runner: {
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_RUN_ID: String(simulation.runId ?? 42),
        GITHUB_RUN_ATTEMPT: String(simulation.attempt ?? 1),
        GITHUB_SHA: 'c'.repeat(40),
        GITHUB_REF: refOf((simulation.event ?? pullRequest()).payload),
        GITHUB_WORKFLOW: 'gate',
        GITHUB_JOB: simulation.job ?? 'evals',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_API_URL: github.url,
        GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      },
      runtime: {
        ACTIONS_RUNTIME_TOKEN: runtimeToken(simulation.runId, backendId(simulation.matrix)),
        ACTIONS_RESULTS_URL: github.url,
      },
      jobEnv: { JOB_SECRET, HF_TOKEN: 'hf-token', CUDA_VISIBLE_DEVICES: '0', ...simulation.jobEnv },
      token: TOKEN,
    });
    await simulation.inspect?.({ temp, github });
    return { ...result, github };
  } finally {
    if (simulation.github === undefined) await github.stop();
    await rm(folder, { recursive: true });
  }
}
