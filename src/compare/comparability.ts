import type { Mismatch } from '../domain/decision.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import {
  designOf,
  FINGERPRINT_FIELDS,
  type FingerprintField,
  type FingerprintValue,
  type RunRecord,
} from '../domain/run.ts';
import type { SampleRecord } from '../domain/sample.ts';
import { byCodeUnits, type Pairing, type SamplePair } from './pair.ts';
import { countDifferences } from './weak.ts';

type Difference = Omit<Mismatch, 'task'>;

/** Everything in which two runs of a task differ that says whether their samples may be compared. */
export function findMismatches(baseline: RunRecord, candidate: RunRecord, pairing: Pairing): Mismatch[] {
  return [
    ...fingerprintDifferences(baseline, candidate),
    ...quantizationDifference(baseline, candidate),
    ...runDifferences(baseline, candidate),
    ...metricDifferences(baseline, candidate),
    ...sampleDifferences(baseline, candidate, pairing),
  ].map((difference) => ({ task: candidate.task, ...difference }));
}

/** The mismatch of a task that ran on one side only, or on none. */
export function missingRun(task: string, baseline: RunRecord | null, candidate: RunRecord | null): Mismatch {
  const present = (record: RunRecord | null) => (record === null ? 'no run' : describeStatus(record));
  return { task, field: 'run', baseline: present(baseline), candidate: present(candidate), severity: 'hard' };
}

/** The mismatch of a task that a side ran more than once: which run is meant cannot be known. */
export function repeatedRun(task: string, baseline: number, candidate: number): Mismatch {
  const count = (runs: number) => (runs === 1 ? '1 run' : `${runs} runs`);
  return { task, field: 'run', baseline: count(baseline), candidate: count(candidate), severity: 'hard' };
}

/**
 * The mismatch of every task when the runs of a side are of several models: which of them wants to merge, or is to be
 * compared with, cannot be known.
 */
export function mixedModels(
  task: string,
  baseline: readonly RunRecord[],
  candidate: readonly RunRecord[],
): Mismatch[] {
  const [ofBaseline, ofCandidate] = [countModels(baseline), countModels(candidate)];
  if (ofBaseline < 2 && ofCandidate < 2) return [];
  const count = (models: number) => (models === 1 ? '1 model' : `${models} models`);
  return [
    { task, field: 'run', baseline: count(ofBaseline), candidate: count(ofCandidate), severity: 'hard' },
  ];
}

const countModels = (records: readonly RunRecord[]): number =>
  new Set(records.map(({ model }) => `${model.digest} ${model.adapter_digest}`)).size;

/** A field that only one side recorded differs: what was not written down cannot be assumed equal. */
function fingerprintDifferences(baseline: RunRecord, candidate: RunRecord): Difference[] {
  return (Object.keys(FINGERPRINT_FIELDS) as FingerprintField[])
    .filter((field) => baseline.fingerprint[field] !== candidate.fingerprint[field])
    .map((field) => ({
      field,
      baseline: recorded(baseline.fingerprint[field]),
      candidate: recorded(candidate.fingerprint[field]),
      severity: FINGERPRINT_FIELDS[field].severity,
    }));
}

function recorded(value: FingerprintValue | undefined): FingerprintValue {
  return value === undefined ? 'not recorded' : value;
}

/** What the weights say of themselves, where the fingerprint's `dtype` has not said the same. */
function quantizationDifference(baseline: RunRecord, candidate: RunRecord): Difference[] {
  const [left, right] = [baseline.model.quantization, candidate.model.quantization];
  const isTold = baseline.fingerprint.dtype === left && candidate.fingerprint.dtype === right;
  if (left === right || isTold) return [];
  return [{ field: 'quantization', baseline: left, candidate: right, severity: 'soft' }];
}

/** A run that did not finish is not comparable even with one that stopped at the same place; nor is a baseline in parts. */
function runDifferences(baseline: RunRecord, candidate: RunRecord): Difference[] {
  const { status } = baseline;
  const isWhole = status.state === 'complete' && status.stopped === undefined;
  if (isWhole && candidate.status.state === 'complete') return [];
  return [
    {
      field: 'run',
      baseline: describeStatus(baseline),
      candidate: describeStatus(candidate),
      severity: 'hard',
    },
  ];
}

function describeStatus({ status }: RunRecord): string {
  if (status.state === 'failed') return `failed: ${status.reason}`;
  const stopped = status.state === 'complete' ? status.stopped : undefined;
  return stopped === undefined ? status.state : `stopped after ${stopped.after} samples`;
}

function metricDifferences(baseline: RunRecord, candidate: RunRecord): Difference[] {
  const left = new Map(baseline.metrics.map((metric) => [metric.name, describeMetric(metric)]));
  const right = new Map(candidate.metrics.map((metric) => [metric.name, describeMetric(metric)]));
  const names = [...new Set([...left.keys(), ...right.keys()])].sort(byCodeUnits);
  const differences = names
    .map((name) => ({ baseline: left.get(name) ?? `no ${name}`, candidate: right.get(name) ?? `no ${name}` }))
    .filter((metric) => metric.baseline !== metric.candidate);
  if (baseline.primary_metric !== candidate.primary_metric) {
    differences.push({
      baseline: `primary ${baseline.primary_metric}`,
      candidate: `primary ${candidate.primary_metric}`,
    });
  }
  return differences.map((difference) => ({ field: 'metrics', ...difference, severity: 'hard' }));
}

