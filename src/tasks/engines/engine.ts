import type { z } from 'zod';
import type { WeighbridgeError } from '../../core/domain/errors.ts';
import type { ModelIdentity, ModelSource } from '../../core/domain/model.ts';
import type { FingerprintValue } from '../../core/domain/run.ts';
import type { Handover } from './handover.ts';

/**
 * A prompt that does not fit the context. `refuse` gives the request an `overflow` answer, so that the sample is
 * unscored; `left` drops tokens from the left of the context as lm-evaluation-harness does, and says how many.
 */
export type Truncation = 'refuse' | 'left';

/** What an engine tells of the texts of a request, whatever it answers. */
export interface Tokenized {
  /**
   * SHA-256 of the tokens that they became, each with its place in the vocabulary and its text: two models of which it is
   * the same were given the same. Absent from engines that do not know.
   */
  readonly tokenDigest?: string;
}

/** How long the model took for an answer, by whoever computed or fetched it: no wait for its turn is in it. */
export interface Timed {
  /** Absent where nobody measured; seconds to the first token only where answers come token by token. */
  readonly timing?: { readonly seconds: number; readonly firstTokenSeconds?: number };
}

/** The answer to a request whose prompt is too long for the context and may not be cut. */
export interface Overflow extends Tokenized {
  readonly overflow: { readonly tokens: number; readonly context: number };
}

/** A text whose tokens are counted. */
export interface CountedText {
  readonly text: string;
  /** Whether special tokens in it are read as such. */
  readonly specialTokens: boolean;
}

/** Log-likelihood of one continuation after a context, in nats. */
export interface ContinuationScore {
  /** Σ ln p(token | everything before it) over the continuation's tokens; may be NaN when the model is broken. */
  readonly logLikelihood: number;
  /** Whether greedy decoding would have produced exactly this continuation. */
  readonly isGreedy: boolean;
  readonly tokens: number;
}

export interface ChoiceRequest {
  /** Special tokens in it (a rendered chat template) are read as such, as lm-evaluation-harness does. */
  readonly context: string;
  /** Continuations as they follow the context, leading space included. */
  readonly continuations: readonly string[];
  readonly truncation: Truncation;
  /** What a prompt that is asked later begins with too, where that is known: an engine may keep what it computed of it. */
  readonly beginning?: string;
}

export interface ChoiceAnswer extends Tokenized, Timed {
  /** One a continuation, in order. */
  readonly scores: readonly ContinuationScore[];
  readonly promptTokens: number;
  /** Tokens cut from the left; 0 unless `truncation` is `left`. */
  readonly truncatedTokens: number;
}

/** Log-likelihood of a whole text by rolling windows: every token is predicted exactly once. */
export interface RollingAnswer extends Tokenized, Timed {
  /** Σ ln p over all tokens of the text, nats. */
  readonly logLikelihood: number;
  readonly tokens: number;
}

export interface GenerateRequest {
  readonly prompt: string;
  /** Whether special tokens in the prompt (a rendered chat template) are read as such. */
  readonly specialTokens: boolean;
  readonly maxTokens: number;
  /** Generation ends before the first of these; the text returned does not contain it. */
  readonly stop: readonly string[];
  /** 0 is greedy. */
  readonly temperature: number;
  readonly seed: number;
  /** What a prompt that is asked later begins with too, where that is known: an engine may keep what it computed of it. */
  readonly beginning?: string;
}

export interface GenerateAnswer extends Tokenized, Timed {
  readonly text: string;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly finish: 'stop' | 'end_of_text' | 'length';
}

/** A model loaded by an engine. Requests are answered in the order they are made. */
export interface LoadedModel {
  readonly identity: ModelIdentity;
  /** What of engine and model enters every task's fingerprint. */
  readonly fingerprint: {
    readonly engine: string;
    readonly engine_version: string;
    readonly engine_settings: string;
    /** What computes; absent where the engine does not know. */
    readonly device?: string;
    readonly tokenizer: string;
    readonly dtype: FingerprintValue;
  };
  /** Tokens that prompt and answer share. */
  readonly contextSize: number;
  /** The model's own Jinja chat template and the special tokens it may name, null when it has none. */
  readonly chatTemplate: {
    readonly template: string;
    readonly bosToken: string;
    readonly eosToken: string;
  } | null;

  /** What computes the answers, for people: seconds of two are not compared. Absent where nothing is timed. */
  readonly machine?: string;
  /** Whether closing it frees memory of this machine, and opening it again costs no more than loading it; absent where not. */
  readonly holdsMemory?: true;
  /** So many requests may be under way at once, and more of them are answered sooner; one where it is absent. */
  readonly parallel?: number;
  /** Longest time for one task; absent where there is no limit. */
  readonly taskSeconds?: number;
  /** Why it cannot tell log-likelihoods of given texts; absent where it can. */
  readonly withoutLikelihoods?: WeighbridgeError;

