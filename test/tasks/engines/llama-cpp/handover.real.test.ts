import { copyFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { ModelSource } from '../../../../src/core/domain/model.ts';
import type { LoadedModel } from '../../../../src/tasks/engines/engine.ts';
import { Handover } from '../../../../src/tasks/engines/handover.ts';
import { llamaCpp } from '../../../../src/tasks/engines/llama-cpp/engine.ts';
import { type LlamaCppOptions, llamaCppOptions } from '../../../../src/tasks/engines/llama-cpp/options.ts';
import { random, writeAdapter, writeRandom } from '../../../support/planted.ts';
import { temporaryFolder } from '../../../support/real-engine.ts';

/** One base serves several models, and none of them can tell. */

const WIDTH = 128;
const folder = temporaryFolder();
const base = join(folder, 'base.gguf');
const [one, other] = ['one', 'other'].map((name) => join(folder, `${name}.gguf`)) as [string, string];

beforeAll(() => {
  writeRandom(base, { type: 'Q8_0', width: WIDTH, layers: 3, context: 256 });
  for (const [index, path] of [one, other].entries()) {
    const uniform = random(index + 1);
    const tensor = (name: string, shape: [number, number]) => {
      const data = Float32Array.from({ length: shape[0] * shape[1] }, () => uniform() - 0.5);
      return { name: `blk.1.ffn_up.weight.${name}`, shape, type: 'F32' as const, data };
    };
    writeAdapter(path, [tensor('lora_a', [WIDTH, 4]), tensor('lora_b', [4, 3 * WIDTH])]);
  }
});

const adapted = (adapter: string): ModelSource => ({ kind: 'adapter', base, adapter });
const bare: ModelSource = { kind: 'file', path: base };

const context = 'the same beginning of all questions, long enough to be kept for the next one. '.repeat(2);
const greedy = { specialTokens: true, maxTokens: 16, stop: [], temperature: 0, seed: 1 };

/** Everything that a model can be asked, twice over what it may have kept, without the time that it took. */
async function answersOf(model: LoadedModel): Promise<unknown> {
  const answers: object[] = [];
  for (const question of ['a?', 'b?', 'a?']) {
    const continuations = [' yes', ' no', ' maybe so'];
    answers.push(
      await model.scoreChoices({ context: context + question, continuations, truncation: 'left' }),
    );
    answers.push(await model.generate({ ...greedy, prompt: context + question }));
    answers.push(await model.generate({ ...greedy, prompt: question, temperature: 1, seed: 7 }));
  }
  answers.push(await model.rollingLogLikelihood(context));
  const { identity, fingerprint, contextSize } = model;
  return [identity, fingerprint, contextSize, answers.map((answer) => ({ ...answer, timing: null }))];
}

/** Opens models one after another, and says of each whether it found its base there, and what `ask` says. */
async function evaluate<Answer>(
  sources: readonly (readonly [ModelSource, Partial<LlamaCppOptions>?])[],
  handover: Handover | undefined,
  ask: (model: LoadedModel) => Promise<Answer> | Answer,
) {
  const signal = new AbortController().signal;
  const all: { readonly answers: Answer; readonly found: boolean }[] = [];
  for (const [source, options] of sources) {
    const lines: string[] = [];
    const events = {
      status: (line: string) => lines.push(line),
      ...(handover === undefined ? {} : { handover }),
    };
    const settings = llamaCppOptions.parse({ threads: 1, ...options });
    const model = await llamaCpp.open(source, settings, events, signal);
    all.push({
      answers: await ask(model),
      found: lines.includes('the base is loaded already, and stays'),
    });
    await model.close();
  }
  return all;
}

function newHandover(): Handover {
  const handover = new Handover();
  onTestFinished(() => handover.close());
  return handover;
}

test('base and adapters on one loaded base answer to the last bit as each by itself', async () => {
  const sources = [[bare], [adapted(one)], [adapted(other)], [bare], [bare, { context_size: 128 }]] as const;
  const apart = await evaluate(sources, undefined, answersOf);
  const together = await evaluate(sources, newHandover(), answersOf);
  expect(together.map(({ found }) => found)).toEqual([false, true, true, true, true]);
  expect(together.map(({ answers }) => answers)).toEqual(apart.map(({ answers }) => answers));
  // The adapters do change what is answered.
  const [first, second, third] = apart.map(({ answers }) => JSON.stringify(answers));
  expect(new Set([first, second, third]).size).toBe(3);
});

test('another base, other threads and an adapter whose path is known begin anew', async () => {
  const copy = join(folder, 'copy.gguf');
  copyFileSync(base, copy);
  const found = await evaluate(
    [
      [bare],
      [{ kind: 'file', path: copy }],
      [bare],
      [bare, { threads: 2 }],
      [adapted(one), { threads: 2 }],
      [adapted(one), { threads: 2 }],
    ],
    newHandover(),
    () => {},
  );
  expect(found.map((each) => each.found)).toEqual([false, false, false, false, true, false]);
});

test('a base that changed on the disk is not the one that is loaded', async () => {
  const touched = join(folder, 'touched.gguf');
  copyFileSync(base, touched);
  const source = { kind: 'file', path: touched } as const;
  let day = 1;
  const found = await evaluate([[source], [source]], newHandover(), () => utimesSync(touched, day, day++));
  expect(found.map((each) => each.found)).toEqual([false, false]);
});
