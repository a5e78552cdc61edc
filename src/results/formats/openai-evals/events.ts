import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Asked, askedOf, referenceOf } from '../../../core/domain/asked.ts';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import { NOT_RECORDED } from '../../../core/domain/sample.ts';
import { digest, inputDigest } from '../digest.ts';
import { jsonLines, parseAs } from '../json.ts';

/** Of the run's specification (evals/base.py, RunSpec) only what is read here. */
const specSchema = z.object({
  completion_fns: z.array(z.string()).min(1),
  eval_name: z.string().min(1),
  run_config: z
    .object({
      eval_spec: z.object({ cls: z.string().nullish(), args: z.unknown().optional() }).nullish(),
      seed: z.number().nullish(),
      max_samples: z.int().nullish(),
    })
    .nullish(),
  run_id: z.string(),
  created_at: z.string().nullish(),
});
export type RunSpec = z.output<typeof specSchema>;

/** What was recorded of one sample, in the order in which it was. */
export interface RecordedSample {
  /** Its first event. */
  readonly at: Location;
  input: string;
  target: string;
  /** For people, cut where it is long: prompts make such files large. */
  asked: Asked | undefined;
  reference: Pick<Asked, 'reference'>;
  output: string | undefined;
  error: string | undefined;
  readonly matches: unknown[];
  readonly metrics: Members[];
}

export interface RunLog {
  readonly spec: RunSpec;
  readonly samples: ReadonlyMap<string, RecordedSample>;
  readonly report: Members;
  readonly reportAt: Location;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** @throws WeighbridgeError `data` with file and line, also for a run that did not reach its end */
export async function readRunLog(file: string): Promise<RunLog> {
  const hash = createHash('sha256');
  const samples = new Map<string, RecordedSample>();
  let spec: RunSpec | null = null;
  let report: Members | null = null;
  let reportAt: Location = { file };
  for await (const { members, at } of jsonLines(file, { hash })) {
    if (Object.hasOwn(members, 'spec')) {
      if (spec !== null) throw manyRuns(at);
      spec = parseAs(specSchema, members.spec, 'a run of OpenAI evals', { ...at, key: 'spec' });
    } else if (Object.hasOwn(members, 'final_report')) {
      if (report !== null) throw manyRuns(at);
      // Some evaluations report nothing, as null.
      report = isObject(members.final_report) ? members.final_report : {};
      reportAt = at;
    } else addEvent(samples, members, at, spec);
  }
  if (spec === null)
    throw new WeighbridgeError('data', 'the specification of the run is missing', { at: { file } });
  if (report === null) {
    throw new WeighbridgeError('data', 'the run has no final report: it did not reach its end', {
      at: { file },
      fix: 'run oaieval again, and keep the whole file that it records',
    });
  }
  return { spec, samples, report, reportAt, digest: hash.digest('hex') };
}

const manyRuns = (at: Location) =>
  new WeighbridgeError('data', 'events of two runs stand in this file', {
    at,
    fix: 'record every run in a file of its own',
  });

function addEvent(
  samples: Map<string, RecordedSample>,
  event: Members,
  at: Location,
  spec: RunSpec | null,
): void {
  const { sample_id: id, type, run_id: run } = event;
  const data = isObject(event.data) ? event.data : {};
  if (typeof id !== 'string' || typeof type !== 'string') {
    throw new WeighbridgeError('data', 'an event needs a sample_id and a type', { at });
  }
  if (spec !== null && run !== spec.run_id) throw manyRuns(at);
  const sample = samples.get(id) ?? {
    ...{ at, input: NOT_RECORDED, target: NOT_RECORDED, output: undefined, error: undefined },
    ...{ asked: undefined, reference: {} },
    matches: [],
    metrics: [],
  };
  samples.set(id, sample);
  if (type === 'sampling' && sample.input === NOT_RECORDED) {
    // What follows may be the question to a grader.
    sample.input = inputDigest(data.prompt);
    sample.asked = askedOf(data.prompt).asked;
    sample.output ??= textOf(data.sampled);
  } else if (type === 'match') {
    if (sample.target === NOT_RECORDED && data.expected !== undefined) {
      sample.target = digest(data.expected);
      sample.reference = referenceOf(data.expected);
    }
    sample.output ??= textOf(data.sampled);
    sample.matches.push(data.correct);
  } else if (type === 'metrics') sample.metrics.push(data);
  else if (type === 'error') sample.error ??= textOf(data.message) ?? 'no message';
}

function textOf(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' ? text : undefined;
}
