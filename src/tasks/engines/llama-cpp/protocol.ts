import type { ErrorKind } from '../../../core/domain/errors.ts';
import type {
  ChoiceAnswer,
  ChoiceRequest,
  CountedText,
  GenerateAnswer,
  GenerateRequest,
  LoadedModel,
  Overflow,
  RollingAnswer,
} from '../engine.ts';
import type { Backend } from './platforms.ts';
import type { ThreadChange } from './threads.ts';

/**
 * What the parent and the engine's process say to each other. Messages travel by Node's IPC with `advanced` serialization
 * (structured clone), because JSON would turn NaN into null.
 */

/** In one process the base and its settings stay the same; adapter, context, batch and scratch may change. */
export interface LoadRequest {
  /** File URL of node-llama-cpp. */
  readonly library: string;
  /** Its version. */
  readonly version: string;
  readonly model: string;
  readonly adapter: string | null;
  readonly contextSize: number | null;
  readonly batchSize: number;
  /** So many calls are answered at once. */
  readonly parallel: number;
  readonly threads: number | 'auto';
  /** What the library is started with; false where it has CPU code alone. */
  readonly gpu: Backend | false;
  /** Whether the GPU computes all of the model, or none of it. */
  readonly onGpu: boolean;
  /** A folder of its own, which goes away with the process; null where there is none. */
  readonly scratch: string | null;
}

/** With how many threads an engine begins, and what led there. */
export interface Threads {
  readonly count: number;
  readonly processors: number;
  /** Tokens a second by number of threads; empty where nothing was measured. */
  readonly measured: readonly { readonly threads: number; readonly tokensPerSecond: number }[];
}

/** What only the engine can tell about a model it has loaded. */
export interface ModelInfo {
  readonly architecture: string | null;
  readonly parameterCount: number | null;
  readonly quantization: string | null;
  /** `sha256:<hex>` of what decides how text becomes tokens. */
  readonly tokenizerDigest: string;
  readonly chatTemplate: LoadedModel['chatTemplate'];
  readonly contextSize: number;
  readonly trainedContextSize: number;
  readonly threads: Threads;
  /** `cpu`, or the backend and the names of its devices. */
  readonly device: string;
  /** llama.cpp inside the library. */
  readonly release: string;
}

export interface LoadEmbedderRequest {
  /** File URL of node-llama-cpp. */
  readonly library: string;
  readonly model: string;
  readonly contextSize: number;
}

/** What a model that scores answers is asked: the likeliest reply, token by token. */
export interface CompleteRequest {
  /** One text in parts. Special tokens are read in those that may hold them, and never in the others: they are foreign. */
  readonly prompt: readonly CountedText[];
  readonly maxTokens: number;
  /** JSON schema that the reply is held to, token by token; null for a free one. */
  readonly schema: object | null;
  /** Words, of which the first that is said decides: with each the forms in which it may be said. Of no effect beside a schema. */
  readonly labels: readonly (readonly string[])[];
}

export interface Completion {
  readonly text: string;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly finish: GenerateAnswer['finish'];
  /** Of each label its probability among them, where the reply first said one; null where it said none. */
  readonly shares: readonly number[] | null;
}

/** Of one text: its vector, or how many tokens it has where they are too many. */
export type Embedding = { readonly vector: readonly number[] } | { readonly tokens: number };

/** One row a call: what is asked and what is answered. */
export interface Calls {
  readonly load: { readonly request: LoadRequest; readonly answer: ModelInfo };
  readonly scoreChoices: { readonly request: ChoiceRequest; readonly answer: ChoiceAnswer | Overflow };
  readonly rollingLogLikelihood: { readonly request: string; readonly answer: RollingAnswer };
  readonly countTokens: { readonly request: CountRequest; readonly answer: readonly number[] };
  readonly generate: { readonly request: GenerateRequest; readonly answer: GenerateAnswer | Overflow };
  readonly complete: { readonly request: CompleteRequest; readonly answer: Completion | Overflow };
  readonly loadEmbedder: { readonly request: LoadEmbedderRequest; readonly answer: null };
  /** One answer a text, in order. */
  readonly embed: { readonly request: readonly string[]; readonly answer: readonly Embedding[] };
}

/** Of a model of which nothing but the vocabulary is read. */
export interface CountRequest {
  readonly library: string;
  readonly model: string;
  readonly texts: readonly CountedText[];
}

export type CallName = keyof Calls;

export interface CallMessage<Name extends CallName> {
  readonly id: number;
  readonly call: Name;
  readonly request: Calls[Name]['request'];
}

/** An error as it crosses the process border. A kind of null is our own fault. */
export interface EngineFailure {
  readonly kind: ErrorKind | null;
  readonly message: string;
  readonly fix?: string;
}

export type ReplyMessage =
  | { readonly threads: ThreadChange }
  | { readonly id: number; readonly answer: Calls[CallName]['answer'] }
  | { readonly id: number; readonly failure: EngineFailure };

export type Handlers = {
  readonly [Name in CallName]: (request: Calls[Name]['request']) => Promise<Calls[Name]['answer']>;
};
