import { canonicalJson } from '../domain/canonical-json.ts';
import type { Mismatch } from '../domain/decision.ts';
import { isObject } from '../domain/json.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import {
  FINGERPRINT_FIELDS,
  type FingerprintField,
  type FingerprintValue,
  type RunRecord,
} from '../domain/run.ts';
import type { SampleRecord } from '../domain/sample.ts';
import { isCompanion } from '../metrics/choices.ts';
import { directionOf } from '../metrics/registry.ts';
import { measuredBy } from '../metrics/usage.ts';
import { byCodeUnits, displayKey, type Pairing, type SamplePair } from './pair.ts';
import { sampleDifferences } from './sample-differences.ts';
import { sizeDifferences } from './sizes.ts';

type Difference = Omit<Mismatch, 'task'>;

/** Everything in which two runs of a task differ that says whether their samples may be compared. */
export function findMismatches(baseline: RunRecord, candidate: RunRecord, pairing: Pairing): Mismatch[] {
  return [
    ...fingerprintDifferences(baseline, candidate),
    ...tokenizerDifference(baseline, candidate, pairing),
    ...quantizationDifference(baseline, candidate),
    ...runDifferences(baseline, candidate),
    ...metricDifferences(baseline, candidate),
    ...turnedMetrics(baseline, candidate),
    ...machineDifference(candidate, pairing),
    ...sampleDifferences(baseline, candidate, pairing),
    ...sizeDifferences(pairing.pairs, candidate.metrics),
  ].map((difference) => ({ task: candidate.task, ...difference }));
}

export const NO_RUN = 'no run';

/** The mismatch of a task that ran on one side only, or on none. */
export function missingRun(task: string, baseline: RunRecord | null, candidate: RunRecord | null): Mismatch {
  const present = (record: RunRecord | null) => (record === null ? NO_RUN : describeStatus(record));
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
    .filter((field) => field !== 'tokenizer')
    .filter((field) => baseline.fingerprint[field] !== candidate.fingerprint[field])
    .flatMap((field) => {
      const { severity } = FINGERPRINT_FIELDS[field];
      const [left, right] = [baseline.fingerprint[field], candidate.fingerprint[field]];
      const named = field === 'settings' || field === 'other_settings' ? byName(left, right) : null;
      // What says nothing of repeats answered once.
      const show = (value: typeof left) => recorded(field === 'repeats' ? (value ?? 1) : value);
      return (named ?? [{ baseline: show(left), candidate: show(right) }]).map((difference) => ({
        field,
        ...difference,
        severity,
      }));
    });
}

/** Settings one by one, so that a person sees which; null for what is no record of them. */
function byName(
  left: FingerprintValue | undefined,
  right: FingerprintValue | undefined,
): Pick<Difference, 'setting' | 'baseline' | 'candidate'>[] | null {
  const [ours, theirs] = [namedValues(left), namedValues(right)];
  if (ours === null || theirs === null) return null;
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort(byCodeUnits);
  const differing = names.filter((name) => ours.get(name) !== theirs.get(name));
  const shown = (side: typeof ours, name: string) => side.get(name) ?? 'not set';
  return differing.length === 0
    ? null
    : differing.map((setting) => ({
        setting,
        baseline: shown(ours, setting),
        candidate: shown(theirs, setting),
      }));
}

function namedValues(value: FingerprintValue | undefined): ReadonlyMap<string, string> | null {
  if (value === undefined || value === null) return new Map();
  try {
    const parsed: unknown = JSON.parse(String(value));
    if (!isObject(parsed)) return null;
    return new Map(
      Object.entries(parsed).map(([name, each]) => [
        name,
        typeof each === 'string' ? each : canonicalJson(each),
      ]),
    );
  } catch {
    return null;
  }
}

function recorded(value: FingerprintValue | undefined): FingerprintValue {
  return value === undefined ? 'not recorded' : value;
}

/**
 * Tokenizers differ in much that no answer depends on: tokens that a fine-tune adds, padding, which token ends a turn. What
 * counts is whether they cut this task's own texts into the same tokens. Where they do not, scores still compare, since
 * log-likelihoods are summed over the same bytes and answers compared as texts; a metric per token does not. Where nobody
 * recorded the tokens, vocabularies have to be the same.
 */
