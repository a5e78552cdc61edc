import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { thisMachine } from '../../../adapters/process/machine.ts';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import {
  describeModel,
  type ModelIdentity,
  type ModelSource,
  NOT_IDENTIFIED,
} from '../../../core/domain/model.ts';
import { NOT_RECORDED } from '../../../core/domain/sample.ts';
import { digestCheckpoint } from '../../checkpoints/digest.ts';
import { checkpointFiles, notOpened } from '../../checkpoints/files.ts';
import { watchFiles } from '../../checkpoints/unchanged.ts';
import { type Engine, type EngineEvents, type LoadedModel, Unconfirmed } from '../engine.ts';
import { TURNS } from './chat.ts';
import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialects.ts';
import { type Address, Endpoint } from './endpoint.ts';
import { Ledger } from './ledger.ts';
import { askInTexts, askInTokens } from './model.ts';
import type { OpenAiOptions } from './options.ts';
import { type Probed, probe } from './probe.ts';
import { type OwnServer, requireProgram, startServer } from './serve.ts';
import { findServer, type Server } from './server.ts';

/** A model behind an API of OpenAI's kind: one that somebody serves, or one that `serve` starts for a checkpoint. */
export const openAi: Engine<OpenAiOptions> = {
  async inspect(source, { serve }) {
    if (source.kind === 'endpoint') return;
    if (serve === undefined) {
      throw new WeighbridgeError(
        'config',
        `${describeModel(source)} is no endpoint, and the engine openai asks one`,
        { fix: 'write `{ url: http://localhost:8000/v1, model: NAME }`, or add `serve` to the engine' },
      );
    }
    requireWeights(source);
    await requireProgram(serve);
    await digestedFiles(source);
  },

  async open(source, options, events, signal) {
    const { serve } = options;
    if (source.kind === 'endpoint') {
      const ledger = ledgerOf(options);
      return openEndpoint(source, identified(source), options, { ledger, events, signal });
    }
    if (serve === undefined) throw new Error('a checkpoint without a server was opened');
    const { checkpoint, adapter } = requireWeights(source);
    const assertUnchanged = await watchFiles(await digestedFiles(source));
    const { identity } = await digestCheckpoint(source, { signal });
    const directory = events.directory ?? process.cwd();
    events.status(`serve: starting ${serve.command.join(' ')}`);
    const own = await startServer(serve, { checkpoint, adapter, directory }, signal);
    try {
      await assertUnchanged();
      const stop = AbortSignal.any([signal, own.ended]);
      const ledger = ledgerOf(options);
      const model = await openEndpoint(own.address, () => identity, options, {
        ...{ ledger, events, signal: stop, weights: checkpoint },
      });
      return { ...model, assertUnchanged, close: () => closeBoth(model, own) };
    } catch (error) {
      await own.close();
      signal.throwIfAborted();
      throw error;
    }
  },
};

async function closeBoth(model: Pick<LoadedModel, 'close'>, own: OwnServer): Promise<void> {
  try {
    await model.close();
  } finally {
    await own.close();
  }
}

/** All sides of one evaluation share its budget: a config's own object stands for it. */
const LEDGERS = new WeakMap<object, Ledger>();

function ledgerOf({ budget, price }: OpenAiOptions): Ledger {
  const ledger = (budget === undefined ? undefined : LEDGERS.get(budget)) ?? new Ledger(budget, price);
  if (budget !== undefined) LEDGERS.set(budget, ledger);
  return ledger;
}

function requireWeights(source: ModelSource): {
  readonly checkpoint: string;
  readonly adapter: string | null;
} {
  switch (source.kind) {
    case 'file':
    case 'folder':
      return { checkpoint: source.path, adapter: null };
    case 'adapter':
      return { checkpoint: source.base, adapter: source.adapter };
    case 'hub':
    case 'endpoint':
    case 'results':
      throw new WeighbridgeError(
        'config',
        `serve takes weights on this machine, and no ${describeModel(source)}`,
        {
          fix: 'name a file or a folder',
        },
      );
  }
}

