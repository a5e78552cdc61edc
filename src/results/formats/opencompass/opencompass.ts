import { askedOf } from '../../../core/domain/asked.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import { digest, inputDigest } from '../digest.ts';
import { defineFormat, type Placed, type TaskResults, unidentifiedModel } from '../format.ts';
import { commonDirection, commonMetric, meanMetric } from '../metrics.ts';
import { type Directions, noDirection } from '../selection.ts';
import {
  type DatasetResults,
  modelsUnder,
  type OpenCompassResults,
  readDataset,
  readModel,
} from './files.ts';

export const opencompass = defineFormat<OpenCompassResults>({
  name: 'OpenCompass',
  summary: 'a work directory (outputs/default/<time>) of one model, or the folder of a model in its results',
  locate: modelsUnder,
  directions: commonDirection,
  read: readModel,

  async toRuns([results], { directions, each }) {
    const datasets = await each(results.datasets, (name) => readDataset(results, name));
    const by = digest(datasets.map((dataset) => dataset.digest));
    const model = unidentifiedModel(`${results.model}, by results of OpenCompass`, by);
    return each(datasets, (dataset) => ({
      ...taskOf(dataset, directions),
      model,
      fingerprint: { task_version: results.versions.get(dataset.name) ?? null, harness: 'opencompass' },
    }));
  },
});

/** The one metric that details say of a question: right or wrong. */
const ACCURACY = 'accuracy';

/** Values are per cent, some of them rounded to two decimals. */
const ROUNDING = 0.5e-4;

/**
 * A dataset as a run: with samples where the program kept what it found of each question, which it does for accuracy.
 * @throws WeighbridgeError `data`
 */
function taskOf(
  { name, file, results, predictions }: DatasetResults,
  directions: Directions,
): Omit<TaskResults, 'model' | 'fingerprint'> {
  const own = Object.entries(results).flatMap(([metric, value]) =>
    typeof value === 'number' && Number.isFinite(value) ? [{ metric, value }] : [],
  );
  if (own.length === 0) {
    throw new WeighbridgeError('data', `${name} has no number`, { at: { file }, fix: 'evaluate again' });
  }
  const accuracy = own.find(({ metric }) => metric === ACCURACY);
  const verdicts = accuracy === undefined ? null : verdictsOf(results.details);
  if (accuracy === undefined || verdicts === null) {
    const metrics = own.map(({ metric }) => percent(file, metric, directions));
    const aggregates = own.map((each) => ({ ...each, stderr: null, n: predictions?.size || null }));
    return { file, task: name, metrics, aggregates };
  }
  const metrics = [meanMetric(ACCURACY, 'higher_is_better', 'rate')];
  const samples = verdicts.map(({ id, right, detail }, index): Placed => {
    const asked = predictions?.get(id);
    const { origin_prediction: tried } = detail;
    const prompt =
      asked?.origin_prompt ?? detail.prompt ?? (isObject(tried) ? tried.origin_prompt : undefined);
    const expected = asked?.gold ?? detail.references ?? detail.answer ?? null;
    const choices = labelsIn(tried);
    const output = [detail.pred, detail.predictions, asked?.prediction].find(
      (each) => typeof each === 'string',
    );
    const sample = {
      ...{ id, index },
      input_digest: inputDigest(prompt),
      target_digest: digest(expected),
      scores: { [ACCURACY]: right === null ? { unscored: 'neither right nor wrong' } : Number(right) },
      ...(typeof output === 'string' ? { output } : {}),
      ...(choices.length < 2 ? {} : { choices: choices.length }),
      ...askedOf(prompt, choices, expected),
    };
    return { sample, at: { file, key: `details.${id}` } };
  });
  if (predictions !== null && predictions.size !== samples.length) {
    const message = `${name} has ${samples.length} details, and ${predictions.size} predictions`;
    throw new WeighbridgeError('data', message, { at: { file }, fix: 'keep the whole work directory' });
  }
  const at = { file, key: ACCURACY };
  const expected = [{ metric: ACCURACY, value: accuracy.value / 100, rounding: ROUNDING, at }];
  return { file, task: name, metrics, samples, expected };
}

function percent(file: string, metric: string, directions: Directions): MetricDeclaration {
  const declared = commonMetric(metric, directions);
  if (declared !== null) return { ...declared, unit: 'number', range: { min: null, max: null } };
  throw noDirection({ file, key: metric }, metric);
}

interface Verdict {
  readonly id: string;
  readonly right: boolean | null;
  readonly detail: Members;
}

/** Of choices that were told by their perplexities the labels: each has the text that was weighed. */
const labelsIn = (tried: unknown): string[] =>
  Object.entries(isObject(tried) ? tried : {}).flatMap(([label, each]) =>
    isObject(each) && typeof each.PPL === 'number' ? [label] : [],
  );

/** By number, in a list or as keys; null where they do not say right or wrong of each. */
function verdictsOf(details: unknown): Verdict[] | null {
  const entries = typeof details === 'object' && details !== null ? Object.entries(details) : [];
  const verdicts = entries.flatMap(([id, detail]): Verdict[] => {
    if (!/^\d+$/.test(id) || !isObject(detail)) return [];
    const right = [detail.correct, detail.is_correct].flat()[0];
    return [{ id, right: typeof right === 'boolean' ? right : null, detail }];
  });
  return verdicts.some(({ right }) => right !== null) ? verdicts : null;
}
