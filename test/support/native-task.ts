import type { SampleRecord } from '../../src/core/domain/sample.ts';
import type { LoadedModel } from '../../src/tasks/engines/engine.ts';
import { nativeTask } from '../../src/tasks/runners/native/options.ts';
import { nativeRunner } from '../../src/tasks/runners/native/runner.ts';
import { bigramModel } from './bigram-model.ts';
import { jsonl, temporaryFolder } from './temporary-folder.ts';

/** Options as a config gives them, with the rows as their dataset. */
export async function prepareTask(
  options: Record<string, unknown>,
  rows: readonly unknown[],
  files: Record<string, string> = {},
) {
  const folder = temporaryFolder({ 'rows.jsonl': jsonl(...rows), ...files });
  const task = nativeTask.parse({ dataset: 'rows.jsonl', ...options });
  return nativeRunner.prepare('task', task, folder);
}

/** Runs every sample in the order of the file. */
export async function runTask(
  options: Record<string, unknown>,
  rows: readonly unknown[],
  {
    model = bigramModel(),
    files = {},
    signal = new AbortController().signal,
  }: { model?: LoadedModel; files?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<SampleRecord[]> {
  const prepared = await prepareTask(options, rows, files);
  const written: SampleRecord[] = [];
  await prepared.run({
    pending: prepared.samples,
    model,
    seed: 1,
    write: async (sample) => void written.push(sample),
    signal,
  });
  return written;
}
