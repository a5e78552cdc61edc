import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Repository, readEvent, readRepository, type WorkflowEvent } from '../adapters/github/event.ts';
import { canonicalJson } from '../core/domain/canonical-json.ts';
import { truncate } from '../report/escape.ts';
import type { ActionInputs } from './inputs.ts';
import { type RunnerEnvironment, requiredVariable } from './runtime.ts';

/** Which run of which workflow this is. */
export interface WorkflowRun {
  readonly repository: Repository;
  readonly event: WorkflowEvent;
  readonly runId: number;
  readonly attempt: number;
  readonly runUrl: string;
  readonly apiUrl: string;
  /** Tells several gates of one pull request apart. */
  readonly key: string;
  readonly leg: MatrixJob;
}

/** Which of the jobs that share a comment this is. */
export interface MatrixJob {
  /** The same in every run. */
  readonly id: string;
  /** For people; written by the workflow's author, or by whoever made a dynamic matrix. */
  readonly label: string;
  /** Jobs of the matrix, 1 where there is none. */
  readonly expected: number;
}

/** @throws WeighbridgeError `platform` when the runner's variables are missing or odd */
export async function readWorkflowRun(env: RunnerEnvironment, inputs: ActionInputs): Promise<WorkflowRun> {
  const repository = readRepository(env.GITHUB_REPOSITORY);
  const runId = Number(requiredVariable(env, 'GITHUB_RUN_ID'));
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  return {
    repository,
    event: await readEventOf(env),
    runId,
    attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1),
    runUrl: `${server}/${repository.owner}/${repository.name}/actions/runs/${runId}`,
    apiUrl: apiUrlOf(env),
    key: inputs['comment-key'] ?? defaultKey(env, inputs),
    leg: legFacts(env, inputs),
  };
}

const digest = (parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

/** The same for every run of this gate, and for all legs of its matrix. */
export const defaultKey = (
  env: RunnerEnvironment,
  inputs: Pick<ActionInputs, 'working-directory' | 'config'>,
): string => digest([env.GITHUB_WORKFLOW, env.GITHUB_JOB, inputs['working-directory'], inputs.config]);

const MOST_LEGS = 256;
/** Code points. The marker of a comment holds all labels, and has to leave room for what is said. */
const labelLength = (legs: number) => (legs > 64 ? 20 : 60);

function legFacts(env: RunnerEnvironment, inputs: ActionInputs): MatrixJob {
  const matrix: unknown = JSON.parse(env.WEIGHBRIDGE_MATRIX || 'null');
  const total = Number(env.WEIGHBRIDGE_JOB_TOTAL || 1);
  const expected = Number.isInteger(total) && total >= 1 && total <= MOST_LEGS ? total : 1;
  // Legs of a matrix may have other configs: those are one leg a cell all the same.
  const own = [env.GITHUB_JOB, inputs['working-directory'], inputs.config];
  return {
    id: digest([canonicalJson(matrix), ...own]),
    label: truncate(labelOf(matrix) || inputs.config, labelLength(expected)),
    expected,
  };
}

/** `size=7b suite=mmlu`; only what is a plain value. */
function labelOf(matrix: unknown): string {
  if (typeof matrix !== 'object' || matrix === null) return '';
  const plain = Object.entries(matrix).filter(([, value]) => typeof value !== 'object');
  return plain.map(([name, value]) => `${name}=${value}`).join(' ');
}

export const apiUrlOf = (env: RunnerEnvironment): string => env.GITHUB_API_URL ?? 'https://api.github.com';

/** The payload of the event, as the runner has stored it. */
export async function readPayload(env: RunnerEnvironment): Promise<unknown> {
  return JSON.parse(await readFile(requiredVariable(env, 'GITHUB_EVENT_PATH'), 'utf8'));
}

/** @throws WeighbridgeError `platform` when the payload is not what GitHub documents */
export async function readEventOf(env: RunnerEnvironment): Promise<WorkflowEvent> {
  return readEvent(
    requiredVariable(env, 'GITHUB_EVENT_NAME'),
    await readPayload(env),
    env.GITHUB_SHA ?? null,
  );
}
