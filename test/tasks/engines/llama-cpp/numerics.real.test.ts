import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isOverflow } from '../../../../src/tasks/engines/engine.ts';
import { type Bigram, random, writeBigram, writeBigramAdapter } from '../../../support/planted.ts';
import { openModel, sharedModel, temporaryFolder } from '../../../support/real-engine.ts';

const folder = temporaryFolder();
const path = join(folder, 'bigram.gguf');
let bigram: Bigram;
let plain: Bigram;
beforeAll(() => {
  bigram = writeBigram(path);
  plain = writeBigram(join(folder, 'no-bos.gguf'), { addBos: false });
});

/** Tokens of ASCII text in the planted vocabulary: each byte is the token of its symbol, merged words are one. */
function tokensOf({ vocabulary }: Bigram, text: string): number[] {
  const words = [' yes', ' no', ' maybe', 'hello', ' world', '<|user|>', '<|bos|>'];
  const pattern = new RegExp(`${words.map((word) => word.replaceAll('|', '\\|')).join('|')}|[^]`, 'g');
  return (text.match(pattern) ?? []).map((piece) => vocabulary.tokens.indexOf(piece.replace(/^ /, 'Ġ')));
}

function expected(model: Bigram, tokens: readonly number[], from: number): number {
  return tokens
    .slice(from)
    .reduce((sum, token, i) => sum + model.logProbability(tokens[from + i - 1] ?? -1, token), 0);
}

async function choices(file: string, context: string, continuations: string[]) {
  const model = await sharedModel(file);
  const answer = await model.scoreChoices({ context, continuations, truncation: 'refuse' });
  if (isOverflow(answer)) throw new Error('overflow');
  return answer;
}

describe('choices against the closed form', () => {
  test.each([
    { name: 'choices of one token', context: 'Is it?', continuations: [' yes', ' no', ' maybe'] },
    {
      name: 'choices of several tokens',
      context: 'hello world',
      continuations: [' is round', ' no no no', '!'],
    },
    { name: 'white space at the end of the context', context: 'Is it? ', continuations: ['yes', 'no'] },
    { name: 'a special token in the context', context: '<|user|>Is it?', continuations: [' yes'] },
    { name: 'a BOS spelt out', context: '<|bos|>Is it?', continuations: [' yes'] },
    { name: 'no context', context: '', continuations: [' yes', 'x', 'hello world'] },
  ])('$name', async ({ context, continuations }) => {
    for (const [file, model] of [
      ['bigram.gguf', bigram],
      ['no-bos.gguf', plain],
    ] as const) {
      const answer = await choices(join(folder, file), context, continuations);
      const { bos } = model.vocabulary;
      const bare = tokensOf(model, context.trimEnd());
      // Without a context a BOS stands before the text, whether the model wants one everywhere or not.
      const needsBos = bare[0] !== bos && (model === bigram || bare.length === 0);
      const head = needsBos ? [bos, ...bare] : bare;
      answer.scores.forEach((score, i) => {
        const rest = tokensOf(model, context.slice(context.trimEnd().length) + continuations[i]);
        const whole = [...head, ...rest];
        expect(Math.abs(score.logLikelihood - expected(model, whole, head.length))).toBeLessThan(1e-5);
        expect(score.tokens).toBe(rest.length);
        expect(score.isGreedy).toBe(
          rest.every((token, k) => model.argmax(whole[head.length + k - 1] ?? -1) === token),
        );
      });
      expect(answer.promptTokens).toBe(head.length);
    }
  });

  test('the greedy continuation is recognised, and no other', async () => {
    const { vocabulary } = bigram;
    const start = vocabulary.tokens.indexOf('?');
    const printable = vocabulary.tokens[bigram.argmax(start)] ?? '';
    const model = await sharedModel(path);
    const generated = await model.generate({
      prompt: '?',
      specialTokens: true,
      maxTokens: 1,
      stop: [],
      temperature: 0,
      seed: 1,
    });
    if (isOverflow(generated)) throw new Error('overflow');
    expect(printable).not.toBe('');
    const answer = await model.scoreChoices({
      context: '?',
      continuations: [generated.text, ' yes'],
      truncation: 'refuse',
    });
    if (isOverflow(answer)) throw new Error('overflow');
    expect(answer.scores.map((score) => score.isGreedy)).toEqual([
      true,
      bigram.argmax(start) === vocabulary.tokens.indexOf('Ġyes'),
    ]);
  });
});

