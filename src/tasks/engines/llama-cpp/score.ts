import type { ChoiceAnswer, ChoiceRequest, ContinuationScore, Overflow, RollingAnswer } from '../engine.ts';
import { isOverflow } from '../engine.ts';
import {
  digestTokens,
  type EncodedPair,
  encodePair,
  encodeText,
  type FittedPair,
  fitPair,
  prefixOf,
  rollingWindows,
  type Tokenizer,
} from '../tokens.ts';
import type { Token } from './library.ts';
import type { Prediction } from './readout.ts';
import type { Sequence } from './sequence.ts';

/** Scores every continuation of a context. Too long is an overflow for all: choices are compared with each other. */
export async function scoreChoices(
  sequence: Sequence,
  tokenizer: Tokenizer,
  contextSize: number,
  request: ChoiceRequest,
): Promise<ChoiceAnswer | Overflow> {
  const pairs = request.continuations.map((each) => encodePair(tokenizer, request.context, each));
  const tokenDigest = digestTokens(
    tokenizer,
    pairs.flatMap(({ context, continuation }) => [context, continuation]),
  );
  const fitted: FittedPair[] = [];
  let longest: Overflow | null = null;
  for (const pair of pairs) {
    const fit = fitPair(pair, contextSize, request.truncation);
    if (!isOverflow(fit)) fitted.push(fit);
    else if (longest === null || fit.overflow.tokens > longest.overflow.tokens) longest = fit;
  }
  if (longest !== null) return { ...longest, tokenDigest };
  return {
    tokenDigest,
    scores: await scorePairs(sequence, fitted, encodeText(tokenizer, request.beginning ?? '', true)),
    promptTokens: Math.max(0, ...fitted.map((pair) => pair.context.length)),
    truncatedTokens: Math.max(0, ...fitted.map((pair) => pair.truncated)),
  };
}

/**
 * Log-likelihood of a whole text, every token predicted once. Where the model wants a BOS, it stands before the text and is
 * not predicted itself; lm-evaluation-harness adds the constant ln p(BOS | BOS) to the sum of such models.
 */
export async function rollingLogLikelihood(
  sequence: Sequence,
  tokenizer: Tokenizer,
  contextSize: number,
  text: string,
): Promise<RollingAnswer> {
  const tokens = tokenizer.tokenize(text, true);
  let logLikelihood = tokens.length === 0 ? Number.NaN : 0;
  const prefix = prefixOf(tokenizer);
  for (const window of rollingWindows(tokens, prefix, contextSize)) {
    for (const score of await scorePairs(sequence, [window])) logLikelihood += score.logLikelihood;
  }
  return {
    logLikelihood,
    tokens: tokens.length,
    tokenDigest: digestTokens(tokenizer, [[prefix], tokens]),
  };
}

/** One evaluation of the model, and the pairs that it scores. */
interface Evaluation {
  readonly input: readonly Token[];
  readonly members: { readonly pair: EncodedPair; readonly index: number }[];
}

/** Scores pairs; those with the same input (choices of one token after one context) share one evaluation. */
async function scorePairs(
  sequence: Sequence,
  pairs: readonly EncodedPair[],
  beginning: readonly Token[] = [],
): Promise<ContinuationScore[]> {
  const evaluations = new Map<string, Evaluation>();
  pairs.forEach((pair, index) => {
    const input = inputOf(pair);
    const key = input.join();
    const evaluation = evaluations.get(key) ?? { input, members: [] };
    evaluation.members.push({ pair, index });
    evaluations.set(key, evaluation);
  });
  const scores: ContinuationScore[] = [];
  for (const { input, members } of evaluations.values()) {
    const targets = targetsOf(members.map((member) => member.pair));
    const predictions =
      targets.size === 0 ? new Map<number, Prediction>() : await sequence.predict(input, targets, beginning);
    for (const { pair, index } of members) scores[index] = scoreOf(pair, predictions);
  }
  return scores;
}

/**
 * What is fed: everything but the last token, whose successor nobody asks about. A single token is fed with what follows it,
 * which changes nothing before it and avoids the kernel for batches of one.
 */
function inputOf({ context, continuation }: EncodedPair): Token[] {
  const tokens = [...context, ...continuation];
  return tokens.length > 2 ? tokens.slice(0, -1) : tokens;
}

function targetsOf(pairs: readonly EncodedPair[]): Map<number, Token[]> {
  const targets = new Map<number, Token[]>();
  for (const { context, continuation } of pairs) {
    continuation.forEach((token, i) => {
      const position = context.length - 1 + i;
      const wanted = targets.get(position);
      if (wanted === undefined) targets.set(position, [token]);
      else if (!wanted.includes(token)) wanted.push(token);
    });
  }
  return targets;
}

/** A continuation without tokens of its own (it merged into the context's last token) has no likelihood: NaN, not 0. */
function scoreOf(
  { context, continuation }: EncodedPair,
  predictions: Map<number, Prediction>,
): ContinuationScore {
  let logLikelihood = continuation.length === 0 ? Number.NaN : 0;
  let isGreedy = continuation.length > 0;
  continuation.forEach((token, i) => {
    const prediction = predictions.get(context.length - 1 + i);
    logLikelihood += prediction?.logProbability(token) ?? Number.NaN;
    isGreedy &&= prediction?.argmax === token;
  });
  return { logLikelihood, isGreedy: isGreedy && !Number.isNaN(logLikelihood), tokens: continuation.length };
}
