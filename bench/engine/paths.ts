import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRun } from '../../src/results/store/reader.ts';
import { datasetDigest } from '../../src/tasks/datasets/digest.ts';
import { isOverflow, type LoadedModel } from '../../src/tasks/engines/engine.ts';
import { llamaCpp } from '../../src/tasks/engines/llama-cpp/engine.ts';
import { llamaCppOptions } from '../../src/tasks/engines/llama-cpp/options.ts';
import { evaluateSide } from '../../src/tasks/runners/evaluate.ts';
import { nativeTask } from '../../src/tasks/runners/native/options.ts';
import { nativeRunner } from '../../src/tasks/runners/native/runner.ts';
import type { Items, Row } from './items.ts';
import { type Taken, timed } from './timing.ts';

const signal = new AbortController().signal;

/** @param keeps whether beginnings of prompts are kept, which needs a temporary folder */
export async function openModel(path: string, threads: number, keeps: boolean): Promise<LoadedModel> {
  const before = process.env.TMPDIR;
  if (!keeps) process.env.TMPDIR = '/no/such/folder';
  try {
    const options = llamaCppOptions.parse({ threads, context_size: 2048 });
    return await llamaCpp.open({ kind: 'file', path }, options, { status: console.error }, signal);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Asked one after the other in the order given: what this program did before it sorted. Answers by id, as digests. */
export async function asGiven(model: LoadedModel, rows: readonly Row[]) {
  const digests = new Map<string, string>();
  const taken = await timed(rows.length, async () => {
    for (const { id, prompt, choices } of rows) {
      const continuations = choices.map((choice) => ` ${choice}`);
      const answer = await model.scoreChoices({ context: prompt, continuations, truncation: 'refuse' });
      if (isOverflow(answer)) throw new Error(`${id} does not fit`);
      digests.set(
        id,
        datasetDigest({ likelihoods: answer.scores.map((score) => String(score.logLikelihood)) }),
      );
    }
  });
  return { taken, digests };
}

/**
 * The whole way of an evaluation: dataset, prompts, engine, records, files.
 * @param every after how many samples a monitor looks; null for a run in full
 */
export async function evaluated(model: LoadedModel, items: Items, every: number | null) {
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-bench-'));
  try {
    writeFileSync(join(folder, 'rows.jsonl'), items.rows.map((row) => JSON.stringify(row)).join('\n'));
    const options = nativeTask.parse({
      ...{ type: 'multiple_choice', dataset: 'rows.jsonl', doc_to_text: 'prompt', group_field: 'subject' },
      ...(items.rows.some(({ subject }) => subject === '') ? { group_field: undefined } : {}),
      answer_format: 'index',
    });
    const prepared = await nativeRunner.prepare('bench', options, folder);
    const monitor =
      every === null
        ? null
        : {
            isLook: (samples: number, planned: number) => samples % every === 0 || samples === planned,
            earliestStop: () => 1,
            stopReason: () => null,
          };
    const config = { name: 'bench', role: 'general', primaryMetric: 'acc' } as const;
    const taken: Taken = await timed(items.rows.length, async () => {
      const [outcome] = await evaluateSide({
        ...{ side: 'candidate', tasks: [{ config, prepared }], out: join(folder, 'out'), seed: 1, signal },
        ...{ monitor, open: async () => ({ ...model, close: async () => undefined }) },
      });
      if (outcome?.state !== 'complete')
        throw new Error(`the evaluation ${outcome?.state}: ${outcome?.reason}`);
    });
    const { samples } = await readRun(join(folder, 'out', 'candidate', 'bench'));
    const digests = new Map(samples.map(({ id, answer_digest: digest }) => [id, digest]));
    return { taken, digests };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