function tokenizerDifference(
  { fingerprint: ours, metrics }: RunRecord,
  { fingerprint: theirs }: RunRecord,
  { pairs }: Pairing,
): Difference[] {
  const { complete } = pairs;
  let [recordedPairs, differing] = [0, 0];
  let first: SamplePair | null = null;
  for (const pair of pairs.lacks('token_digest') ? [] : pairs) {
    const [left, right] = [pair.baseline, pair.candidate];
    if (left === null || right === null) continue;
    if (left.token_digest === undefined || right.token_digest === undefined) continue;
    recordedPairs += 1;
    if (left.token_digest === right.token_digest) continue;
    first ??= pair;
    differing += 1;
  }
  const isSame = ours.tokenizer === theirs.tokenizer;
  if (first !== null && (isSame || recordedPairs === complete)) {
    const perToken = metrics.filter(({ name }) => PER_TOKEN.test(name)).map(({ name }) => name);
    const show = (sample: SampleRecord | null) =>
      `${sample?.token_digest} at ${displayKey(first.key)} (${differing} of ${complete} differ)${perToken.length === 0 ? '' : `, and ${perToken.join(', ')} counts tokens`}`;
    const severity = perToken.length === 0 ? 'soft' : 'hard';
    const [left, right] = [show(first.baseline), show(first.candidate)];
    return [{ field: 'tokenizer', setting: 'tokens', baseline: left, candidate: right, severity }];
  }
  const isShown = complete > 0 && recordedPairs === complete;
  if (isShown || isSame) return [];
  const { severity } = FINGERPRINT_FIELDS.tokenizer;
  const [left, right] = [recorded(ours.tokenizer), recorded(theirs.tokenizer)];
  return [{ field: 'tokenizer', baseline: left, candidate: right, severity }];
}

/** Metrics whose denominator is a number of tokens: of two tokenizers they are two metrics. */
const PER_TOKEN = /(?:^|_)tokens?(?:_|$)/i;

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
  const differences: Difference[] = names
    .map((name) => ({
      field: 'metrics' as const,
      baseline: left.get(name) ?? `no ${name}`,
      candidate: right.get(name) ?? `no ${name}`,
      // An earlier version, or a program that keeps less, has none: gates on it are invalid, and no others.
      severity:
        isCompanion(name) && !(left.has(name) && right.has(name)) ? ('soft' as const) : ('hard' as const),
    }))
    .filter((metric) => metric.baseline !== metric.candidate);
  if (baseline.primary_metric !== candidate.primary_metric) {
    differences.push({
      ...{ field: 'metrics', severity: 'hard' },
      baseline: `primary ${baseline.primary_metric}`,
      candidate: `primary ${candidate.primary_metric}`,
    });
  }
  return differences;
}

/** A known metric that both runs declare to be better the other way: then every loss would be a gain. */
function turnedMetrics(baseline: RunRecord, candidate: RunRecord): Difference[] {
  const isTurned = ({ name, direction }: MetricDeclaration) => (directionOf(name) ?? direction) !== direction;
  const turned = candidate.metrics.find(isTurned) ?? baseline.metrics.find(isTurned);
  if (turned === undefined) return [];
  const { name } = turned;
  const show = ({ metrics }: RunRecord) =>
    `${name} ${metrics.find((metric) => metric.name === name)?.direction ?? 'not declared'}, which is ${directionOf(name)}`;
  return [{ field: 'metrics', baseline: show(baseline), candidate: show(candidate), severity: 'hard' }];
}

/**
 * On which machines answers were timed, where a gate asks for that: of a run on two of them, or of two runs. It concerns these metrics
 * alone, whose gates are invalid by it (core/decide/locate.ts).
 */
function machineDifference({ metrics }: RunRecord, { pairs }: Pairing): Difference[] {
  if (metrics.every((metric) => measuredBy(metric) === null)) return [];
  const machines = { baseline: new Set<string>(), candidate: new Set<string>() };
  for (const { baseline, candidate } of pairs) {
    if (baseline?.timing !== undefined) machines.baseline.add(baseline.timing.machine);
    if (candidate?.timing !== undefined) machines.candidate.add(candidate.timing.machine);
  }
  if (new Set([...machines.baseline, ...machines.candidate]).size < 2) return [];
  const show = (side: ReadonlySet<string>) => [...side].sort(byCodeUnits).join(' | ') || 'not measured';
  const [left, right] = [show(machines.baseline), show(machines.candidate)];
  return [{ field: 'machine', baseline: left, candidate: right, severity: 'soft' }];
}

function describeMetric(metric: MetricDeclaration): string {
  const { name, direction, kind, unit, range, scale, weak, aggregate, classes, errors, judge } = metric;
  const { group_average: average } = metric;
  const of = classes === undefined ? [] : `of ${classes.map((label) => JSON.stringify(label)).join(', ')}`;
  const bounds = `${range.min ?? '-inf'}..${range.max ?? 'inf'}`;
  const measured = errors === undefined ? [] : `with errors ${canonicalJson(errors)}`;
  // A side that alone says so would make a gate advisory.
  const graded = judge === undefined ? [] : [`judged ${canonicalJson(judge)}`];
  const more = [...(weak ? ['weak'] : []), aggregate ?? [], average ?? [], of, measured, graded].flat();
  return [name, direction, kind, unit, bounds, scale, ...more].join(' ');
}
