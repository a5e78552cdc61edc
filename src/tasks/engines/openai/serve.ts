import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { isAbsolute } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { request } from '../../../adapters/http/client.ts';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { killGroup, LEADS_GROUP } from '../../../adapters/process/kill-group.ts';
import { killWithParent } from '../../../adapters/process/kill-with-parent.ts';
import { isProgram, programOnPath } from '../../../adapters/process/program.ts';
import { Tail } from '../../../adapters/process/tail.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { EngineDied } from '../engine.ts';
import type { Address } from './endpoint.ts';
import type { ServeOptions } from './options.ts';

/** What a server of ours has to be told. */
export interface Serving {
  readonly checkpoint: string;
  readonly adapter: string | null;
  /** Where the command runs. */
  readonly directory: string;
}

/** A server that this process started. */
export interface OwnServer {
  readonly address: Address;
  /** Aborted with the reason when the server ends by itself. */
  readonly ended: AbortSignal;
  /** Ends it with everything that it started. */
  close(): Promise<void>;
}

const NAME = 'weighbridge';
const LOG_BYTES = 16_384;
const LOG_LINES = 20;
const ASK_EVERY_MS = 250;
const ASK_MS = 5_000;
const GRACE_MS = 10_000;

const listed = z.object({ data: z.array(z.object({ id: z.string() })).min(1) });

/** @throws WeighbridgeError `engine` for a program that is not there; a path from the config's own folder is seen when it starts */
export async function requireProgram({ command: [file = ''] }: ServeOptions): Promise<void> {
  if (process.platform === 'win32' || /[{}]/.test(file)) return;
  if (isAbsolute(file)) {
    if (!(await isProgram(file))) throw cannotStart(file, 'there is no program');
  } else if (!file.includes('/') && (await programOnPath(file, process.env)) === null) {
    throw cannotStart(file, 'no folder of the PATH has it');
  }
}

/**
 * Starts the config's command with one checkpoint and waits until it answers. The command sees the allow-listed environment: no
 * token, and not the key of an endpoint.
 * @throws WeighbridgeError `engine` with the end of its log where it does not start or does not become ready
 */
export async function startServer(
  { command, ready_seconds: seconds, path }: ServeOptions,
  serving: Serving,
  signal: AbortSignal,
): Promise<OwnServer> {
  const port = await freePort();
  const filled = command.map((word) => fill(word, { ...serving, port }));
  const [file = '', ...args] = filled;
  const env = childEnvironment(process.env, ['base', 'network', 'harness', 'cluster']);
  const started = await killWithParent({ file, args, cwd: serving.directory, env });
  signal.throwIfAborted();
  const tail = new Tail(LOG_BYTES);
  const child = spawn(started.file, started.args, {
    ...{ cwd: started.cwd, env: started.env, stdio: ['ignore', 'pipe', 'pipe'], ...LEADS_GROUP },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => tail.push(chunk));
  const end = new AbortController();
  const log = () => {
    const lines = tail.text().trimEnd().split('\n').slice(-LOG_LINES);
    return lines.join('') === '' ? 'It printed nothing.' : `The end of its log:\n  ${lines.join('\n  ')}`;
  };
  child.once('error', (cause) => end.abort(cannotStart(file, cause.message, cause)));
  child.once('close', (code, by) =>
    end.abort(new EngineDied(`the server of serve ended with ${by ?? `code ${code}`}. ${log()}`)),
  );
  const close = () => stop(child);
  try {
    const url = `http://127.0.0.1:${port}${path}`;
    const stopped = AbortSignal.any([signal, end.signal]);
    const id = await ready(`${url}/models`, seconds, stopped, log);
    const model = command.some((word) => word.includes('{model}')) ? NAME : id;
    return { address: { url, model }, ended: end.signal, close };
  } catch (error) {
    await close();
    signal.throwIfAborted();
    if (!(error instanceof EngineDied)) throw error;
    throw new WeighbridgeError('engine', error.message, {
      fix: 'run the command by hand, and correct engine.serve.command or the machine',
    });
  }
}

function fill(word: string, { checkpoint, adapter, port }: Serving & { readonly port: number }): string {
  const values: Readonly<Record<string, string | null>> = {
    ...{ checkpoint, adapter, port: String(port), model: NAME },
  };
  return word.replace(/\{(checkpoint|adapter|port|model)\}/g, (_, name: string) => {
    const value = values[name] ?? null;
    if (value !== null) return value;
    throw new WeighbridgeError('config', `serve.command names {${name}}, and this side has none`, {
      fix: 'name both sides as {base, adapter}, or take it out of the command',
    });
  });
}

/** Nobody holds it now; a server that finds it taken ends, and says so in its log. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** @returns the name of the first model that it lists */
async function ready(url: string, seconds: number, stopped: AbortSignal, log: () => string): Promise<string> {
  const until = Date.now() + seconds * 1000;
  for (let wait = ASK_EVERY_MS; Date.now() < until; wait = Math.min(wait * 1.2, 2000)) {
    stopped.throwIfAborted();
    const id = await ask(url, stopped);
    if (id !== null) return id;
    // An abort is seen above.
    await sleep(wait, undefined, { signal: stopped }).catch(() => undefined);
  }
  throw new WeighbridgeError('engine', `the server of serve was not ready within ${seconds} s. ${log()}`, {
    fix: 'raise engine.serve.ready_seconds, or look at why it takes so long',
  });
}

async function ask(url: string, stopped: AbortSignal): Promise<string | null> {
  try {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(ASK_MS)]);
    // A server on this machine is not behind a proxy.
    const response = await request(url, { signal, redirect: 'error' }, { bytes: 2 ** 20 }, {});
    return response.ok ? (listed.safeParse(await response.json()).data?.data[0]?.id ?? null) : null;
  } catch {
    return null;
  }
}

/** Asks it to end, and then ends what is left of its group. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    killGroup(child.pid, 'SIGTERM');
    await Promise.race([exit, sleep(GRACE_MS, undefined, { ref: false })]);
  }
  killGroup(child.pid);
}

const cannotStart = (file: string, why: string, cause?: Error) =>
  new WeighbridgeError('engine', `serve cannot start ${JSON.stringify(file)}: ${why}`, {
    fix: 'install it on the machine that evaluates, or give its full path in engine.serve.command',
    cause,
  });