/** Every file whose change would make it another checkpoint. */
async function digestedFiles(source: ModelSource): Promise<readonly string[]> {
  const { checkpoint, adapter } = requireWeights(source);
  const paths = adapter === null ? [checkpoint] : [checkpoint, adapter];
  const found = await Promise.all(
    paths.map(async (path) => {
      const entry = await stat(path).catch((cause: unknown) => {
        throw notOpened(path, cause);
      });
      return entry.isDirectory() ? (await checkpointFiles(path)).map((file) => file.path) : [path];
    }),
  );
  return found.flat();
}

interface Opening {
  readonly ledger: Ledger;
  readonly events: EngineEvents;
  readonly signal: AbortSignal;
  /** What the server was told to serve; absent where it is not ours. */
  readonly weights?: string;
}

type Identify = (server: Server, probed: Probed) => ModelIdentity;

/** Of an endpoint only what it says is known, and the identity says so: where it lies, its name, and how it answers. */
const identified =
  ({ url, model }: Address): Identify =>
  ({ serves }, { answer }) => ({
    source: `${model} at ${url} ${NOT_IDENTIFIED}`,
    digest: sha256(['endpoint', url, model, serves, answer]),
    ...{ adapter_digest: null, architecture: null, parameter_count: null, quantization: null },
  });

async function openEndpoint(
  address: Address,
  identify: Identify,
  options: OpenAiOptions,
  { ledger, events, signal, weights }: Opening,
): Promise<LoadedModel> {
  const closed = new AbortController();
  const stop = AbortSignal.any([signal, closed.signal]);
  const endpoint = new Endpoint(address, options, ledger, stop, events.firstTokens);
  const server = await findServer(endpoint);
  const evidence = weights === undefined ? '' : await requireServed(server, weights, events);
  const contextSize = contextOf(server, options, address.url);
  const dialect = await dialectOf(endpoint, server, options, weights);
  const turn = (text: string) => JSON.stringify([{ role: 'user', content: text }]);
  const probed = await probe(dialect, options.api === 'chat' ? turn : (text) => text);
  const { scoring, isRepeatable } = probed;
  const likelihoods = scoring === null ? 'none' : scoring.name;
  const repeats = isRepeatable ? 'equal' : 'differ';
  events.status(
    `${server.version} at ${address.url}: log-likelihoods by ${likelihoods}, greedy repeats ${repeats}, context ${contextSize}`,
  );
  const asking =
    dialect.tokenize === null
      ? askInTexts(dialect, scoring)
      : askInTokens(dialect, dialect.tokenize, scoring, contextSize);
  const bos = dialect.tokenize === null ? 'by the server' : dialect.prepended === null ? 'none' : 'one';
  return {
    identity: identify(server, probed),
    fingerprint: {
      engine: 'openai',
      engine_version: `${server.version}, greedy repeats ${repeats}${evidence}`,
      engine_settings: `context ${contextSize}, api ${dialect.name}, log-likelihoods by ${likelihoods}, BOS ${bos}`,
      tokenizer: await tokenizerDigest(dialect),
      dtype: server.serves.type ?? null,
    },
    contextSize,
    machine: `${weights === undefined ? new URL(address.url).hostname : 'served here'}, asked from ${thisMachine()}`,
    chatTemplate: options.api === 'chat' ? TURNS : server.chatTemplate,
    parallel: Math.min(options.concurrency, server.slots ?? options.concurrency),
    ...(options.task_deadline_seconds === undefined ? {} : { taskSeconds: options.task_deadline_seconds }),
    ...(scoring === null ? { withoutLikelihoods: noLikelihoods(server, options, probed) } : {}),
    ...asking,
    async assertUnchanged() {
      if (await stillServes(endpoint, server, stop)) return;
      throw new WeighbridgeError('checkpoint', `what ${address.url} serves changed during the evaluation`, {
        fix: 'evaluate a server that nobody loads another model into',
      });
    },
    async close() {
      closed.abort(new Error('the model is closed'));
      const { requests, tokens, cost } = ledger.spent;
      const money = options.price === undefined ? '' : `, ${cost.toFixed(4)} in money`;
      events.status(`${address.url}: ${requests} requests, ${tokens} tokens${money} so far`);
    },
  };
}

