import { rmSync } from 'node:fs';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { timed } from '../timed.ts';
import { complete } from './complete.ts';
import { loadEmbedder } from './embed.ts';
import { generate } from './generate.ts';
import { type Base, countTokens, type Loaded, loadBase } from './load.ts';
import type { CallMessage, CallName, EngineFailure, Handlers, ReplyMessage } from './protocol.ts';
import { rollingLogLikelihood, scoreChoices } from './score.ts';
import type { Sequence } from './sequence.ts';

/**
 * The engine's own process: native crashes, the out-of-memory killer and the library's memory stay in here. Calls are
 * taken in the order in which they came, each when a sequence of the model is free. It ends when the parent lets go of it.
 */

let scratch: string | null = null;
let base: Base | null = null;
let loaded: Loaded | null = null;
let embed: Handlers['embed'] | null = null;

/** The sequences of the model that nobody uses, and who waits for one. */
let free: Sequence[] = [];
const waiting: ((sequence: Sequence) => void)[] = [];

/** Answers a call with a sequence of its own. */
async function withSequence<Answer>(
  call: (sequence: Sequence, model: Loaded) => Promise<Answer>,
): Promise<Answer> {
  if (loaded === null) throw new Error('a call came before the model was loaded');
  const sequence = free.pop() ?? (await new Promise<Sequence>((resolve) => waiting.push(resolve)));
  try {
    return await call(sequence, loaded);
  } finally {
    const next = waiting.shift();
    if (next === undefined) free.push(sequence);
    else next(sequence);
  }
}

const handlers: Handlers = {
  load: async (request) => {
    scratch = request.scratch;
    if (base !== null && base.path !== request.model) throw new Error('one process has one base');
    await loaded?.close();
    loaded = null;
    base ??= await loadBase(request);
    loaded = await base.load(request, (threads) => process.send?.({ threads } satisfies ReplyMessage));
    free = [...loaded.sequences];
    return loaded.info;
  },
  countTokens,
  scoreChoices: (request) =>
    withSequence((sequence, { tokenizer, info }) =>
      timed(() => scoreChoices(sequence, tokenizer, info.contextSize, request)),
    ),
  rollingLogLikelihood: (text) =>
    withSequence((sequence, { tokenizer, info }) =>
      timed(() => rollingLogLikelihood(sequence, tokenizer, info.contextSize, text)),
    ),
  generate: (request) =>
    withSequence((sequence, { tokenizer, vocabulary, info }) =>
      generate(sequence, tokenizer, vocabulary, info.contextSize, request),
    ),
  complete: (request) => withSequence((sequence, model) => complete(sequence, model, request)),
  loadEmbedder: async (request) => {
    embed = await loadEmbedder(request);
    return null;
  },
  embed: (texts) => {
    if (embed === null) throw new Error('a call came before the embedding model was loaded');
    return embed(texts);
  },
};

async function answer<Name extends CallName>(message: CallMessage<Name>): Promise<void> {
  const reply: ReplyMessage = await handlers[message.call](message.request).then(
    (value) => ({ id: message.id, answer: value }),
    (error: unknown) => ({ id: message.id, failure: failureOf(error) }),
  );
  process.send?.(reply);
}

function failureOf(error: unknown): EngineFailure {
  if (error instanceof WeighbridgeError) {
    const { kind, message, fix } = error;
    return fix === undefined ? { kind, message } : { kind, message, fix };
  }
  return { kind: null, message: error instanceof Error ? (error.stack ?? error.message) : messageOf(error) };
}

if (process.send === undefined) {
  process.stderr.write(
    'This is the engine process of Weighbridge; it is started by `weighbridge run`, never by hand.\n',
  );
  process.exit(4);
}
process.on('message', (message: CallMessage<CallName>) => void answer(message));
process.on('disconnect', () => process.exit(0));
// Where nobody is left who would remove it: the parent was killed.
process.once('exit', () => {
  if (scratch !== null) rmSync(scratch, { recursive: true, force: true });
});