describe('rolling log-likelihood', () => {
  const uniform = random(3);
  // Letters of which no two make one of the vocabulary's merges.
  const long = Array.from({ length: 700 }, () => 'abcdfgij !?.'[Math.floor(uniform() * 12)]).join('');
  test.each([
    { name: 'shorter than the context', text: 'hello world, is it?' },
    { name: 'one token', text: 'x' },
    { name: 'windows that overlap', text: long },
    { name: 'exactly one window', text: long.slice(0, 255) },
  ])('$name', async ({ text }) => {
    const model = await sharedModel(path);
    const answer = await model.rollingLogLikelihood(text);
    const tokens = [bigram.vocabulary.bos, ...tokensOf(bigram, text)];
    expect(answer.tokens).toBe(tokens.length - 1);
    expect(Math.abs(answer.logLikelihood - expected(bigram, tokens, 1)) / answer.tokens).toBeLessThan(1e-5);
  });

  test('an empty text has no tokens, and so no likelihood', async () => {
    expect(await (await sharedModel(path)).rollingLogLikelihood('')).toMatchObject({
      logLikelihood: Number.NaN,
      tokens: 0,
    });
  });
});

describe('generation', () => {
  /** After "?" the words ` hello|world` in a circle, é by its two bytes, then the end. */
  const chain = ['?', ' yes', ' no', 'Ã', '©', ' maybe', '<|eos|>'];
  const file = join(folder, 'chain.gguf');
  beforeAll(() => {
    writeBigram(file, {
      edit: (logits, { tokens }) => {
        const size = tokens.length;
        const indexes = chain.map((text) => tokens.indexOf(text.replace(/^ /, 'Ġ')));
        indexes.slice(1).forEach((next, i) => {
          logits[(indexes[i] ?? 0) * size + next] = 30;
        });
        const circle = tokens.indexOf('!');
        logits[circle * size + circle] = 30;
      },
    });
  });
  const request = { specialTokens: true, stop: [], temperature: 0, seed: 1, maxTokens: 20 };

  test.each([
    {
      name: 'to the end of text',
      change: {},
      text: ' yes noé maybe',
      finish: 'end_of_text',
      outputTokens: 5,
    },
    {
      name: 'to a stop string of several tokens',
      change: { stop: ['oé m', 'zzz'] },
      text: ' yes n',
      finish: 'stop',
      outputTokens: 5,
    },
    {
      name: 'to a stop string inside a token',
      change: { stop: ['e'] },
      text: ' y',
      finish: 'stop',
      outputTokens: 1,
    },
    {
      name: 'to the earliest of several',
      change: { stop: ['no', 's n'] },
      text: ' ye',
      finish: 'stop',
      outputTokens: 2,
    },
    {
      name: 'as long as allowed',
      change: { maxTokens: 2 },
      text: ' yes no',
      finish: 'length',
      outputTokens: 2,
    },
    {
      name: 'half a character is marked',
      change: { maxTokens: 3 },
      text: ' yes no\uFFFD',
      finish: 'length',
      outputTokens: 3,
    },
    {
      name: 'until the context is full',
      change: { prompt: '!', maxTokens: 1000 },
      text: '!'.repeat(254),
      finish: 'length',
      outputTokens: 254,
    },
  ])('$name', async ({ change, text, finish, outputTokens }) => {
    const model = await sharedModel(file);
    const answer = await model.generate({ prompt: '?', ...request, ...change });
    expect(answer).toEqual({
      ...{ text, finish, outputTokens, promptTokens: 2 },
      tokenDigest: expect.stringMatching(/^sha256:/),
      timing: { seconds: expect.any(Number), firstTokenSeconds: expect.any(Number) },
    });
    const { seconds = 0, firstTokenSeconds = 1 } = isOverflow(answer) ? {} : (answer.timing ?? {});
    expect(firstTokenSeconds).toBeGreaterThan(0);
    expect(seconds).toBeGreaterThanOrEqual(firstTokenSeconds);
    expect(model.machine).toMatch(/^linux|^darwin|^win32/);
  });

  test("sampling follows its seed and the model's distribution", async () => {
    const sampled = join(folder, 'coin.gguf');
    const coin = writeBigram(sampled, {
      edit: (logits, { tokens }) => {
        const [from, yes, no] = ['?', 'Ġyes', 'Ġno'].map((text) => tokens.indexOf(text));
        logits[(from ?? 0) * tokens.length + (yes ?? 0)] = 20;
        logits[(from ?? 0) * tokens.length + (no ?? 0)] = 19;
      },
    });
    const model = await sharedModel(sampled);
    const draw = async (seed: number) => {
      const answer = await model.generate({ ...request, prompt: '?', temperature: 1, maxTokens: 1, seed });
      return isOverflow(answer) ? 'overflow' : answer.text;
    };
    const texts: string[] = [];
    for (let seed = 0; seed < 300; seed++) texts.push(await draw(seed));
    expect(await draw(7)).toBe(texts[7]);
    const share = texts.filter((text) => text === ' yes').length / texts.length;
    const [from, yes] = ['?', 'Ġyes'].map((text) => coin.vocabulary.tokens.indexOf(text));
    // Standard error 0.026: four of them.
    expect(Math.abs(share - Math.exp(coin.logProbability(from ?? 0, yes ?? 0)))).toBeLessThan(0.1);
  });
});

