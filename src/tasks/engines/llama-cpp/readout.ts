import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { EvaluationOutput, GenerateNext, Sampling, Token } from './library.ts';

/** What the model expects at one position. */
export interface Prediction {
  readonly argmax: Token | null;
  /** ln p(token); NaN when the model computed NaN. Known for the tokens that were asked for only. */
  readonly logProbability: (token: Token) => number;
}

/** How a version of the library is asked for likelihoods, and what it answers. */
export interface Readout {
  /** What follows a position, of these tokens. */
  predict(tokens: readonly Token[]): GenerateNext;
  predictionOf(output: EvaluationOutput | undefined): Prediction;
  /** A token drawn after a position, and what `logitsOf` shall tell of others. */
  draw(sampling: Sampling, watched?: readonly Token[]): GenerateNext;
  /** Of the watched tokens, all up to one constant. */
  logitsOf(output: EvaluationOutput | undefined): ReadonlyMap<Token, number>;
  /** @throws WeighbridgeError `checkpoint` where the model computed NaN: it still "samples" a token, the first */
  sampledToken(output: EvaluationOutput | undefined): Token;
}

/** From 3.22 on: logits of the tokens that were asked for, and what normalises them. */
const chosenLogits: Readout = {
  predict: (tokens) => ({
    ...{ token: true, totalLogitWeight: true, options: { temperature: 0 } },
    logits: { filter: { tokens, includeSelected: true } },
  }),

  /**
   * ln p(t) = logit(t) − logit(argmax) − ln Σ exp(logit − logit(argmax)), where the engine gives the sum.
   * The selected token is the argmax because the temperature is 0. (`includeMax`, made for this, is inert in 3.22.1.)
   */
  predictionOf(output) {
    const { token = null, logits, totalLogitWeight = Number.NaN } = output?.next ?? {};
    const highest = token === null ? Number.NaN : (logits?.get(token) ?? Number.NaN);
    const normaliser = highest + Math.log(totalLogitWeight);
    return {
      argmax: token,
      logProbability: (wanted) => (logits?.get(wanted) ?? Number.NaN) - normaliser,
    };
  },

  draw: (options, tokens = []) => ({
    ...{ token: true, totalLogitWeight: true, options },
    ...(tokens.length === 0 ? {} : { logits: { filter: { tokens, includeSelected: true } } }),
  }),
  logitsOf: (output) => output?.next.logits ?? new Map(),
  sampledToken: (output) => sound(output, output?.next.totalLogitWeight),
};

/**
 * Before 3.22: the probability of every token, as 32-bit floats: below e^−103 it is 0, of which no likelihood is told. At
 * temperature 0 they are those of the model.
 */
const wholeDistributions: Readout = {
  predict: () => ({ token: true, probabilities: true, options: { temperature: 0 } }),

  predictionOf(output) {
    const { token = null, probabilities } = output?.next ?? {};
    return {
      argmax: token,
      logProbability: (wanted) => Math.log(probabilities?.get(wanted) || Number.NaN),
    };
  },

  draw: (options, tokens = []) => ({
    ...{ token: true, confidence: true, options },
    ...(tokens.length === 0 ? {} : { probabilities: true }),
  }),
  logitsOf: (output) =>
    new Map([...(output?.next.probabilities ?? [])].map(([token, share]) => [token, Math.log(share)])),
  sampledToken: (output) => sound(output, output?.next.confidence),
};

const sound = (output: EvaluationOutput | undefined, weight: number | undefined): Token =>
  soundToken(output?.next.token, weight);

/** @throws WeighbridgeError `checkpoint` where the weight is none, and the token so means nothing */
export function soundToken(token: Token | null | undefined, weight = Number.NaN): Token {
  if (token === undefined || token === null || !Number.isFinite(weight)) {
    throw new WeighbridgeError(
      'checkpoint',
      'the model computes NaN or infinite logits: its text means nothing',
      {
        fix: 'check the training run for divergence, and the conversion for overflow in half precision',
      },
    );
  }
  return token;
}

/** @param version of node-llama-cpp */
export function readoutOf(version: string): Readout {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 22) ? chosenLogits : wholeDistributions;
}