  scoreChoices(request: ChoiceRequest): Promise<ChoiceAnswer | Overflow>;
  rollingLogLikelihood(text: string): Promise<RollingAnswer>;
  generate(request: GenerateRequest): Promise<GenerateAnswer | Overflow>;
  /**
   * Whether what answered is still what `identity` names; engines without files leave it out.
   * @throws WeighbridgeError `checkpoint` when its files changed since they were opened; Unconfirmed where that cannot be found out now
   */
  assertUnchanged?(): Promise<void>;
  close(): Promise<void>;
}

/** What of a model decides which runs are of it, and what it is asked. */
export type DescribedModel = Pick<LoadedModel, 'identity' | 'fingerprint' | 'contextSize' | 'chatTemplate'>;

export interface EngineEvents {
  /** A line about what is happening, such as the progress of an installation. */
  readonly status: (line: string) => void;
  /** Where what the settings name lies and runs, absolute. Default: where this process runs. */
  readonly directory?: string;
  /** Whether somebody asks when the first token of an answer is there. */
  readonly firstTokens?: boolean;
  /** What the model before it may have left, and where this one may leave something; absent where each is by itself. */
  readonly handover?: Handover;
}

export interface Engine<Options> {
  /**
   * Looks at a checkpoint's files, and at what can be known of the settings, without loading anything.
   * @throws WeighbridgeError `checkpoint` when it cannot be one that this engine reads, `engine` for settings it cannot follow
   */
  inspect?(source: ModelSource, options: Options): Promise<void>;
  /**
   * What has to be made of a checkpoint before it can be asked, a sentence each with its size; engines that open whatever they
   * take leave it out.
   * @throws WeighbridgeError as `inspect`
   */
  preparations?(source: ModelSource, options: Options): Promise<readonly string[]>;
  /**
   * What `open` would say of a model, without loading it; null where only loading tells. Engines that cannot tell leave it out.
   * @throws WeighbridgeError `checkpoint` as `inspect`, or for files that change while they are read
   */
  describe?(source: ModelSource, options: Options, signal: AbortSignal): Promise<DescribedModel | null>;
  /** The chat template that a checkpoint's files carry, without the engine itself; null where they tell none. */
  chatTemplate?(source: ModelSource): Promise<DescribedModel['chatTemplate']>;
  /**
   * How many tokens texts become, without the model being loaded; null where only loading tells. Engines that cannot tell leave it out.
   * @throws WeighbridgeError as `inspect`
   */
  countTokens?(
    source: ModelSource,
    options: Options,
    texts: readonly CountedText[],
    signal: AbortSignal,
  ): Promise<readonly number[] | null>;
  /**
   * Loads a model.
   * @throws WeighbridgeError `checkpoint` when the file is not a readable model, `engine` when the engine itself cannot start
   */
  open(
    source: ModelSource,
    options: Options,
    events: EngineEvents,
    signal: AbortSignal,
  ): Promise<LoadedModel>;
}

/** Settings that the schema of each allows, and that are wrong together. */
export interface EngineFault {
  /** The one to point at. */
  readonly option: string;
  readonly says: string;
  readonly fix: string;
}

/** Which option names the code, and what has to allow it. */
export interface EngineCode {
  readonly what: string;
  readonly option: string;
  readonly needs: 'unsafe_code';
}

/** A row of the registry. */
export interface EngineRow<Options extends z.ZodObject> {
  /** What it runs, in the plural, for messages. */
  readonly takes: string;
  /** Strict schema of its settings; those without a default are optional. */
  readonly options: Options;
  /** Whether it asks models that somebody serves. */
  readonly asksEndpoints?: true;
  /** Code of the config's author that it would start; null where these settings name none. */
  code?(options: z.infer<Options>): EngineCode | null;
  /** What of the settings does not go together. */
  faults?(options: z.infer<Options>): readonly EngineFault[];
  load(): Promise<Engine<z.infer<Options>>>;
}

/** The engine's process ended under a request: crash, out of memory, or killed. The task is `invalid` with this reason. */
export class EngineDied extends Error {
  override readonly name = 'EngineDied';
}

/**
 * Whether what answered is what it was cannot be found out, for now. Nothing passes on it, and nothing is thrown away: a later run, which
 * knows what it asks, goes on from there.
 */
export class Unconfirmed extends Error {
  override readonly name = 'Unconfirmed';
}

export function isOverflow(answer: object): answer is Overflow {
  return 'overflow' in answer;
}
