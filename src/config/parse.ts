import type { z } from 'zod';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { completeEndpoints } from './endpoints.ts';
import type { ValueOrigin } from './fault.ts';
import { type GateEntry, gateSchema } from './gate-schema.ts';
import { schemaIssues } from './issues.ts';
import { type ConfigFile, configSchema, policySchema, type TaskEntry, taskSchema } from './schema.ts';
import { completeSuites, suiteFaults } from './starter-suites.ts';
import { thresholdsSchema } from './thresholds.ts';
import { unsupportedForms } from './unsupported.ts';
import { type Path, readYaml, valueAt, type YamlSource } from './yaml.ts';

/**
 * A config as far as it can be understood. Faults of one part do not hide those of another: a part that is broken is
 * null here and has an issue.
 */
export interface Draft {
  readonly source: YamlSource;
  readonly issues: readonly WeighbridgeError[];
  readonly head: Pick<
    ConfigFile,
    | 'candidate'
    | 'baseline'
    | 'store'
    | 'accept_change'
    | 'anchor'
    | 'reference'
    | 'engine'
    | 'prices'
    | 'seed'
    | 'include_samples'
    | 'record'
    | 'curves'
    | 'drift'
  > | null;
  readonly tasks: ReadonlyMap<string, TaskEntry | null>;
  readonly thresholds: ConfigFile['thresholds'];
  readonly gates: readonly (GateEntry | null)[];
  readonly policy: ConfigFile['policy'];
}

const EMPTY: YamlSource & { readonly value: Record<string, unknown> } = {
  value: { version: 1 },
  issues: [],
  locate: () => ({ file: 'flags' }),
  locateKey: () => ({ file: 'flags' }),
};

/** Reads a config; without a text (null) the draft is that of a file that says nothing. */
export function parseConfig(text: string | null, file: string): Draft {
  if (text === null) return partialDraft(EMPTY, EMPTY.value, []);
  const read = readYaml(text, file);
  const source = { ...read, value: completeSuites(completeEndpoints(read.value)) };
  const { value } = source;
  if (source.issues.length > 0) return partialDraft(source, {}, source.issues);
  if (!isMap(value)) return partialDraft(source, {}, [notAMap(value, source)]);

  const unsupported = [...unsupportedForms(source), ...suiteFaults(read)];
  const parsed = configSchema.safeParse(value);
  const isExplained = (path: Path) =>
    unsupported.some(({ covers }) => covers.every((part, depth) => path[depth] === part));
  const issues = (parsed.error?.issues ?? []).filter((issue) => !isExplained(issue.path as Path));
  return partialDraft(source, value, [
    ...unsupported.map(({ error }) => error),
    ...schemaIssues(issues, source),
  ]);
}

function notAMap(value: unknown, source: YamlSource): WeighbridgeError {
  const what = value === null || value === undefined ? 'the file is empty' : 'the file must be a map of keys';
  return new WeighbridgeError('config', what, {
    at: source.locate([]),
    fix: 'begin with `version: 1`, or let `weighbridge init` write a first config',
  });
}

function partialDraft(
  source: YamlSource,
  value: Record<string, unknown>,
  issues: readonly WeighbridgeError[],
): Draft {
  const head = configSchema
    .pick({
      candidate: true,
      baseline: true,
      store: true,
      accept_change: true,
      anchor: true,
      reference: true,
      engine: true,
      prices: true,
      seed: true,
      include_samples: true,
      record: true,
      curves: true,
      drift: true,
    })
    .strip()
    .safeParse(value);
  const tasks = isMap(value.tasks) ? Object.entries(value.tasks) : [];
  const gates = Array.isArray(value.gates) ? value.gates : [];
  return {
    source,
    issues,
    head: head.data ?? null,
    tasks: new Map(tasks.map(([name, task]) => [name, lenient(taskSchema, task)])),
    thresholds: lenient(thresholdsSchema, value.thresholds) ?? {},
    gates: gates.map((gate) => gateSchema.safeParse(gate).data ?? null),
    policy: lenient(policySchema, value.policy) ?? policySchema.parse({}),
  };
}

/** The value without its unknown keys, which have been reported and would only hide what else is wrong. */
function lenient<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> | null {
  const strict = schema.safeParse(value);
  if (strict.success || !isMap(value)) return strict.data ?? null;
  const unknown = strict.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
  const known = Object.entries(value).filter(([key]) => !unknown.includes(key));
  return schema.safeParse(Object.fromEntries(known)).data ?? null;
}

/** Whether the file itself says something at this path, as opposed to a default. */
export function isWritten(source: YamlSource, path: Path): boolean {
  return valueAt(source.value, path) !== undefined;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the file says the value at this path. */
export function originOf({ source }: Draft, path: Path): ValueOrigin {
  const at = source.locate(path);
  return { source: { kind: 'file', file: at.file, line: source.locateKey(path).line ?? 1 }, at };
}
