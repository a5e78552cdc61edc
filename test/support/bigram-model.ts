import {
  type ChoiceRequest,
  type ContinuationScore,
  EngineDied,
  type GenerateRequest,
  type LoadedModel,
} from '../../src/tasks/engines/engine.ts';

export interface BigramOptions {
  /** What the model has read: the counts of its character pairs are all it knows. */
  readonly corpus?: string;
  readonly digest?: string;
  readonly contextSize?: number;
  /** Name of its vocabulary, and which tokens a text becomes; nothing of the sort is told without. */
  readonly tokenizer?: { readonly name: string; readonly tokensOf: (text: string) => string };
  readonly chatTemplate?: string;
  /** The engine dies under this request, counted from 1. */
  readonly diesAt?: number;
  /** Continuations and texts that the broken model has no number for. */
  readonly notANumberFor?: string;
  readonly onRequest?: (request: unknown) => void;
}

const CORPUS = 'the cat sat on the mat. the dog ate the cat food. a man and a hat. ';

/**
 * A language model in closed form: p(b | a) = (count(ab) + 1) / (count(a·) + alphabet) over the characters of its corpus,
 * one token a character. Small, exact and the same everywhere.
 */
export function bigramModel(options: BigramOptions = {}): LoadedModel {
  const corpus = options.corpus ?? CORPUS;
  const alphabet = [...new Set(corpus)].sort();
  const pairs = new Map<string, number>();
  const totals = new Map<string, number>();
  for (let index = 1; index < corpus.length; index += 1) {
    const [before, after] = [corpus[index - 1] ?? '', corpus[index] ?? ''];
    pairs.set(before + after, (pairs.get(before + after) ?? 0) + 1);
    totals.set(before, (totals.get(before) ?? 0) + 1);
  }
  const logProbability = (before: string, after: string) =>
    Math.log(((pairs.get(before + after) ?? 0) + 1) / ((totals.get(before) ?? 0) + alphabet.length));
  const next = (before: string) =>
    alphabet.reduce((best, letter) =>
      logProbability(before, letter) > logProbability(before, best) ? letter : best,
    );
  const contextSize = options.contextSize ?? 4096;
  let requests = 0;
  const told = (...texts: readonly string[]) =>
    options.tokenizer === undefined ? {} : { tokenDigest: options.tokenizer.tokensOf(texts.join('|')) };
  const begin = (request: unknown) => {
    requests += 1;
    options.onRequest?.(request);
    if (requests === options.diesAt) throw new EngineDied('the engine was killed');
  };
  const likelihood = (context: string, text: string) => {
    if (options.notANumberFor !== undefined && text.includes(options.notANumberFor)) return Number.NaN;
    const whole = `${context}${text}`;
    let sum = 0;
    for (let index = context.length; index < whole.length; index += 1) {
      sum += logProbability(whole[index - 1] ?? ' ', whole[index] ?? '');
    }
    return sum;
  };

  return {
    identity: {
      source: 'bigram',
      digest: options.digest ?? 'sha256:b16',
      adapter_digest: null,
      architecture: 'bigram',
      parameter_count: alphabet.length ** 2,
      quantization: null,
    },
    fingerprint: {
      engine: 'bigram',
      engine_version: '1',
      engine_settings: `context ${contextSize}`,
      tokenizer: options.tokenizer?.name ?? 'characters',
      dtype: 'f64',
    },
    contextSize,
    chatTemplate:
      options.chatTemplate === undefined
        ? null
        : { template: options.chatTemplate, bosToken: '<s>', eosToken: '</s>' },
    async scoreChoices(request: ChoiceRequest) {
      begin(request);
      const longest = Math.max(...request.continuations.map((text) => text.length));
      const tokens = request.context.length + longest;
      if (tokens > contextSize && request.truncation === 'refuse') {
        return { overflow: { tokens, context: contextSize }, ...told(request.context) };
      }
      const truncatedTokens = Math.max(0, tokens - contextSize);
      const context = request.context.slice(truncatedTokens);
      const scores: ContinuationScore[] = request.continuations.map((text) => ({
        logLikelihood: likelihood(context, text),
        isGreedy: false,
        tokens: text.length,
      }));
      return {
        scores,
        promptTokens: context.length,
        truncatedTokens,
        ...told(request.context, ...request.continuations),
      };
    },
    async rollingLogLikelihood(text: string) {
      begin(text);
      return { logLikelihood: likelihood('', text), tokens: text.length, ...told(text) };
    },
    async generate(request: GenerateRequest) {
      begin(request);
      const tokens = request.prompt.length + request.maxTokens;
      if (tokens > contextSize)
        return { overflow: { tokens, context: contextSize }, ...told(request.prompt) };
      let text = '';
      while (text.length < request.maxTokens) {
        text += next((request.prompt + text).at(-1) ?? ' ');
        const stop = request.stop.find((word) => text.endsWith(word));
        if (stop !== undefined) {
          const cut = text.slice(0, -stop.length);
          return {
            text: cut,
            promptTokens: request.prompt.length,
            outputTokens: text.length,
            finish: 'stop',
            ...told(request.prompt),
          };
        }
      }
      const counts = { promptTokens: request.prompt.length, outputTokens: text.length };
      return { text, ...counts, finish: 'length', ...told(request.prompt) };
    },
    async close() {},
  };
}
