import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Side } from '../../../core/domain/run.ts';
import type { SampleRecord } from '../../../core/domain/sample.ts';
import { checkAggregate } from '../aggregate.ts';
import { type Directions, sayDirection } from '../directions.ts';
import { isObject, type Members } from '../files.ts';
import { foreignRun, meanMetric, NOT_RECORDED, unidentifiedModel } from '../foreign-run.ts';
import type { ForeignRun } from '../importer.ts';
import { digest } from '../lm-eval/digest.ts';
import { commonMetric } from '../own-metrics.ts';
import type { Dataset, Place } from './read.ts';

/** The one metric that details say of a question: right or wrong. */
const ACCURACY = 'accuracy';

/** Values are per cent, some of them rounded to two decimals. */
const ROUNDING = 0.5e-4;

interface Request {
  readonly side: Side;
  readonly model: string;
  readonly directions: Directions;
}

/**
 * A dataset as a run: with samples where the program kept what it found of each question, which it does for accuracy.
 * @throws WeighbridgeError `data`
 */
export function toRun(
  place: Place,
  { name, file, results, predictions }: Dataset,
  version: string | null,
  { side, model, directions }: Request,
): ForeignRun {
  const own = Object.entries(results).flatMap(([metric, value]) =>
    typeof value === 'number' && Number.isFinite(value) ? [{ metric, value }] : [],
  );
  if (own.length === 0) {
    throw new WeighbridgeError('data', `${name} has no number`, { at: { file }, fix: 'evaluate again' });
  }
  const described = {
    ...{ side, task: name },
    fingerprint: { task_version: version, harness: 'opencompass' },
    model: unidentifiedModel(`${place.model}, by results of OpenCompass`, model),
  };
  const accuracy = own.find(({ metric }) => metric === ACCURACY);
  const verdicts = accuracy === undefined ? null : verdictsOf(results.details);
  if (accuracy === undefined || verdicts === null) {
    const metrics = own.map(({ metric }) => percent(file, metric, directions));
    const aggregates = own.map((each) => ({ ...each, stderr: null, n: predictions?.size || null }));
    return foreignRun(file, { ...described, metrics, planned: 0, aggregates }, none);
  }
  const metrics = [meanMetric(ACCURACY, 'higher_is_better', 'rate')];
  const samples = verdicts.map(({ id, right, detail }, index): SampleRecord => {
    const asked = predictions?.get(id);
    const prompt = asked?.origin_prompt ?? detail.prompt;
    const output = [detail.pred, detail.predictions, asked?.prediction].find(
      (each) => typeof each === 'string',
    );
    return {
      ...{ id, index },
      input_digest: prompt === undefined ? NOT_RECORDED : digest(prompt),
      target_digest: digest(asked?.gold ?? detail.references ?? detail.answer ?? null),
      scores: { [ACCURACY]: right === null ? { unscored: 'neither right nor wrong' } : Number(right) },
      ...(typeof output === 'string' ? { output } : {}),
    };
  });
  if (predictions !== null && predictions.size !== samples.length) {
    const message = `${name} has ${samples.length} details, and ${predictions.size} predictions`;
    throw new WeighbridgeError('data', message, { at: { file }, fix: 'keep the whole work directory' });
  }
  const aggregate = { metric: ACCURACY, value: accuracy.value / 100, rounding: ROUNDING };
  checkAggregate({ task: name, metrics, samples }, aggregate, { file, key: ACCURACY });
  return foreignRun(file, { ...described, metrics, planned: samples.length }, async function* () {
    for (const sample of samples) yield { sample, at: { file, key: `details.${sample.id}` } };
  });
}

async function* none(): AsyncGenerator<never> {}

function percent(file: string, metric: string, directions: Directions): MetricDeclaration {
  const declared = commonMetric(metric, directions);
  if (declared !== null) return { ...declared, unit: 'number', range: { min: null, max: null } };
  throw new WeighbridgeError('data', `nobody says which way ${metric} is better`, {
    at: { file, key: metric },
    fix: sayDirection(file, metric),
  });
}

interface Verdict {
  readonly id: string;
  readonly right: boolean | null;
  readonly detail: Members;
}

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
