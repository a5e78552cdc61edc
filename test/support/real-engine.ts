import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { ModelSource } from '../../src/core/domain/model.ts';
import type { LoadedModel } from '../../src/tasks/engines/engine.ts';
import { llamaCpp } from '../../src/tasks/engines/llama-cpp/engine.ts';
import { type LlamaCppOptions, llamaCppOptions } from '../../src/tasks/engines/llama-cpp/options.ts';

/** A folder for the checkpoints of one test file, removed when it is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const opened: LoadedModel[] = [];
afterAll(async () => {
  await Promise.all(opened.splice(0).map((model) => model.close()));
});

/** Opens a model that is closed at the end of the file. One thread unless asked: two spinning on a shared core wait for each other. */
export async function openModel(
  source: string | ModelSource,
  options: Partial<LlamaCppOptions> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<LoadedModel> {
  const from: ModelSource = typeof source === 'string' ? { kind: 'file', path: source } : source;
  const settings = llamaCppOptions.parse({ threads: 1, ...options });
  const model = await llamaCpp.open(from, settings, { status: () => {} }, signal);
  opened.push(model);
  return model;
}

const shared = new Map<string, Promise<LoadedModel>>();

/** The model of a path, opened once a test file. */
export function sharedModel(path: string): Promise<LoadedModel> {
  const model = shared.get(path) ?? openModel(path);
  shared.set(path, model);
  return model;
}
