import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fetchedSmolLm2 } from '../../../../scripts/llama-server.ts';
import type { ChoiceRequest, LoadedModel } from '../../../../src/tasks/engines/engine.ts';
import type { LlamaCppOptions } from '../../../../src/tasks/engines/llama-cpp/options.ts';
import type { TensorType } from '../../../support/gguf.ts';
import { random, writeRandom } from '../../../support/planted.ts';
import { openModel as openTimed, temporaryFolder } from '../../../support/real-engine.ts';

/**
 * Results must be equal to the last bit, whatever the number of threads, the process, the batch size, or what was asked
 * before: paired comparison of checkpoints rests on it. Random weights of every storage type that has kernels of its own.
 */

/** How long an answer took is no part of what it is. */
async function openModel(...how: Parameters<typeof openTimed>): Promise<LoadedModel> {
  const model = await openTimed(...how);
  const untimed = async <Answer extends object>(answer: Promise<Answer>): Promise<Answer> => {
    const { timing: _, ...rest } = { timing: null, ...(await answer) };
    return rest as unknown as Answer;
  };
  return {
    ...model,
    scoreChoices: (request) => untimed(model.scoreChoices(request)),
    rollingLogLikelihood: (text) => untimed(model.rollingLogLikelihood(text)),
    generate: (request) => untimed(model.generate(request)),
  };
}

const folder = temporaryFolder();
const TYPES: TensorType[] = ['F32', 'F16', 'Q8_0', 'Q4_0'];
const file = (type: TensorType) => join(folder, `${type}.gguf`);
beforeAll(() => {
  for (const type of TYPES) writeRandom(file(type), { type, width: 128, layers: 3, context: 256 });
});

const uniform = random(5);
const text = (length: number) =>
  Array.from({ length }, () => String.fromCharCode(97 + Math.floor(uniform() * 26))).join('');

const SHOTS = text(60);
const requests: ChoiceRequest[] = [
  // Shared prefixes of every length modulo 4, answers of one and of many tokens.
  ...[3, 17, 18, 31].map((length) => ({
    context: SHOTS + text(length),
    continuations: [text(1), text(2), text(1), text(9), text(24)],
  })),
  { context: SHOTS, continuations: [text(5), text(1)] },
  { context: SHOTS.slice(0, 40), continuations: [text(1), text(1)] },
  { context: '', continuations: [text(1), text(30)] },
  // One batch of 32 and one token more.
  { context: text(30), continuations: [text(3), text(4)] },
  { context: text(230), continuations: [text(60)] },
].map((request) => ({ ...request, truncation: 'left' }));
const prompts = [SHOTS + text(4), SHOTS, 'x', text(34)];
const long = text(600);

const generation = { specialTokens: true, maxTokens: 24, stop: [], temperature: 0, seed: 1 };

async function everything(model: LoadedModel): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const request of requests) answers.push(await model.scoreChoices(request));
  for (const prompt of prompts) answers.push(await model.generate({ ...generation, prompt }));
  answers.push(await model.rollingLogLikelihood(long));
  return answers;
}

