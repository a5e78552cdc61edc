import type { Aggregate, Fingerprint } from '../../../core/domain/run.ts';
import { withCounts } from '../count-behind.ts';
import { brief, digest } from '../digest.ts';
import { byTask, defineFormat, type TaskResults, unidentifiedModel } from '../format.ts';
import { groupBy } from '../group-by.ts';
import { everyEvalEverExporter } from './export.ts';
import { type EvaluationFile, readEvaluation } from './files.ts';
import { ownRecord, ownRun } from './own.ts';
import { type MeasuredResult, measuredOf, sampledRows, tallyRows } from './samples.ts';

const KEYS = ['"evaluation_id"', '"model_info"', '"evaluation_results"'];

/** The format's own JSON Schema, which people keep beside evaluations, has a description there. */
const VERSION = /"schema_version"\s*:\s*"/;

export const everyEvalEver = defineFormat<EvaluationFile>({
  name: 'Every Eval Ever',
  summary:
    'evaluations of schema 0.2 and 0.3 with or without samples: a .json, or a folder of them of one model',
  detect: (head) => /^\s*\{\s*"/.test(head) && VERSION.test(head) && KEYS.every((key) => head.includes(key)),
  // `data/<collection>/<developer>/<model>/<uuid>.json`, and a folder above it.
  locate: { depth: 5, names: /\.json$/ },
  readsAll: true,
  modelOf: ({ evaluation }) => evaluation.model_info.id,
  choices: ['model'],
  read: readEvaluation,

  async toRuns(sources, { each }) {
    const { id: name } = sources[0].evaluation.model_info;
    // One identity for all, since they are said to be of one model.
    const by = { model: name, files: sources.map((source) => source.digest).sort() };
    const model = unidentifiedModel(`${name}, by Every Eval Ever`, by);
    return (await each(sources, (source) => tasksOf(source, model))).flat().sort(byTask);
  },

  exporter: everyEvalEverExporter,
});

/** Of metrics without samples nothing is known but a number, which has no place beside samples: they are left out. */
async function tasksOf(source: EvaluationFile, model: TaskResults['model']): Promise<TaskResults[]> {
  const own = ownRecord(source);
  if (own !== null) return [await ownRun(source, own)];
  const all = measuredOf(source);
  const sampled = await tallyRows(source, all);
  return [...groupBy(all, ({ task }) => task)].map(([task, results]): TaskResults => {
    const withSamples = sampled.filter(({ measured }) => results.includes(measured));
    const common = {
      ...{ file: source.file, task, model },
      ...fingerprinted(source, results),
      ...startOf(source),
    };
    if (withSamples.length === 0) {
      return {
        ...common,
        metrics: results.map(({ metric }) => metric),
        aggregates: withCounts(
          task,
          results.map(aggregateOf),
          results.map(({ metric }) => metric),
          all.map(aggregateOf),
        ),
      };
    }
    return {
      ...common,
      metrics: withSamples.map(({ measured }) => measured.metric),
      planned: Math.max(...withSamples.map(({ rows }) => rows)),
      samples: () => sampledRows(source, all, withSamples),
    };
  });
}

function aggregateOf({ result, metric, divisor }: MeasuredResult): Aggregate {
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
  results: readonly MeasuredResult[],
): { fingerprint: Fingerprint } {
  const { eval_library: library, model_info } = evaluation;
  const of = (pick: (result: MeasuredResult['result']) => unknown) => {
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
