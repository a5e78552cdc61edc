import type { Backend } from './platforms.ts';

/**
 * The part of node-llama-cpp that the child uses, as its 3.22 documentation gives it. The package itself is installed on
 * first need and is not a dependency, so its types are not there to import.
 */

/** Index into the vocabulary. */
export type Token = number;

export interface Library {
  getLlama(options: {
    gpu: Backend | false;
    build: 'never';
    skipDownload: true;
    progressLogs: false;
    /** 0: contexts use exactly the threads they ask for. */
    maxThreads: 0;
    logger: (level: string, message: string) => void;
  }): Promise<Llama>;
  /** Names of `general.file_type` codes. */
  readonly GgufFileType: Readonly<Record<number, string | undefined>>;
  /** How far a text that a grammar binds has come: a new one for each. */
  readonly LlamaGrammarEvaluationState: new (options: {
    readonly model: Model;
    readonly grammar: Grammar;
  }) => GrammarState;
}

/** Opaque to us. */
export interface Grammar {
  readonly grammar: string;
}
export interface GrammarState {
  clone(): GrammarState;
}

export interface Llama {
  /** Threads that all contexts share, also of the batch that comes next; 0 for no limit. */
  maxThreads: number;
  readonly gpu: string | false;
  /** Physical cores worth computing on. */
  readonly cpuMathCores: number;
  readonly llamaCppRelease: { readonly repo: string; readonly release: string };
  /** Names of the devices that it can compute on; none on the CPU. */
  getGpuDeviceNames(): Promise<string[]>;
  /** All properties of an object are required, in their order. */
  createGrammarForJsonSchema(schema: object): Promise<Grammar>;
  /** `max` loads every layer into the GPU's memory, or throws; the default depends on how much of it is free. */
  loadModel(options: {
    modelPath: string;
    gpuLayers?: 'max' | 0;
    defaultContextFlashAttention?: false;
    vocabOnly?: boolean;
  }): Promise<Model>;
  dispose(): Promise<void>;
}

export interface Model {
  readonly fileInfo: {
    readonly metadata: GgufMetadata;
    readonly fullTensorInfo?: readonly { readonly dimensions: readonly (number | bigint)[] }[];
  };
  readonly trainContextSize: number;
  readonly tokens: {
    readonly bos: Token | null;
    readonly eos: Token | null;
    readonly shouldPrependBosToken: boolean;
  };
  /** `bpe`: tokens are bytes, whatever stands around them. */
  readonly vocabularyType: string;
  tokenize(text: string, specialTokens: boolean): Token[];
  detokenize(tokens: readonly Token[], specialTokens: boolean, lastTokens?: readonly Token[]): string;
  isEogToken(token: Token): boolean;
  createContext(options: {
    contextSize: number;
    batchSize: number;
    /** Each has a context of that size. */
    sequences: number;
    threads: { ideal: number; min: 1 };
    flashAttention: false;
    swaFullCache: true;
    failedCreationRemedy: false;
    lora?: string;
  }): Promise<Context>;
  createEmbeddingContext(options: {
    contextSize: number;
    batchSize: number;
    threads: number;
  }): Promise<EmbeddingContext>;
}

/** Gives one vector a text, by the pooling that the model declares; vectors of single tokens it does not give. */
export interface EmbeddingContext {
  getEmbeddingFor(text: string): Promise<{ readonly vector: readonly number[] }>;
  /** Tokens, those around a text too. */
  calculateInputLength(text: string): number;
}

/** Metadata as nested objects: `tokenizer.ggml.tokens` is `metadata.tokenizer.ggml.tokens`. Comes from the file: trust nothing. */
export interface GgufMetadata {
  readonly general?: { readonly architecture?: unknown; readonly file_type?: unknown };
  readonly tokenizer?: {
    readonly ggml?: Readonly<Record<string, unknown>>;
    readonly chat_template?: unknown;
  };
}

export interface Context {
  getSequence(): RawSequence;
  dispose(): Promise<void>;
}

export interface Sampling {
  /** 0 is greedy. */
  readonly temperature: number;
  readonly seed?: number;
  /** 0, 1 and 0 switch these off; the library's defaults would not. */
  readonly topK?: 0;
  readonly topP?: 1;
  readonly minP?: 0;
}

export interface GenerateNext {
  readonly token: true;
  /** Σ exp(logit − highest logit) over the vocabulary. From 3.22 on, as `logits`. */
  readonly totalLogitWeight?: true;
  /** Of every token. */
  readonly probabilities?: true;
  /** Probability of the sampled token. */
  readonly confidence?: true;
  readonly logits?: {
    readonly filter: { readonly tokens: readonly Token[]; readonly includeSelected: true };
  };
  readonly options: Sampling;
}

export type EvaluationItem = Token | [token: Token, options: { generateNext: GenerateNext }];

export interface EvaluationOutput {
  readonly next: {
    readonly token?: Token | null;
    readonly logits?: ReadonlyMap<Token, number>;
    readonly totalLogitWeight?: number;
    readonly probabilities?: ReadonlyMap<Token, number>;
    readonly confidence?: number;
  };
}

export interface RawSequence {
  /** How many tokens the sequence holds. */
  readonly nextTokenIndex: number;
  /** Whether the model's state cannot be cut back to a prefix (recurrent and hybrid models). */
  readonly needsCheckpoints: boolean;
  clearHistory(): Promise<void>;
  /** Writes all cells, byte by byte. */
  saveStateToFile(path: string): Promise<{ readonly fileSize: number }>;
  /** What another model wrote may crash the process. */
  loadStateFromFile(path: string, acceptRisk: { readonly acceptRisk: true }): Promise<void>;
  eraseContextTokenRanges(ranges: readonly { start: number; end: number }[]): Promise<void>;
  /** One entry an item, undefined where nothing was asked. */
  controlledEvaluate(items: readonly EvaluationItem[]): Promise<(EvaluationOutput | undefined)[]>;
  /** Feeds tokens and goes on from them, one token at a time, as long as somebody wants more. */
  evaluateWithMetadata(
    tokens: readonly Token[],
    metadata: { readonly confidence: true },
    options: {
      readonly temperature: 0;
      readonly grammarEvaluationState: GrammarState;
      readonly yieldEogToken: true;
    },
  ): AsyncGenerator<{ readonly token: Token; readonly confidence: number }, void>;
}
