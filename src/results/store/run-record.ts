import { z } from 'zod';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { parseJson } from '../../core/domain/json.ts';
import type { MetricDeclaration } from '../../core/domain/metric.ts';
import {
  type Aggregate,
  DESIGNS,
  FINGERPRINT_FIELDS,
  type RunRecord,
  SIDES,
  STOP_REASONS,
  TASK_ROLES,
} from '../../core/domain/run.ts';
import { MOST_REPEATS } from '../../core/metrics/repeats.ts';
import { declarationSchema } from './measured-schema.ts';

const text = z.string().max(4096);
const RESERVED = ['__proto__', 'constructor', 'prototype'];

const metric: z.ZodType<MetricDeclaration> = declarationSchema.safeExtend({
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}+$/u)
    .refine((name) => !RESERVED.includes(name), 'a metric cannot have this name'),
});

const fingerprintField = z.enum(
  Object.keys(FINGERPRINT_FIELDS) as [
    keyof typeof FINGERPRINT_FIELDS,
    ...(keyof typeof FINGERPRINT_FIELDS)[],
  ],
);

const aggregate: z.ZodType<Aggregate> = z.strictObject({
  metric: text.min(1),
  filter: text.exactOptional(),
  value: z.number(),
  stderr: z.number().min(0).nullable(),
  n: z.int().min(1).nullable(),
  rounded: z
    .strictObject({ n: z.tuple([z.int().min(1), z.int().min(1)]), value: z.number().min(0).max(1) })
    .exactOptional(),
});

const fingerprint = z.partialRecord(
  fingerprintField,
  z.union([z.string().max(65_536), z.number(), z.boolean(), z.null()]),
);

const MOST_PARTS = 10_000;
const part = z.strictObject({
  task: z.string().min(1).max(200),
  fingerprint,
  aggregates: z.array(aggregate).min(1).exactOptional(),
});

const stop = z.strictObject({ after: z.int().min(0), because: z.enum(STOP_REASONS) });

const rate = z
  .number()
  .min(1e-6)
  .max(1 - 1e-6);

const weightedDraw = z
  .strictObject({
    metric: text.min(1),
    filter: text.exactOptional(),
    rates: z
      .array(z.tuple([rate, rate]))
      .min(1)
      .max(36),
    bins: z.string().regex(/^[0-9a-z]*$/),
    rounds: z.array(z.int().min(1)).max(100),
  })
  .refine(({ bins, rates }) => [...bins].every((bin) => Number.parseInt(bin, 36) < rates.length), {
    path: ['bins'],
    message: 'a bin without rates',
  })
  .refine(({ rounds }) => rounds.every((end, index) => end > (rounds[index - 1] ?? 0)), {
    path: ['rounds'],
    message: 'each round must end after the one before',
  });

const reuse = z.strictObject({
  samples: z.int().min(1),
  origin: z.strictObject({ commit: text.nullable(), date: text, by: text.nullable() }),
});

