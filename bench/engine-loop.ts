import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { isOverflow, type LoadedModel } from '../src/tasks/engines/engine.ts';
import { llamaCpp } from '../src/tasks/engines/llama-cpp/engine.ts';
import { findEnginePackage } from '../src/tasks/engines/llama-cpp/engine-package.ts';
import { installEngine } from '../src/tasks/engines/llama-cpp/install.ts';
import type { EvaluationItem, Library, RawSequence, Token } from '../src/tasks/engines/llama-cpp/library.ts';
import { llamaCppOptions } from '../src/tasks/engines/llama-cpp/options.ts';
import { random, writeRandom } from '../test/support/planted.ts';

/**
 * Our path (process, protocol, prefix reuse, decoding) against the plain node-llama-cpp loop on the same tokens in the same
 * run, by turns. Speeds are the best of the rounds, the ratio is the median of the rounds' ratios, which noise moves least. Usage: `npx tsx bench/engine-loop.ts [threads]` after a build.
 *
 * The raw loop for choices is the best one would write by hand: the context is kept, every choice is evaluated after it.
 */

const THREADS = Number(process.argv[2] ?? 1);
const ROUNDS = 15;

const MODELS = [
  { name: 'tiny (0.2 M)', options: { width: 64, layers: 2, vocabularySize: 320 }, scale: 1 },
  {
    name: 'moderate (18 M, Q8_0)',
    options: { width: 384, layers: 6, vocabularySize: 8192, type: 'Q8_0' },
    scale: 0.25,
  },
] as const;

/** A measured path: does its work once and says how many tokens and samples that was. */
type Work = () => Promise<{ samples: number; tokens: number }>;

interface Raw {
  readonly sequence: RawSequence & { evaluate(tokens: Token[], options: object): AsyncGenerator<Token> };
  readonly tokenize: (text: string) => Token[];
  readonly dispose: () => Promise<void>;
}

const folder = join(tmpdir(), 'weighbridge-bench');
mkdirSync(folder, { recursive: true });

const signal = new AbortController().signal;
const library = (await import(
  await installEngine(findEnginePackage(), { environment: process.env, status: console.error, signal })
)) as Library;

for (const { name, options, scale } of MODELS) {
  const path = join(folder, `${name.replace(/\W+/g, '-')}.gguf`);
  if (!existsSync(path)) writeRandom(path, { ...options, context: 1024 });
  const ours = await llamaCpp.open(
    { kind: 'file', path },
    llamaCppOptions.parse({ threads: THREADS }),
    { status: console.error },
    signal,
  );
  const raw = await openRaw(path);
  console.log(`\n${name}, ${THREADS} thread(s)`);
  for (const [task, pair] of Object.entries(workloads(ours, raw, scale)))
    await report(task, pair.ours, pair.raw);
  await ours.close();
  await raw.dispose();
}
process.exit(0);

async function openRaw(modelPath: string): Promise<Raw> {
  const llama = await library.getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    maxThreads: 0,
    logger: () => {},
  });
  const model = await llama.loadModel({ modelPath });
  const context = await model.createContext({
    contextSize: 1024,
    batchSize: 512,
    threads: { ideal: THREADS, min: 1 },
    sequences: 1,
    flashAttention: false,
    swaFullCache: true,
    failedCreationRemedy: false,
  });
  return {
    sequence: context.getSequence() as Raw['sequence'],
    tokenize: (text) => model.tokenize(text, true),
    dispose: () => llama.dispose(),
  };
}

