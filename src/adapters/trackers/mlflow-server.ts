import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { parseJson } from '../../core/domain/json.ts';
import { shortLine } from '../../core/domain/short-line.ts';
import { openResponse, type RequestLimits, request } from '../http/client.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** MLflow's REST API 2.0 on one server. Whatever it refuses, or answers otherwise than MLflow does, is a `platform` error. */
export interface MlflowServer {
  /** Its address, without what signs us in. */
  readonly url: string;
  readonly ask: <T>(method: 'GET' | 'POST', call: string, answer: z.ZodType<T>, fields: object) => Promise<T>;
  /** @param path from the root of the artifacts that the server hands out */
  readonly putArtifact: (path: string, body: Uint8Array) => Promise<void>;
  /** An answer whose body is still to be read, and counted by whoever reads it. */
  readonly getArtifact: (path: string, limits: Pick<RequestLimits, 'totalMs'>) => Promise<Response>;
  /** What a folder of artifacts holds. */
  readonly listArtifacts: (path: string) => Promise<readonly ArtifactEntry[]>;
}

const artifactEntry = z.object({
  path: z.string().max(4000),
  is_dir: z.boolean().default(false),
  // 64-bit integers are texts in the JSON of protocol buffers.
  file_size: z.coerce.number().int().min(0).default(0),
});
export type ArtifactEntry = z.output<typeof artifactEntry>;
const listing = z.object({ files: z.array(artifactEntry).max(20_000).default([]) });

/** @throws WeighbridgeError `usage` for what is no address of a server */
export function mlflowServer(to: string, environment: Environment): MlflowServer {
  const { url, signedIn } = serverOf(to, environment);
  const send = async (path: string, init: RequestInit) => {
    const sent = { ...init, headers: { ...signedIn, ...init.headers } };
    const response = await told(url, () => request(`${url}/api/2.0/${path}`, sent));
    if (!response.ok) throw refused(url, response.status, await response.text());
    return response;
  };
  const ask: MlflowServer['ask'] = async (method, call, answer, fields) => {
    const query = method === 'GET' ? `?${new URLSearchParams(Object.entries(fields))}` : '';
    const response = await send(`${call}${query}`, {
      ...{ method, headers: { 'content-type': 'application/json' } },
      ...(method === 'GET' ? {} : { body: JSON.stringify(fields) }),
    });
    const text = await response.text();
    const parsed = answer.safeParse(text === '' ? {} : parsedJson(text));
    if (parsed.success) return parsed.data;
    throw refused(url, response.status, `an answer to ${call} that is none of MLflow's`);
  };
  const artifact = (path: string) =>
    `mlflow-artifacts/artifacts/${path.split('/').map(encodeURIComponent).join('/')}`;
  return {
    ...{ url, ask },
    putArtifact: async (path, body) =>
      void (await send(artifact(path), { method: 'PUT', body: body as never })),
    async getArtifact(path, limits) {
      const address = `${url}/api/2.0/${artifact(path)}`;
      const response = await told(url, () => openResponse(address, { headers: signedIn }, limits));
      if (response.ok) return response;
      await response.body?.cancel();
      throw refused(url, response.status, `no artifact ${path}`);
    },
    async listArtifacts(path) {
      return (await ask('GET', 'mlflow-artifacts/artifacts', listing, { path })).files;
    },
  };
}

/** The token, or the name and password, are MLflow's own variables; a name in the address is one too. */
function serverOf(to: string, environment: Environment) {
  const address = URL.parse(to);
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw new WeighbridgeError('usage', 'what MLFLOW_TRACKING_URI or --to names is no server', {
      fix: 'give its address, such as https://mlflow.example.com; `mlflow server` serves what lies in a folder or database',
    });
  }
  const { MLFLOW_TRACKING_TOKEN: token } = environment;
  const user = environment.MLFLOW_TRACKING_USERNAME || decodeURIComponent(address.username);
  const password = environment.MLFLOW_TRACKING_PASSWORD || decodeURIComponent(address.password);
  const basic = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const signedIn: Record<string, string> = token
    ? { authorization: `Bearer ${token}` }
    : user === ''
      ? {}
      : { authorization: basic };
  return { url: `${address.origin}${address.pathname}`.replace(/\/+$/, ''), signedIn };
}

/** Null for what is no JSON, or says a key twice. */
function parsedJson(text: string): unknown {
  try {
    return parseJson(text, { file: 'answer' });
  } catch {
    return null;
  }
}

async function told<T>(url: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw new WeighbridgeError('platform', `MLflow at ${url} could not be reached: ${messageOf(cause)}`, {
      cause,
      fix: 'check the address, and that the server runs: `mlflow server`',
    });
  }
}

const refused = (url: string, status: number, said: string): WeighbridgeError =>
  new WeighbridgeError('platform', `MLflow at ${url} says HTTP ${status}: ${shortLine(said, 300)}`, {
    fix:
      status === 404
        ? 'look in MLflow for its id or name, and whether this is the server that has it'
        : 'check MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, and what they may read and write',
  });