function describeMetric(metric: MetricDeclaration): string {
  const { name, direction, kind, unit, range, scale, weak, aggregate, group_average: average } = metric;
  const bounds = `${range.min ?? '-inf'}..${range.max ?? 'inf'}`;
  const more = [...(weak ? ['weak'] : []), aggregate ?? [], average ?? []].flat();
  return [name, direction, kind, unit, bounds, scale, ...more].join(' ');
}

function sampleDifferences(baseline: RunRecord, candidate: RunRecord, pairing: Pairing): Difference[] {
  const { duplicates } = pairing;
  const samples: Difference[] = [];
  const differ = (left: FingerprintValue, right: FingerprintValue) =>
    samples.push({ field: 'samples', baseline: left, candidate: right, severity: 'hard' });
  const isAggregated = (baseline.aggregates ?? candidate.aggregates) !== undefined;
  if (isAggregated) samples.push(...countDifferences(baseline, candidate).map(hard));
  else if (baseline.planned !== candidate.planned) {
    differ(`${baseline.planned} planned`, `${candidate.planned} planned`);
  }
  if (duplicates.baseline.length + duplicates.candidate.length > 0) {
    differ(describeDuplicates(duplicates.baseline), describeDuplicates(duplicates.candidate));
  }
  const beyond = {
    baseline: beyondPlan(baseline, pairing, 'baseline'),
    candidate: beyondPlan(candidate, pairing, 'candidate'),
  };
  if (beyond.baseline + beyond.candidate > 0) {
    differ(`${beyond.baseline} beyond the plan`, `${beyond.candidate} beyond the plan`);
  }
  if (designOf(candidate) === 'sequential' && !isAggregated) {
    const [left, right] = [evaluatedOf(pairing, 'baseline'), evaluatedOf(pairing, 'candidate')];
    const enough = candidate.status.state === 'complete' ? candidate.status.stopped?.after : undefined;
    if (left < baseline.planned || right < (enough ?? candidate.planned)) {
      differ(
        `${left} of ${baseline.planned} evaluated`,
        `${right} of ${enough ?? candidate.planned} evaluated`,
      );
    }
  }
  return [
    ...samples,
    ...unpairedSamples(candidate, pairing),
    ...pairDifferences(pairing, 'inputs', (sample) => sample.input_digest),
    ...pairDifferences(pairing, 'targets', (sample) => sample.target_digest),
    ...pairDifferences(pairing, 'samples', (sample) => `cluster ${sample.cluster ?? 'none'}`),
    ...pairDifferences(pairing, 'samples', (sample) => `group ${sample.group ?? 'none'}`),
    ...pairDifferences(pairing, 'samples', (sample) => `weight ${sample.weight ?? 1}`),
  ];
}

const hard = (difference: Pick<Mismatch, 'baseline' | 'candidate'>): Difference => ({
  ...difference,
  field: 'samples',
  severity: 'hard',
});
/**
 * Samples that only one side has. How many a verdict can do without is the policy's coverage to say; a reader sees them in
 * any case. What a sequential candidate has not come to is not missing.
 */
function unpairedSamples(candidate: RunRecord, { pairs }: Pairing): Difference[] {
  const only = (side: 'baseline' | 'candidate', other: 'baseline' | 'candidate') =>
    pairs.filter((pair) => pair[side] !== null && pair[other] === null).map(({ key }) => key);
  const left = designOf(candidate) === 'sequential' ? [] : only('baseline', 'candidate');
  const right = only('candidate', 'baseline');
  if (left.length + right.length === 0) return [];
  const show = ([first, ...rest]: readonly string[]) =>
    first === undefined
      ? 'none missing on the other side'
      : `${1 + rest.length} only here, first ${displayKey(first)}`;
  return [{ field: 'samples', baseline: show(left), candidate: show(right), severity: 'soft' }];
}

function describeDuplicates(keys: readonly string[]): string {
  return keys.length === 0
    ? 'no duplicates'
    : `${keys.length} duplicate ids, first ${displayKey(keys[0] ?? '')}`;
}

/** Samples of which a side has a line. */
function evaluatedOf({ pairs }: Pairing, side: 'baseline' | 'candidate'): number {
  return new Set(pairs.flatMap((pair) => pair[side]?.id ?? [])).size;
}

/** Lines more than planned in any one filter. */
function beyondPlan(record: RunRecord, { pairs }: Pairing, side: 'baseline' | 'candidate'): number {
  const lines = new Map<string | undefined, number>();
  for (const pair of pairs) {
    const sample = pair[side];
    if (sample !== null) lines.set(sample.filter, (lines.get(sample.filter) ?? 0) + 1);
  }
  return Math.max(0, ...[...lines.values()].map((count) => count - record.planned));
}

/** Pairs of which the two sides were given different things under the same id: counted, and the first one shown. */
function pairDifferences(
  { pairs }: Pairing,
  field: 'inputs' | 'targets' | 'samples',
  of: (sample: SampleRecord) => string,
): Difference[] {
  const differing = pairs.flatMap(({ key, baseline, candidate }: SamplePair) =>
    baseline !== null && candidate !== null && of(baseline) !== of(candidate)
      ? [{ key, baseline: of(baseline), candidate: of(candidate) }]
      : [],
  );
  const first = differing[0];
  if (first === undefined) return [];
  const show = (value: string) => `${value} at ${displayKey(first.key)} (${differing.length} differ)`;
  return [{ field, baseline: show(first.baseline), candidate: show(first.candidate), severity: 'hard' }];
}

function displayKey(key: string): string {
  return key.replace('\u0000', ', filter ');
}
