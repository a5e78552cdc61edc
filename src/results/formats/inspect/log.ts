import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import { digest } from '../digest.ts';
import { headOf } from '../files.ts';
import { UnfinishedRun } from '../format.ts';
import { groupBy } from '../group-by.ts';
import { parseAs, parseLenientJson, readJson } from '../json.ts';
import type { Archive } from './archive.ts';

const values = z.record(z.string(), z.unknown());
const count = z.int().min(0);

const score = z.object({
  name: z.string(),
  scorer: z.string().nullish(),
  reducer: z.string().nullish(),
  scored_samples: count.nullish(),
  params: z.unknown().optional(),
  metrics: z.record(
    z.string(),
    z.object({
      name: z.string(),
      value: z.unknown().optional(),
      group: z.string().nullish(),
      params: z.unknown().optional(),
    }),
  ),
});

/** Of an Inspect log, without its samples, only what is read here. Numbers may be NaN. */
const schema = z.object({
  status: z.enum(['started', 'success', 'cancelled', 'error']),
  invalidated: z.boolean().default(false),
  eval: z.looseObject({
    task: z.string().min(1),
    task_version: z.union([z.number(), z.string()]).nullish(),
    task_args: z.unknown().optional(),
    created: z.string().nullish(),
    model: z.string(),
    model_args: z.unknown().optional(),
    model_generate_config: values.nullish(),
    dataset: z.object({
      name: z.string().nullish(),
      samples: count.nullish(),
      sample_ids: z.array(z.union([z.string(), z.number()])).nullish(),
      shuffled: z.boolean().nullish(),
    }),
    config: z.looseObject({
      limit: z.unknown().optional(),
      epochs: z.int().min(1).nullish(),
      epochs_reducer: z.array(z.string()).nullish(),
      sample_id: z.unknown().optional(),
    }),
    packages: z.record(z.string(), z.unknown()).default({}),
    scorers: z.unknown().optional(),
  }),
  plan: z.object({ steps: z.unknown().optional(), config: values.nullish() }).nullish(),
  results: z
    .object({
      total_samples: count,
      completed_samples: count,
      scores: z.array(score).nullish(),
      // In 2024 there was one scorer.
      scorer: z.object({ name: z.string(), params: z.unknown().optional() }).nullish(),
      metrics: score.shape.metrics.nullish(),
    })
    .nullish(),
  error: z.object({ message: z.string() }).nullish(),
});

/** What is written before the first sample. */
const startSchema = z.object({ eval: schema.shape.eval.pick({ task: true, model: true, created: true }) });

type Parsed = z.output<typeof schema>;
export type InspectScore = z.output<typeof score>;

/** The log of a run that went to its end. */
export interface InspectHeader extends Omit<Parsed, 'results'> {
  readonly total: number;
  readonly completed: number;
  readonly epochs: number;
  readonly scores: readonly InspectScore[];
}

/** @throws WeighbridgeError `data` for what is no log, or of a run that did not go to its end */
function parseHeader(value: unknown, file: string): InspectHeader {
  const { results, ...log } = parseAs(schema, value, 'a log of Inspect', { file });
  const fail = (message: string, fix: string): never => {
    throw new WeighbridgeError('data', message, { at: { file }, fix });
  };
  if (log.status !== 'success' || !results) {
    const why = log.error ? `: ${log.error.message.slice(0, 200)}` : '';
    throw unfinished(log.eval, file, `the run did not finish, its status is ${log.status}${why}`);
  }
  if (log.invalidated) return fail('the log was marked as invalid', 'evaluate again');
  const { scores, scorer, metrics, total_samples: total, completed_samples: completed } = results;
  const single = scorer && metrics ? [{ name: scorer.name, params: scorer.params, metrics }] : [];
  const own = scores ?? single;
  if (own.length === 0) return fail('nothing was scored', 'score the log: `inspect score`');
  return { ...log, total, completed, epochs: log.eval.config.epochs ?? 1, scores: own };
}

function unfinished(of: z.output<typeof startSchema>['eval'] | null, file: string, message: string) {
  const detail = { at: { file }, fix: 'finish it (`inspect eval-retry`), or evaluate again' };
  if (of === null) return new WeighbridgeError('data', message, detail);
  const { task, model, created = null } = of;
  return new UnfinishedRun({ task, model, started: created }, message, detail);
}

