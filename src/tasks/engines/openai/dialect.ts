import type { GenerateAnswer, GenerateRequest } from '../engine.ts';

export type TokenId = number;

/** A prompt as a server is given it: tokens where they are known, else a text. */
export type GivenPrompt = string | readonly TokenId[];

/** How likely one token of a text is after all before it. */
export interface TokenScore {
  /** In nats; NaN where the server has no number for it. */
  readonly logLikelihood: number;
  /** Whether no other token is likelier. */
  readonly isGreedy: boolean;
}

/** What a text became on the server. */
export interface TokenizedText {
  readonly ids: readonly TokenId[];
  /** Text of each token, where the server tells. */
  readonly pieces: readonly string[] | null;
}

/** How one kind of server is spoken to. */
export interface Dialect {
  readonly name: string;
  /** Null where the server does not tell. @param special whether special tokens in the text are read as such */
  readonly tokenize: ((text: string, special: boolean) => Promise<TokenizedText>) | null;
  /** What the server itself would put before a text. */
  readonly prepended: TokenId | null;
  /** What stands before a text without context; null where nobody knows. */
  readonly prefix: TokenId | null;
  generate(prompt: GivenPrompt, request: Omit<GenerateRequest, 'prompt'>): Promise<GenerateAnswer>;
  /** Ways to score given tokens, the best first; a probe shows which of them works. */
  readonly scorings: readonly Scoring[];
}

export interface Scoring {
  readonly name: string;
  /** Scores of the continuation's tokens. */
  score(context: readonly TokenId[], continuation: readonly TokenId[]): Promise<readonly TokenScore[]>;
  /** The same for a server that does not tell its tokens: of those that follow the context's. */
  scoreText?(context: string, continuation: string): Promise<ScoredText>;
}

export interface ScoredText {
  readonly scores: readonly TokenScore[];
  /** How many tokens the context became. */
  readonly contextTokens: number;
}