function workloads(ours: LoadedModel, raw: Raw, scale: number): Record<string, { ours: Work; raw: Work }> {
  const uniform = random(11);
  const text = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(97 + Math.floor(uniform() * 26))).join('');
  const questions = Array.from({ length: Math.ceil(24 * scale) }, () => ({
    context: text(70),
    continuations: Array.from({ length: 4 }, () => ` ${text(24)}`),
  }));
  const prompts = Array.from({ length: Math.ceil(6 * scale) }, () => text(60));
  const documents = Array.from({ length: Math.ceil(4 * scale) }, () => text(500));
  const outputTokens = 64;
  return {
    choices: {
      ours: async () => {
        let tokens = 0;
        for (const question of questions) {
          const answer = await ours.scoreChoices({ ...question, truncation: 'refuse' });
          if (isOverflow(answer)) throw new Error('overflow');
          tokens += answer.promptTokens + answer.scores.reduce((sum, score) => sum + score.tokens, 0);
        }
        return { samples: questions.length, tokens };
      },
      raw: async () => {
        let tokens = 0;
        for (const { context, continuations } of questions) {
          const head = raw.tokenize(context);
          tokens += head.length;
          for (const [i, continuation] of continuations.entries()) {
            const whole = raw.tokenize(context + continuation);
            const from = i === 0 ? 0 : head.length - 1;
            await raw.sequence.eraseContextTokenRanges([{ start: from, end: raw.sequence.nextTokenIndex }]);
            await raw.sequence.controlledEvaluate(scored(whole, from, head.length - 1));
            tokens += whole.length - head.length;
          }
        }
        return { samples: questions.length, tokens };
      },
    },
    generation: {
      ours: async () => {
        let tokens = 0;
        for (const prompt of prompts) {
          const answer = await ours.generate({
            prompt,
            specialTokens: true,
            maxTokens: outputTokens,
            stop: ['\n\nQ:'],
            temperature: 0,
            seed: 1,
          });
          if (isOverflow(answer)) throw new Error('overflow');
          tokens += answer.outputTokens;
        }
        return { samples: prompts.length, tokens };
      },
      raw: async () => {
        let tokens = 0;
        for (const prompt of prompts) {
          await raw.sequence.eraseContextTokenRanges([{ start: 0, end: raw.sequence.nextTokenIndex }]);
          let count = 0;
          for await (const _ of raw.sequence.evaluate(raw.tokenize(prompt), { temperature: 0 })) {
            if (++count === outputTokens) break;
          }
          tokens += count;
        }
        return { samples: prompts.length, tokens };
      },
    },
    rolling: {
      ours: async () => {
        let tokens = 0;
        for (const document of documents) tokens += (await ours.rollingLogLikelihood(document)).tokens;
        return { samples: documents.length, tokens };
      },
      raw: async () => {
        let tokens = 0;
        for (const document of documents) {
          const whole = raw.tokenize(`<|bos|>${document}`);
          await raw.sequence.eraseContextTokenRanges([{ start: 0, end: raw.sequence.nextTokenIndex }]);
          await raw.sequence.controlledEvaluate(scored(whole, 0, 0));
          tokens += whole.length - 1;
        }
        return { samples: documents.length, tokens };
      },
    },
  };
}

/** Items from `start`, asking from `firstScored` on for the logit of the token that follows. */
function scored(tokens: readonly Token[], start: number, firstScored: number): EvaluationItem[] {
  return tokens.slice(start, -1).map((token, i): EvaluationItem => {
    const position = start + i;
    const next = tokens[position + 1] ?? 0;
    if (position < firstScored) return token;
    const logits = { filter: { tokens: [next], includeSelected: true } } as const;
    return [
      token,
      { generateNext: { token: true, totalLogitWeight: true, logits, options: { temperature: 0 } } },
    ];
  });
}

async function report(task: string, ours: Work, raw: Work): Promise<void> {
  const speeds = { ours: [] as number[], raw: [] as number[] };
  const sides: [number[], Work][] = [
    [speeds.ours, ours],
    [speeds.raw, raw],
  ];
  let samplesPerToken = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [measured, work] of round % 2 === 0 ? sides : sides.toReversed()) {
      const start = performance.now();
      const { samples, tokens } = await work();
      measured.push(tokens / ((performance.now() - start) / 1000));
      samplesPerToken = samples / tokens;
    }
  }
  const ratios = speeds.ours
    .map((speed, round) => speed / (speeds.raw[round] ?? Number.NaN))
    .sort((a, b) => a - b);
  const best = (measured: number[]) => {
    const tokens = Math.max(...measured);
    return `${(tokens * samplesPerToken).toFixed(1)} samples/s, ${tokens.toFixed(0)} tokens/s`;
  };
  const ratio = ratios[ROUNDS >> 1]?.toFixed(2);
  console.log(`${task.padEnd(11)} ours ${best(speeds.ours)}; raw ${best(speeds.raw)}; ratio ${ratio}`);
}
