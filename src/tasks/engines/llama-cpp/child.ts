import { rmSync } from 'node:fs';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { timed } from '../timed.ts';
import { complete } from './complete.ts';
import { loadEmbedder } from './embed.ts';
import { generate } from './generate.ts';
import { type Base, countTokens, type Loaded, loadBase } from './load.ts';
import type { CallMessage, CallName, EngineFailure, Handlers, ReplyMessage } from './protocol.ts';
import { rollingLogLikelihood, scoreChoices } from './score.ts';

/**
 * The engine's own process: native crashes, the out-of-memory killer and the library's memory stay in here. Calls are
 * answered one after another, in the order in which they came. It ends when the parent lets go of it.
 */

let scratch: string | null = null;
let base: Base | null = null;
let loaded: Loaded | null = null;
let embed: Handlers['embed'] | null = null;

function model(): Loaded {
  if (loaded === null) throw new Error('a call came before the model was loaded');
  return loaded;
}

const handlers: Handlers = {
  load: async (request) => {
    scratch = request.scratch;
    if (base !== null && base.path !== request.model) throw new Error('one process has one base');
    await loaded?.close();
    loaded = null;
    base ??= await loadBase(request);
    loaded = await base.load(request, (threads) => process.send?.({ threads } satisfies ReplyMessage));
    return loaded.info;
  },
  countTokens,
  scoreChoices: (request) => {
    const { sequence, tokenizer, info } = model();
    return timed(() => scoreChoices(sequence, tokenizer, info.contextSize, request));
  },
  rollingLogLikelihood: (text) => {
    const { sequence, tokenizer, info } = model();
    return timed(() => rollingLogLikelihood(sequence, tokenizer, info.contextSize, text));
  },
  generate: (request) => {
    const { sequence, tokenizer, vocabulary, info } = model();
    return generate(sequence, tokenizer, vocabulary, info.contextSize, request);
  },
  complete: (request) => complete(model(), request),
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
let queue = Promise.resolve();
process.on('message', (message: CallMessage<CallName>) => {
  queue = queue.then(() => answer(message));
});
process.on('disconnect', () => process.exit(0));
// Where nobody is left who would remove it: the parent was killed.
process.once('exit', () => {
  if (scratch !== null) rmSync(scratch, { recursive: true, force: true });
});