/** One log: a task of a model. */
export interface InspectLog {
  readonly file: string;
  readonly header: InspectHeader;
  /** Of what it says besides its samples. */
  readonly digest: string;
  /** How many samples are in it, an epoch of one counting as one. */
  readonly count: number;
  /** All epochs of a sample together. */
  samples(): AsyncIterable<readonly Members[]>;
}

const MAGIC = 'PK\u0003\u0004';

/** A log begins so in both forms; whole ones are too large to be parsed for this. */
const JSON_LOG =
  /^\s*\{\s*(?:"version"\s*:\s*\d+\s*,\s*)?"status"\s*:\s*"(?:started|success|cancelled|error)"\s*,\s*"eval"\s*:\s*\{/;

/** The first member that Inspect writes into an archive; its name stands after 30 bytes, even where the end is lost. */
const FIRST_MEMBER = '_journal/start.json';

export const isInspectLog = (head: string): boolean =>
  head.startsWith(MAGIC) ? head.slice(0, 200).includes(FIRST_MEMBER) : JSON_LOG.test(head);

/** @throws WeighbridgeError `data` for a log that cannot be read, or of a run that did not finish */
export async function readInspectLog(file: string): Promise<InspectLog> {
  const head = await headOf(file);
  return head?.startsWith(MAGIC) ? readArchive(file) : readJsonLog(file);
}

async function readJsonLog(file: string): Promise<InspectLog> {
  const { value } = await readJson(file);
  const { samples, reductions: _reductions, ...rest } = isObject(value) ? value : {};
  const list = Array.isArray(samples) ? samples.filter(isObject) : [];
  const byId = groupBy(list, ({ id }) => String(id));
  for (const [id, own] of byId) {
    if (new Set(own.map(({ epoch }) => epoch)).size === own.length) continue;
    throw new WeighbridgeError('data', `an epoch of the sample ${JSON.stringify(id)} is there twice`, {
      at: { file, key: id },
    });
  }
  return {
    file,
    header: parseHeader(rest, file),
    digest: digest(rest),
    count: list.length,
    async *samples() {
      yield* byId.values();
    },
  };
}

const HEADER = 'header.json';
const SAMPLE = /^samples\/(.+)_epoch_\d+\.json$/;
/** A large sample in chunks (log/_recorders/chunked/format.py), which is not read. */
const CHUNKED = /^samples\/.+_epoch_\d+\/sample\.json$/;

const openArchive = async (file: string): Promise<Archive> =>
  (await import('./archive.ts')).Archive.open(file);

async function readArchive(file: string): Promise<InspectLog> {
  const archive = await openArchive(file);
  try {
    if (!archive.has(HEADER)) {
      const start = parseLenientJson(await archive.text(FIRST_MEMBER), { file, key: FIRST_MEMBER });
      const own = startSchema.safeParse(start).data?.eval ?? null;
      throw unfinished(own, file, 'the run was stopped, or is still going');
    }
    const header = parseLenientJson(await archive.text(HEADER), { file, key: HEADER });
    const byId = new Map<string, string[]>();
    let count = 0;
    for (const name of archive.names) {
      if (CHUNKED.test(name)) {
        throw new WeighbridgeError('data', `the sample ${name} is stored in chunks`, {
          at: { file },
          fix: 'write the log again with one member a sample: `inspect log convert --to eval`',
        });
      }
      const id = SAMPLE.exec(name)?.[1];
      if (id === undefined) continue;
      byId.set(id, [...(byId.get(id) ?? []), name]);
      count += 1;
    }
    return {
      ...{ file, header: parseHeader(header, file), digest: digest(header), count },
      samples: () => membersOf(file, [...byId.values()]),
    };
  } finally {
    archive.close();
  }
}

async function* membersOf(file: string, groups: readonly (readonly string[])[]): AsyncGenerator<Members[]> {
  const archive = await openArchive(file);
  try {
    for (const names of groups) {
      const epochs: Members[] = [];
      for (const name of names) epochs.push(parseSample(await archive.text(name), file, name));
      yield epochs;
    }
  } finally {
    archive.close();
  }
}

function parseSample(text: string, file: string, name: string): Members {
  const value = parseLenientJson(text, { file, key: name });
  if (isObject(value)) return value;
  throw new WeighbridgeError('data', 'a sample must be an object', {
    at: { file, key: name },
  });
}
