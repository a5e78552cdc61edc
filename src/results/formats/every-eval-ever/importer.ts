import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Aggregate, Fingerprint, RunRecord, Side } from '../../../core/domain/run.ts';
import { attempt } from '../attempt.ts';
import { foreignRun, unidentifiedModel } from '../foreign-run.ts';
import { groupBy } from '../group-by.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { brief, digest } from '../lm-eval/digest.ts';
import { checkChoices, chooseOne, parseSelection, type Selection } from '../selection.ts';
import { type EvaluationFile, locate, readEvaluation } from './files.ts';
import { type Measured, measuredOf } from './metrics.ts';
import { ownRecord, ownRun } from './own.ts';
import { samplesOf } from './samples.ts';
import { type Sampled, tally } from './tally.ts';

export const everyEvalEver: Importer = {
  name: 'Every Eval Ever',
  summary:
    'evaluations of schema 0.2 and 0.3 with or without samples: a .json, or a folder of them of one model',

  async detect(path) {
    return (await locate(parseSelection(path).file)).length > 0;
  },

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const runs = await attempt(faults, () => loadAll(parseSelection(path), side, faults));
    return { runs: runs ?? [], faults };
  },
};

async function loadAll(selection: Selection, side: Side, faults: WeighbridgeError[]): Promise<ForeignRun[]> {
  checkChoices(selection, ['model']);
  const folder = join(selection.file, side);
  const files = await locate(existsSync(folder) ? folder : selection.file);
  const sources: EvaluationFile[] = [];
  for (const file of files) {
    const source = await attempt(faults, () => readEvaluation(file));
    if (source !== null) sources.push(source);
  }
  if (sources.length === 0) return [];
  const byModel = groupBy(sources, ({ evaluation }) => evaluation.model_info.id);
  const model = chooseOne(selection, 'model', [...byModel.keys()].sort());
  const chosen = byModel.get(model) ?? [];
  // One identity for all, since they are said to be of one model.
  const identity = unidentifiedModel(`${model}, by Every Eval Ever`, {
    model,
    files: chosen.map((source) => source.digest).sort(),
  });
  const runs: ForeignRun[] = [];
  for (const source of chosen) {
    await attempt(faults, async () => runs.push(...(await runsOf(source, side, identity))));
  }
  checkOnce(runs, selection.file);
  return runs.sort((a, b) => (a.record.task < b.record.task ? -1 : 1));
}

/** @throws WeighbridgeError `data` for a task that was evaluated twice: which one is meant cannot be known */
function checkOnce(runs: readonly ForeignRun[], file: string): void {
  for (const [task, all] of groupBy(runs, ({ record }) => record.task)) {
    if (all.length === 1) continue;
    throw new WeighbridgeError('data', `${all.length} evaluations of ${JSON.stringify(task)} lie here`, {
      at: { file },
      fix: 'name the file of one of them, or a folder with one evaluation a task',
    });
  }
}

async function runsOf(source: EvaluationFile, side: Side, model: RunRecord['model']): Promise<ForeignRun[]> {
  const own = ownRecord(source);
  if (own !== null) return [ownRun(source, own, side)];
  const all = measuredOf(source);
  const sampled = await tally(source, all);
  return [...groupBy(all, ({ task }) => task)].map(([task, results]) => {
    const withSamples = sampled.filter(({ measured }) => results.includes(measured));
    const common = { side, task, model, ...fingerprinted(source, results), ...startOf(source) };
    return withSamples.length > 0
      ? sampledRun(source, all, withSamples, common)
      : foreignRun(
          source.file,
          {
            ...common,
            metrics: results.map(({ metric }) => metric),
            planned: 0,
            aggregates: results.map(aggregateOf),
          },
          async function* () {},
        );
  });
}

type Common = Pick<RunRecord, 'side' | 'task' | 'model' | 'fingerprint'> & { readonly started?: string };

/** Of metrics without samples nothing is known but a number, which has no place beside samples: they are left out. */
function sampledRun(
  source: EvaluationFile,
  all: readonly Measured[],
  sampled: readonly Sampled[],
  common: Common,
): ForeignRun {
  const described = {
    ...common,
    metrics: sampled.map(({ measured }) => measured.metric),
    planned: Math.max(...sampled.map(({ rows }) => rows)),
  };
  return foreignRun(source.file, described, () => samplesOf(source, all, sampled));
}

function aggregateOf({ result, metric, divisor }: Measured): Aggregate {
  const { score, uncertainty } = result.score_details;
  const stderr = uncertainty?.standard_error?.value;
  return {
    metric: metric.name,
    value: score / divisor,
    stderr: stderr === undefined ? null : stderr / divisor,
    n: uncertainty?.num_samples ?? null,
  };
}

function fingerprinted(
  { evaluation }: EvaluationFile,
  results: readonly Measured[],
): { fingerprint: Fingerprint } {
  const { eval_library: library, model_info } = evaluation;
  const of = (pick: (result: Measured['result']) => unknown) => {
    const values = results
      .map(({ result }) => pick(result))
      .filter((value) => value !== undefined && value !== null);
    return values.length === 0 ? null : values;
  };
  const generation = of(({ generation_config }) => generation_config);
  const judges = of(({ metric_config }) => metric_config.llm_scoring);
  return {
    fingerprint: {
      dataset: digest(of(({ source_data }) => source_data)),
      generation: generation === null ? null : brief(generation),
      scorers: judges === null ? null : digest(judges),
      engine: model_info.inference_engine?.name ?? null,
      engine_version: model_info.inference_engine?.version ?? null,
      harness: library?.name ?? null,
      harness_version: library?.version ?? null,
    },
  };
}

/** Seconds since 1970, as a text. */
function startOf({ evaluation }: EvaluationFile): { started?: string } {
  const written = evaluation.evaluation_timestamp ?? evaluation.retrieved_timestamp;
  const date = new Date(Number(written ?? NaN) * 1000);
  if (!Number.isNaN(date.getTime())) return { started: date.toISOString() };
  return written ? { started: written } : {};
}
