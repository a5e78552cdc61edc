import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandFiles, execute, parseActionFile, type StepResult } from './composite.ts';
import { textOfToken } from './expressions.ts';
import { FakeGitHub } from './fake-github.ts';
import { runtimeToken } from './runtime-token.ts';
import { TOKEN } from './simulate.ts';

export interface ReportJob {
  /** Folder with `report/action.yml` and `dist/`, see `buildAction`. */
  readonly action: string;
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly inputs?: Readonly<Record<string, string>>;
  /** The checkout of the job: the default branch, never the pull request. */
  readonly fill?: (workspace: string) => Promise<void> | void;
  readonly prepare?: (github: FakeGitHub) => void;
  readonly inspect?: (temp: string) => Promise<void>;
}

/** One use of `report/action.yml` as the runner starts a JavaScript action: inputs as variables, tokens at hand. */
export async function reportJob(job: ReportJob): Promise<StepResult & { readonly github: FakeGitHub }> {
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge report #'));
  const github = await new FakeGitHub().start();
  try {
    const [workspace, temp] = [join(folder, 'workspace'), join(folder, 'temp')];
    for (const path of [workspace, temp]) await mkdir(path);
    await job.fill?.(workspace);
    job.prepare?.(github);
    const eventPath = join(temp, 'event.json');
    await writeFile(eventPath, JSON.stringify(job.event.payload));
    const file = await readFile(join(job.action, 'report/action.yml'), 'utf8');
    const { template, errors } = parseActionFile(file);
    if (errors.length > 0 || !('main' in template.runs))
      throw new Error(`not a JavaScript action: ${errors}`);
    const inputs = (template.inputs ?? []).map(({ id, default: fallback }) => {
      const context = { github: { token: TOKEN } };
      const text =
        fallback === undefined ? '' : textOfToken(fallback, context, { failed: false, cancelled: false });
      return [`INPUT_${id.toUpperCase()}`, job.inputs?.[id] ?? text];
    });
    const files = await commandFiles(temp, 0);
    const env = {
      ...{ PATH: process.env.PATH ?? '', HOME: temp, CI: 'true', GITHUB_ACTIONS: 'true' },
      ...{
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_RUN_ID: '900',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_SHA: 'd'.repeat(40),
      },
      ...{ GITHUB_WORKFLOW: 'report', GITHUB_JOB: 'report', GITHUB_SERVER_URL: 'https://github.com' },
      ...{ GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: `${github.url}/graphql` },
      ...{ GITHUB_EVENT_NAME: job.event.name, GITHUB_EVENT_PATH: eventPath },
      ...{ GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp },
      ...{ ACTIONS_RUNTIME_TOKEN: runtimeToken(), ACTIONS_RESULTS_URL: github.url },
      ...files,
      ...Object.fromEntries(inputs),
    };
    const main = join(job.action, 'report', String(template.runs.main));
    const result = await execute(process.execPath, [main], env, workspace, files);
    await job.inspect?.(temp);
    return { ...result, github };
  } finally {
    await github.stop();
    await rm(folder, { recursive: true });
  }
}
