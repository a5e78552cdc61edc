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
  readonly job: MatrixJob;
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

/** The inputs that tell several gates of one workflow apart. */
type GateInputs = Pick<ActionInputs, 'working-directory' | 'config' | 'comment-key'>;

/**
 * @param payload of the event
 * @throws WeighbridgeError `platform` when the runner's variables or the payload are missing or odd
 */
export function readWorkflowRun(env: RunnerEnvironment, inputs: GateInputs, payload: unknown): WorkflowRun {
  const event = readEvent(requiredVariable(env, 'GITHUB_EVENT_NAME'), payload, env.GITHUB_SHA ?? null);
  const repository = readRepository(env.GITHUB_REPOSITORY);
  const runId = Number(requiredVariable(env, 'GITHUB_RUN_ID'));
  return {
    ...{ repository, event, runId },
    attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1),
    runUrl: runUrlOf(env, repository, runId),
    apiUrl: apiUrlOf(env),
    key: inputs['comment-key'] ?? defaultKey(env, inputs),
    job: matrixJob(env, inputs),
  };
}

export function runUrlOf(env: RunnerEnvironment, { owner, name }: Repository, runId: number): string {
  return `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${owner}/${name}/actions/runs/${runId}`;
}

const digest = (parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

/** The same for every run of this gate, and for all jobs of its matrix. */
export const defaultKey = (env: RunnerEnvironment, inputs: GateInputs): string =>
  digest([env.GITHUB_WORKFLOW, env.GITHUB_JOB, inputs['working-directory'], inputs.config]);

const MOST_JOBS = 256;
/** Code points. The marker of a comment holds all labels, and has to leave room for what is said. */
const labelLength = (jobs: number) => (jobs > 64 ? 20 : 60);

function matrixJob(env: RunnerEnvironment, inputs: GateInputs): MatrixJob {
  const matrix: unknown = JSON.parse(env.WEIGHBRIDGE_MATRIX || 'null');
  const total = Number(env.WEIGHBRIDGE_JOB_TOTAL || 1);
  const expected = Number.isInteger(total) && total >= 1 && total <= MOST_JOBS ? total : 1;
  // Jobs of a matrix may have other configs: those are told apart all the same.
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

/** Tells the artifacts of a matrix apart. */
export const jobLabel = ({ job }: WorkflowRun): readonly string[] => (job.expected > 1 ? [job.id] : []);
