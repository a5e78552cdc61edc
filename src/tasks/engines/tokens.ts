import { createHash } from 'node:crypto';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { Overflow, Truncation } from './engine.ts';
import type { Token } from './llama-cpp/library.ts';

/**
 * How text becomes the tokens that are scored: lm-evaluation-harness's conventions (commit 4e7e0d4,
 * lm_eval/api/model.py `_encode_pair` and `loglikelihood`, lm_eval/models/huggingface.py, lm_eval/utils.py).
 */

/** What of a model's tokenizer the conventions need. */
export interface Tokenizer {
  /** Tokens of a text; special tokens in it are read as such when asked. Adds nothing of its own. */
  readonly tokenize: (text: string, specialTokens: boolean) => Token[];
  /** Beginning-of-sequence token that belongs before every text, null when the model wants none. */
  readonly prepended: Token | null;
  /** What stands before a text that has no context: BOS, or EOS where there is no BOS; null when there is neither. */
  readonly prefix: Token | null;
  /** Text of a token in the vocabulary, which is another one's in a vocabulary that was put in another order. */
  readonly pieceOf: (token: Token) => string;
}

/** Of all that a request's texts became; see `Tokenized`. */
export function digestTokens(tokenizer: Tokenizer, texts: readonly (readonly Token[])[]): string {
  const hash = createHash('sha256');
  for (const tokens of texts) {
    hash.update(JSON.stringify(tokens.map((token) => [token, tokenizer.pieceOf(token)])));
  }
  return `sha256:${hash.digest('hex')}`;
}

/** A context and what follows it. Invariant: the context has at least one token. */
export interface EncodedPair {
  readonly context: readonly Token[];
  readonly continuation: readonly Token[];
}

/** Tokens of a text with the beginning-of-sequence token the model wants, once, also when the text spells it out. */
export function encodeText(tokenizer: Tokenizer, text: string, specialTokens: boolean): Token[] {
  const tokens = tokenizer.tokenize(text, specialTokens);
  const { prepended } = tokenizer;
  return prepended === null || tokens[0] === prepended ? tokens : [prepended, ...tokens];
}

/**
 * White space at the end of the context moves to the continuation; both are tokenised together and cut where the context's
 * own tokens end. Special tokens are read as such, as the harness's tokenizers do.
 */
export function encodePair(tokenizer: Tokenizer, context: string, continuation: string): EncodedPair {
  const head = context.trimEnd();
  const rest = context.slice(head.length) + continuation;
  if (head === '') return encodeAlone(tokenizer, rest);
  const contextTokens = encodeText(tokenizer, head, true);
  const whole = encodeText(tokenizer, head + rest, true);
  return { context: contextTokens, continuation: whole.slice(contextTokens.length) };
}

function encodeAlone(tokenizer: Tokenizer, text: string): EncodedPair {
  const prefix = prefixOf(tokenizer);
  const tokens = tokenizer.tokenize(text, true);
  if (tokens[0] === prefix) return { context: tokens.slice(0, 1), continuation: tokens.slice(1) };
  return { context: [prefix], continuation: tokens };
}

/** @throws when the model has neither a beginning- nor an end-of-sequence token */
export function prefixOf(tokenizer: Tokenizer): Token {
  if (tokenizer.prefix === null) {
    throw new WeighbridgeError(
      'checkpoint',
      'the model names no BOS and no EOS token to stand before a text without context',
      {
        fix: 'convert it anew with the special tokens of its tokenizer; of a server that does not tell them, let `serve` start it from the folder',
      },
    );
  }
  return tokenizer.prefix;
}

/** A pair that fits the context, and how many of its tokens were cut from the left to make it so. */
export interface FittedPair extends EncodedPair {
  readonly truncated: number;
}

/** Context and continuation share `contextSize` tokens. A continuation that does not fit with one token before it never does. */
export function fitPair(
  pair: EncodedPair,
  contextSize: number,
  truncation: Truncation,
): FittedPair | Overflow {
  const tokens = pair.context.length + pair.continuation.length;
  const excess = Math.max(0, tokens - contextSize);
  if (excess === 0) return { ...pair, truncated: 0 };
  if (truncation === 'refuse' || excess >= pair.context.length) {
    return { overflow: { tokens, context: contextSize } };
  }
  return { ...pair, context: pair.context.slice(excess), truncated: excess };
}

/**
 * Cuts a text into pairs so that every token is predicted exactly once: the first window predicts all its tokens after the
 * prefix token, later ones see as much of what came before as fits (harness: `get_rolling_token_windows` with a context
 * length of 1, made disjoint). `contextSize` counts context and predicted tokens together.
 */
export function* rollingWindows(
  tokens: readonly Token[],
  prefix: Token,
  contextSize: number,
): Generator<EncodedPair> {
  // The last token of a window is predicted but never fed, so a window is one shorter than what it spans.
  const length = contextSize - 1;
  if (tokens.length > 0) yield { context: [prefix], continuation: tokens.slice(0, length) };
  for (let done = length; done < tokens.length; done += length) {
    const end = Math.min(tokens.length, done + length);
    yield { context: tokens.slice(end - length - 1, done), continuation: tokens.slice(done, end) };
  }
}

/**
 * Sizes of the batches in which tokens are evaluated. Never one token alone where it can be helped: llama.cpp computes a
 * batch of one with another kernel, whose rounding differs.
 */
export function batchSizes(tokens: number, batchSize: number): number[] {
  if (batchSize < 3) throw new Error(`a batch size of ${batchSize} leaves batches of one token`);
  const sizes: number[] = [];
  for (let left = tokens; left > 0; left -= sizes.at(-1) ?? left) {
    sizes.push(left === batchSize + 1 ? batchSize - 1 : Math.min(left, batchSize));
  }
  return sizes;
}

/** How many tokens, or characters, two texts have in common at their beginning. */
export function commonPrefix<Unit>(a: ArrayLike<Unit>, b: ArrayLike<Unit>): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && a[length] === b[length]) length++;
  return length;
}
