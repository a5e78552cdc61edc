import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type {
  ChoiceAnswer,
  ChoiceRequest,
  ContinuationScore,
  GenerateAnswer,
  GenerateRequest,
  LoadedModel,
  Overflow,
  RollingAnswer,
} from '../engine.ts';
import { isOverflow } from '../engine.ts';
import {
  digestTokens,
  encodePair,
  encodeText,
  type FittedPair,
  fitPair,
  prefixOf,
  rollingWindows,
  type Tokenizer,
} from '../tokens.ts';
import type { Dialect, Scoring, TokenId, TokenScore } from './dialect.ts';

type Asking = Pick<LoadedModel, 'scoreChoices' | 'rollingLogLikelihood' | 'generate'>;

/** What a model is asked by the conventions of lm-evaluation-harness, in the tokens that its server tells. */
export function askInTokens(
  { prepended, prefix, ...dialect }: Dialect,
  tokenize: NonNullable<Dialect['tokenize']>,
  scoring: Scoring | null,
  contextSize: number,
): Asking {
  /** The conventions want answers at once: all texts that they could ask about are split before. */
  const tokenizer = async (texts: readonly string[], special: boolean): Promise<Tokenizer> => {
    const split = await Promise.all([...new Set(texts)].map((text) => tokenize(text, special)));
    const known = new Map([...new Set(texts)].map((text, index) => [text, split[index]]));
    const pieces = new Map<TokenId, string>();
    for (const { ids, pieces: own } of split) {
      for (const [i, id] of ids.entries()) pieces.set(id, own?.[i] ?? '');
    }
    return {
      ...{ prepended, prefix },
      tokenize: (text) => {
        const found = known.get(text);
        if (found === undefined) throw new Error('a text was asked about that was not split before');
        return [...found.ids];
      },
      pieceOf: (token) => pieces.get(token) ?? '',
    };
  };
  const scored = async ({ context, continuation }: Pick<FittedPair, 'context' | 'continuation'>) =>
    continuation.length === 0 ? [] : requireScoring(scoring).score(context, continuation);
  return {
    async scoreChoices({ context, continuations, truncation }) {
      const head = context.trimEnd();
      const rests = continuations.map((each) => context.slice(head.length) + each);
      const split = await tokenizer([head, ...rests.map((rest) => head + rest)], true);
      const pairs = continuations.map((each) => encodePair(split, context, each));
      const tokenDigest = digestTokens(
        split,
        pairs.flatMap((pair) => [pair.context, pair.continuation]),
      );
      const fits = pairs.map((pair) => fitPair(pair, contextSize, truncation));
      const [longest] = fits.filter(isOverflow).sort((a, b) => b.overflow.tokens - a.overflow.tokens);
      if (longest !== undefined) return { ...longest, tokenDigest };
      const fitted = fits as readonly FittedPair[];
      const scores = await Promise.all(fitted.map(scored));
      return {
        tokenDigest,
        scores: scores.map(joined),
        promptTokens: Math.max(0, ...fitted.map((pair) => pair.context.length)),
        truncatedTokens: Math.max(0, ...fitted.map((pair) => pair.truncated)),
      };
    },
    async rollingLogLikelihood(text): Promise<RollingAnswer> {
      const split = await tokenizer([text], true);
      const tokens = split.tokenize(text, true);
      const first = prefixOf(split);
      const windows = [...rollingWindows(tokens, first, contextSize)];
      const scores = await Promise.all(windows.map(scored));
      return {
        logLikelihood: joined(scores.flat()).logLikelihood,
        tokens: tokens.length,
        tokenDigest: digestTokens(split, [[first], tokens]),
      };
    },
    async generate({ prompt, ...request }) {
      const split = await tokenizer([prompt], request.specialTokens);
      const encoded = encodeText(split, prompt, request.specialTokens);
      const tokens = encoded.length === 0 ? [prefixOf(split)] : encoded;
      const tokenDigest = digestTokens(split, [tokens]);
      if (tokens.length + 1 > contextSize) {
        return { overflow: { tokens: tokens.length + 1, context: contextSize }, tokenDigest };
      }
      const maxTokens = Math.min(request.maxTokens, contextSize - tokens.length);
      return { ...(await dialect.generate(tokens, { ...request, maxTokens })), tokenDigest };
    },
  };
}

/** The same of a server that takes texts alone: what it makes of them is its own. */
export function askInTexts(dialect: Dialect, scoring: Scoring | null): Asking {
  return {
    async scoreChoices({ context, continuations }: ChoiceRequest): Promise<ChoiceAnswer | Overflow> {
      const { scoreText } = requireScoring(scoring);
      if (scoreText === undefined)
        throw new Error('a way of scoring that needs tokens was chosen without any');
      // White space between them belongs to what follows, as in the harness.
      const head = context.trimEnd();
      const rests = continuations.map((each) => context.slice(head.length) + each);
      const scores = await Promise.all(rests.map((rest) => scoreText(head, rest)));
      const promptTokens = Math.max(0, ...scores.map(({ contextTokens }) => contextTokens));
      return { scores: scores.map((each) => joined(each.scores)), promptTokens, truncatedTokens: 0 };
    },
    async rollingLogLikelihood(): Promise<RollingAnswer> {
      throw new WeighbridgeError('config', 'perplexity needs a server that tells its tokens', {
        fix: 'serve the model with vLLM, SGLang or llama-server, or evaluate the weights with `engine: { type: llama.cpp }`',
      });
    },
    generate: ({ prompt, ...request }: GenerateRequest): Promise<GenerateAnswer> =>
      dialect.generate(prompt, request),
  };
}

function requireScoring(scoring: Scoring | null): Scoring {
  if (scoring === null) throw new Error('log-likelihoods were asked of a server without any');
  return scoring;
}

/** A continuation without tokens of its own has no likelihood: NaN, not 0. */
function joined(scores: readonly TokenScore[]): ContinuationScore {
  const sum = scores.reduce((total, { logLikelihood }) => total + logLikelihood, 0);
  return {
    logLikelihood: scores.length === 0 ? Number.NaN : sum,
    isGreedy: scores.length > 0 && scores.every(({ isGreedy }) => isGreedy),
    tokens: scores.length,
  };
}
