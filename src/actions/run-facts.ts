import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Repository, readEvent, readRepository, type WorkflowEvent } from '../github/event.ts';
import { type Environment, required } from './host.ts';
import type { ActionInputs } from './inputs.ts';

/** Which run of which workflow this is. */
export interface RunFacts {
  readonly repository: Repository;
  readonly event: WorkflowEvent;
  readonly runId: number;
  readonly attempt: number;
  readonly runUrl: string;
  readonly apiUrl: string;
  /** Tells several gates of one pull request apart. */
  readonly key: string;
}

/** @throws WeighbridgeError `platform` when the runner's variables are missing or odd */
export async function readRunFacts(env: Environment, inputs: ActionInputs): Promise<RunFacts> {
  const repository = readRepository(env.GITHUB_REPOSITORY);
  const runId = Number(required(env, 'GITHUB_RUN_ID'));
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  return {
    repository,
    event: await readEventOf(env),
    runId,
    attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1),
    runUrl: `${server}/${repository.owner}/${repository.name}/actions/runs/${runId}`,
    apiUrl: apiUrlOf(env),
    key: inputs['comment-key'] ?? defaultKey(env, inputs),
  };
}

export const apiUrlOf = (env: Environment): string => env.GITHUB_API_URL ?? 'https://api.github.com';

/** The payload of the event, as the runner has stored it. */
export async function readPayload(env: Environment): Promise<unknown> {
  return JSON.parse(await readFile(required(env, 'GITHUB_EVENT_PATH'), 'utf8'));
}

/** @throws WeighbridgeError `platform` when the payload is not what GitHub documents */
export async function readEventOf(env: Environment): Promise<WorkflowEvent> {
  return readEvent(required(env, 'GITHUB_EVENT_NAME'), await readPayload(env), env.GITHUB_SHA ?? null);
}

/** The same for every run of this gate; legs of a matrix share it, and need a `comment-key` of their own. */
export function defaultKey(
  env: Environment,
  inputs: Pick<ActionInputs, 'working-directory' | 'config'>,
): string {
  const parts = [env.GITHUB_WORKFLOW, env.GITHUB_JOB, inputs['working-directory'], inputs.config];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
