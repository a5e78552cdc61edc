import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { ModelSource } from '../../../../src/core/domain/model.ts';
import { llamaCpp } from '../../../../src/tasks/engines/llama-cpp/engine.ts';
import { type LlamaCppOptions, llamaCppOptions } from '../../../../src/tasks/engines/llama-cpp/options.ts';
import { writeBigram, writeRandom } from '../../../support/planted.ts';
import { openModel, temporaryFolder } from '../../../support/real-engine.ts';

const folder = temporaryFolder();
const fixture = (name: string) => resolve(import.meta.dirname, '../../../../fixtures/checkpoints', name);
function planted(name: string, write: (path: string) => unknown): ModelSource {
  const path = join(folder, name);
  write(path);
  return { kind: 'file', path };
}

const describeModel = (source: ModelSource, options: Partial<LlamaCppOptions> = {}) =>
  llamaCpp.describe?.(source, llamaCppOptions.parse(options), new AbortController().signal);

const MODELS: readonly [what: string, source: () => ModelSource, options?: Partial<LlamaCppOptions>][] = [
  ['a fixture', () => ({ kind: 'file', path: fixture('base.gguf') })],
  ['a fine-tune', () => ({ kind: 'file', path: fixture('candidate-good.gguf') })],
  [
    'with an adapter',
    () => ({ kind: 'adapter', base: fixture('base.gguf'), adapter: fixture('adapter-tickets.gguf') }),
  ],
  [
    'with a context of its own',
    () => ({ kind: 'file', path: fixture('base.gguf') }),
    { context_size: 128, batch_size: 64 },
  ],
  ['one without BOS', () => planted('bigram.gguf', (path) => writeBigram(path, { addBos: false }))],
  ['a quantised one', () => planted('q4.gguf', (path) => writeRandom(path, { type: 'Q4_0' }))],
];

test.each(MODELS)('%s is described as it is once it is loaded', async (...[, source, options = {}]) => {
  const { identity, fingerprint, contextSize, chatTemplate } = await openModel(source(), options);
  expect(await describeModel(source(), options)).toEqual({
    ...{ identity, fingerprint, contextSize, chatTemplate },
  });
});

test('nothing is said of a header that is torn', async () => {
  expect(await describeModel(planted('torn.gguf', tear))).toBeNull();
});

function tear(path: string): void {
  writeFileSync(path, readFileSync(fixture('base.gguf')).subarray(0, 2000));
}

test('tokens are counted without the model as they are with it', async () => {
  const source: ModelSource = { kind: 'file', path: fixture('base.gguf') };
  const model = await openModel(source);
  const prompts = ['Ticket: The kettle is the wrong size.\nRoute:', 'x', 'Ünïcödé 漢字 12345'];
  const counts = await llamaCpp.countTokens?.(
    source,
    llamaCppOptions.parse({}),
    prompts.map((text) => ({ text, specialTokens: true })),
    new AbortController().signal,
  );
  const asked = { specialTokens: true, maxTokens: 1, stop: [], temperature: 0, seed: 1 };
  const answers = [];
  for (const prompt of prompts) answers.push(await model.generate({ ...asked, prompt }));
  const read = answers.map((answer) => ('promptTokens' in answer ? answer.promptTokens : null));
  // A BOS that the model wants is read, and no part of the text.
  const bos = (read[0] ?? 0) - (counts?.[0] ?? 0);
  expect([0, 1]).toContain(bos);
  expect(counts?.map((count) => count + bos)).toEqual(read);
});

test('more threads than processors are not taken: they would wait for each other', async () => {
  const said: string[] = [];
  const options = llamaCppOptions.parse({ threads: 4096 });
  const events = { status: (line: string) => said.push(line) };
  const source: ModelSource = { kind: 'file', path: fixture('base.gguf') };
  const model = await llamaCpp.open(source, options, events, new AbortController().signal);
  await model.close();
  expect(said.join('\n')).toMatch(/warning: 4096 threads are more than the \d+ processors here/);
});