describe.each(TYPES)('%s', (type) => {
  let once: unknown[];
  let model: LoadedModel;
  beforeAll(async () => {
    model = await openModel(file(type));
    once = await everything(model);
  });

  test.each<{ name: string; options: Partial<LlamaCppOptions> }>([
    { name: 'in another process', options: {} },
    { name: 'with batches of 32', options: { batch_size: 32 } },
  ])('the same $name', async ({ options }) => {
    expect(await everything(await openModel(file(type), options))).toEqual(once);
  });

  test('the same with two threads', async () => {
    const threaded = await openModel(file(type), { threads: 2 });
    const answers: unknown[] = [];
    // A few only: where other programs want the cores too, threads spend their time waiting for each other.
    for (const request of requests.slice(0, 2)) answers.push(await threaded.scoreChoices(request));
    expect(answers).toEqual(once.slice(0, answers.length));
  });

  test('the same when asked again, in another order', async () => {
    const answers: unknown[] = [];
    answers.unshift(await model.rollingLogLikelihood(long));
    for (const prompt of [...prompts].reverse())
      answers.unshift(await model.generate({ ...generation, prompt }));
    for (const request of [...requests].reverse()) answers.unshift(await model.scoreChoices(request));
    expect(answers).toEqual(once);
  });

  test.each([false, true])(
    'the same where beginnings that come again are read back, told before: %s',
    async (isTold) => {
      const subjects = [text(90), text(120), text(100)];
      const questions = subjects.map(() => Array.from({ length: 4 }, () => text(20)));
      const ask = (subject: number, question: number) =>
        model.scoreChoices({
          context: `${subjects[subject]}${questions[subject]?.[question]}`,
          continuations: ['a', 'ab'],
          truncation: 'refuse',
          ...(isTold ? { beginning: subjects[subject] ?? '' } : {}),
        });
      const inTurn: unknown[][] = [[], [], []];
      for (let question = 0; question < 4; question += 1)
        for (const [subject] of subjects.entries()) inTurn[subject]?.push(await ask(subject, question));
      const anew: unknown[][] = [[], [], []];
      for (const [subject] of subjects.entries())
        for (let question = 0; question < 4; question += 1) {
          await model.rollingLogLikelihood('# forget');
          anew[subject]?.push(await ask(subject, question));
        }
      expect(inTurn).toEqual(anew);
    },
  );

  test('the same with nothing to reuse', async () => {
    const answers: unknown[] = [];
    for (const request of requests) {
      const scores: unknown[] = [];
      for (const continuation of request.continuations) {
        // A text that shares no prefix drops everything the sequence holds.
        await model.rollingLogLikelihood('# forget');
        const answer = await model.scoreChoices({ ...request, continuations: [continuation] });
        scores.push(...('scores' in answer ? answer.scores : [answer]));
      }
      answers.push(scores);
    }
    expect(answers).toEqual(
      once.slice(0, requests.length).map((answer) => (answer as { scores: unknown }).scores),
    );
  });
});

const SMOLLM2 = fetchedSmolLm2();

describe.skipIf(SMOLLM2 === null)(
  'SmolLM2 (skipped where `npx tsx scripts/llama-server.ts` did not fetch it)',
  () => {
    const question = (subject: string, number: number) => ({
      context: `These are questions about ${subject}. ${`What of ${subject} is known to everybody? All of it.\n`.repeat(9)}Which of ${number}? Answer:`,
      continuations: [' A', ' B', ' C', ' D', ' none of these, as far as anybody knows'],
      truncation: 'refuse' as const,
    });
    const asked = ['law', 'physics', 'virology'].flatMap((subject) =>
      [1, 2, 3].map((number) => question(subject, number)),
    );
    const answersOf = async (threads: LlamaCppOptions['threads'], order = asked) => {
      const model = await openModel(String(SMOLLM2), { threads });
      const answers = new Map<string, unknown>();
      for (const request of order) answers.set(request.context, await model.scoreChoices(request));
      const text = await model.generate({ ...generation, prompt: asked[0]?.context ?? '' });
      await model.close();
      return { answers, text };
    };

    test('the same with one thread, with two, and with as many as are fastest', async () => {
      const once = await answersOf(1);
      expect(await answersOf(2)).toEqual(once);
      expect(await answersOf('auto')).toEqual(once);
    });

    test('the same in turn, where beginnings are read back, as one subject after the other', async () => {
      const inTurn = [0, 3, 6, 1, 4, 7, 2, 5, 8].flatMap((at) => asked[at] ?? []);
      const told = inTurn.map((each) => ({ ...each, beginning: each.context.slice(0, -20) }));
      const { answers } = await answersOf(1);
      expect((await answersOf(1, inTurn)).answers).toEqual(answers);
      expect((await answersOf(1, told)).answers).toEqual(answers);
    });
  },
);