const LOOKS = 3;

/**
 * One busy moment makes no other server of it.
 * @throws Unconfirmed for one that does not say any more what it serves: that is neither the same nor another
 */
async function stillServes(
  endpoint: Endpoint,
  { version, serves }: Server,
  stop: AbortSignal,
): Promise<boolean> {
  let doubt: string | null = null;
  for (let look = 0; look < LOOKS && !stop.aborted; look += 1) {
    if (look > 0) await sleep(500 * look, undefined, { signal: stop }).catch(() => undefined);
    try {
      const now = await findServer(endpoint);
      if (canonicalJson([now.version, now.serves]) === canonicalJson([version, serves])) return true;
      doubt = null;
    } catch (error) {
      doubt = messageOf(error);
    }
  }
  if (doubt === null && !stop.aborted) return false;
  throw new Unconfirmed(
    `whether ${endpoint.address.url} still serves the same is not known: ${doubt ?? 'it was not asked any more'}; what was answered is kept, and the same command goes on from there`,
  );
}

function contextOf({ contextSize }: Server, { context_size: asked }: OpenAiOptions, url: string): number {
  if (contextSize === null && asked === undefined) {
    throw new WeighbridgeError('config', `${url} does not say how long its context is`, {
      fix: 'write it as engine.context_size',
    });
  }
  return Math.min(contextSize ?? Number.POSITIVE_INFINITY, asked ?? Number.POSITIVE_INFINITY);
}

/**
 * That the server serves what it was told to, as far as it says.
 * @returns what the fingerprint says of it; empty where the server named the weights
 * @throws WeighbridgeError `checkpoint` where the server says that it serves other files than it was told
 */
async function requireServed(
  { weights, version }: Server,
  told: string,
  events: EngineEvents,
): Promise<string> {
  if (weights === null) {
    events.status(
      `${version} does not say which files it serves; that they are ${told} rests on serve.command`,
    );
    return ', weights not named by the server';
  }
  const [one, other] = await Promise.all([weights, told].map((path) => realpath(path).catch(() => path)));
  if (one === other) return '';
  throw new WeighbridgeError(
    'checkpoint',
    `the server of serve says that it serves ${weights}, and not ${told}`,
    {
      fix: 'put {checkpoint} where the command names its weights',
    },
  );
}

function noLikelihoods(
  { version, kind }: Server,
  { api }: OpenAiOptions,
  { refusals }: Probed,
): WeighbridgeError {
  const why =
    api === 'chat'
      ? 'the chat API gives none of what it is asked'
      : refusals.length === 0
        ? 'it has no API for them'
        : refusals.join('; ');
  const better = kind === 'llama-server' ? 'a newer llama-server' : 'vLLM, SGLang or llama-server';
  return new WeighbridgeError('config', `${version} gives no log-likelihoods of given texts: ${why}`, {
    fix: `let the model write the letter (\`type: generate\` with \`exact_match\`), or serve it with ${better}${api === 'chat' ? ' and `api: completions`' : ''}`,
  });
}

/** How a text full of the unusual is cut tells two tokenizers apart. */
const UNUSUAL = 'Ünïcödé ẞ 漢字 مرحبا 😀\t  12345 0x1F\n\n<|im_start|></s> don’t    camelCase_snake';

async function tokenizerDigest({ tokenize }: Dialect): Promise<string> {
  if (tokenize === null) return NOT_RECORDED;
  const { ids, pieces } = await tokenize(UNUSUAL, true);
  return sha256([ids, pieces]);
}

const sha256 = (value: unknown): string =>
  `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