describe('identity', () => {
  test('says which weights ran, and with what', async () => {
    const model = await sharedModel(path);
    const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(model.identity).toEqual({
      source: path,
      digest: `sha256:${digest}`,
      adapter_digest: null,
      architecture: 'llama',
      parameter_count: 320 * 320 * 2 + 4 * 320 * 32 + 3 * 320 * 32 + 3 * 320,
      quantization: 'F32',
    });
    expect(model.contextSize).toBe(256);
    expect(model.chatTemplate).toMatchObject({ bosToken: '<|bos|>', eosToken: '<|eos|>' });
    expect(model.chatTemplate?.template).toContain('<|user|>');
    expect(model.fingerprint).toEqual({
      engine: 'llama.cpp',
      engine_version: 'node-llama-cpp 3.22.1, llama.cpp v0.5.0',
      engine_settings: 'context 256, batch 512, kv F16',
      device: 'cpu',
      tokenizer: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      dtype: 'F32',
    });
  });

  test('the tokenizer digest tells tokenizers apart and nothing else', async () => {
    const other = join(folder, 'other-weights.gguf');
    writeBigram(other, { seed: 2 });
    const [same, otherWeights, noBos] = await Promise.all(
      [path, other, join(folder, 'no-bos.gguf')].map((file) => sharedModel(file)),
    );
    expect(otherWeights?.fingerprint.tokenizer).toBe(same?.fingerprint.tokenizer);
    expect(noBos?.fingerprint.tokenizer).not.toBe(same?.fingerprint.tokenizer);
  });
});

test('an adapter changes what it was planted to change', async () => {
  const adapter = join(folder, 'adapter.gguf');
  const [from, to] = ['?', 'Ġyes'].map((text) => bigram.vocabulary.tokens.indexOf(text));
  writeBigramAdapter(adapter, from ?? 0, to ?? 0, 3);
  const model = await openModel({ kind: 'adapter', base: path, adapter });
  const answer = await model.scoreChoices({
    context: '?',
    continuations: [' yes', ' no'],
    truncation: 'refuse',
  });
  if (isOverflow(answer)) throw new Error('overflow');
  const p = Math.exp(bigram.logProbability(from ?? 0, to ?? 0));
  const total = Math.log(1 - p + p * Math.exp(3));
  const no = bigram.logProbability(from ?? 0, bigram.vocabulary.tokens.indexOf('Ġno'));
  expect(answer.scores[0]?.logLikelihood).toBeCloseTo(Math.log(p) + 3 - total, 4);
  expect(answer.scores[1]?.logLikelihood).toBeCloseTo(no - total, 4);
  expect(model.identity.adapter_digest).toMatch(/^sha256:/);
  expect(model.identity.source).toBe(`${path} + ${adapter}`);
});