/** `run.json` as hostile data. */
const runRecord = z
  .strictObject({
    schema_version: z.literal(1),
    side: z.enum(SIDES),
    task: z.string().min(1).max(200),
    task_role: z.enum(TASK_ROLES),
    metrics: z.array(metric),
    primary_metric: z.string(),
    fingerprint,
    model: z.strictObject({
      source: text,
      digest: text.min(1),
      adapter_digest: text.nullable(),
      architecture: text.nullable(),
      parameter_count: z.number().nullable(),
      quantization: text.nullable(),
    }),
    seed: z.number(),
    order_seed: z.int().min(0).exactOptional(),
    draw: weightedDraw.exactOptional(),
    planned: z.int().min(0),
    population: z.int().min(1).exactOptional(),
    aggregates: z.array(aggregate).min(1).exactOptional(),
    parts: z.array(part).min(1).max(MOST_PARTS).exactOptional(),
    design: z.enum(DESIGNS).exactOptional(),
    folds: z
      .array(
        z.strictObject({
          ...{ fold: text, source: text, digest: text, ids: z.array(text).min(1) },
          unchecked: z.literal(true).exactOptional(),
        }),
      )
      .min(2)
      .exactOptional(),
    reused: reuse.exactOptional(),
    status: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('running') }),
      z.strictObject({ state: z.literal('complete'), stopped: stop.exactOptional() }),
      z.strictObject({ state: z.literal('failed'), reason: z.string().max(65_536) }),
    ]),
    started: text,
    finished: text.nullable(),
  })
  .superRefine((record, context) => {
    const names = record.metrics.map(({ name }) => name);
    if (new Set(names).size < names.length) {
      context.addIssue({ code: 'custom', path: ['metrics'], message: 'a metric is declared twice' });
    }
    if (record.metrics.some(({ kind, aggregate }) => aggregate !== undefined && kind !== 'corpus')) {
      context.addIssue({
        code: 'custom',
        path: ['metrics'],
        message: 'only a corpus metric has an aggregate',
      });
    }
    if (record.metrics.some(({ kind, classes }) => classes !== undefined && kind !== 'corpus')) {
      const message = 'only a corpus metric has classes';
      context.addIssue({ code: 'custom', path: ['metrics'], message });
    }
    if (record.metrics.some(({ kind, group_average: average }) => average !== undefined && kind !== 'mean')) {
      context.addIssue({
        code: 'custom',
        path: ['metrics'],
        message: 'only a mean can be averaged over groups',
      });
    }
    const { repeats } = record.fingerprint;
    const isCounted = typeof repeats === 'number' && Number.isInteger(repeats) && repeats >= 2;
    if (repeats !== undefined && !(isCounted && repeats <= MOST_REPEATS)) {
      const message = `must be a whole number from 2 to ${MOST_REPEATS}`;
      context.addIssue({ code: 'custom', path: ['fingerprint', 'repeats'], message });
    }
    if (record.metrics.some(({ kind, repeated }) => repeated && (kind !== 'mean' || !isCounted))) {
      context.addIssue({
        code: 'custom',
        path: ['metrics'],
        message: 'only a mean of as many answers as the fingerprint has repeats is repeated',
      });
    }
    if (record.status.state === 'complete' && record.status.stopped && record.design !== 'sequential') {
      context.addIssue({ code: 'custom', path: ['status'], message: 'only a sequential run can stop early' });
    }
    if (record.draw !== undefined) {
      const issue = faultOfDraw(record as RunRecord);
      if (issue !== null) context.addIssue({ code: 'custom', path: ['draw'], message: issue });
    }
    if (record.population !== undefined && record.population < record.planned) {
      context.addIssue({ code: 'custom', path: ['population'], message: 'fewer than were drawn from it' });
    }
    if (record.aggregates !== undefined && record.planned !== 0) {
      context.addIssue({ code: 'custom', path: ['aggregates'], message: 'only where there are no samples' });
    }
    if (record.aggregates?.some(({ metric }) => !names.includes(metric))) {
      context.addIssue({ code: 'custom', path: ['aggregates'], message: 'a metric that is not declared' });
    }
    const sums = record.aggregates ?? [];
    if (new Set(sums.map(({ metric, filter }) => `${metric}\u0000${filter ?? ''}`)).size < sums.length) {
      context.addIssue({ code: 'custom', path: ['aggregates'], message: 'a metric is summed up twice' });
    }
    if (sums.some(({ metric, value }) => !liesIn(rangeOf(record.metrics, metric), value))) {
      context.addIssue({ code: 'custom', path: ['aggregates'], message: "outside its metric's range" });
    }
    if (sums.length > 0 && record.design === 'sequential') {
      context.addIssue({ code: 'custom', path: ['aggregates'], message: 'a sum cannot be looked at early' });
    }
    // A harness that failed never said what it would measure.
    if (names.length === 0 && record.status.state === 'failed') return;
    if (!names.includes(record.primary_metric)) {
      context.addIssue({ code: 'custom', path: ['primary_metric'], message: 'not one of the metrics' });
    }
  });

function faultOfDraw({ draw, design, planned, metrics }: RunRecord): string | null {
  if (design !== 'sequential') return 'only a sequential run is drawn by weight';
  if (draw?.bins.length !== planned) return 'not one bin for each planned sample';
  return metrics.some(({ name }) => name === draw.metric) ? null : 'a metric that is not declared';
}

const rangeOf = (metrics: readonly MetricDeclaration[], name: string) =>
  metrics.find((metric) => metric.name === name)?.range;

const liesIn = (range: MetricDeclaration['range'] | undefined, value: number): boolean =>
  value >= (range?.min ?? -Infinity) && value <= (range?.max ?? Infinity);

/** @throws WeighbridgeError `data` naming the file and the key */
export function parseRunRecord(source: string, file: string): RunRecord {
  return checkRunRecord(parseJson(source, { file }), file);
}

/** @throws WeighbridgeError `data` naming the file and the key */
export function checkRunRecord(value: unknown, file: string): RunRecord {
  const parsed = runRecord.safeParse(value);
  if (parsed.success) return parsed.data satisfies RunRecord;
  const [issue] = parsed.error.issues;
  throw new WeighbridgeError('data', issue?.message ?? 'not a run record', {
    at: { file, key: (issue?.path ?? []).join('.') },
    cause: parsed.error,
  });
}

export function serializeRunRecord(record: RunRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
