import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Roots } from '../../links.ts';
import { companionFile, foldersIn } from '../files.ts';
import { readJsonAs } from '../json.ts';

const [SPEC, STATS, INSTANCES] = ['run_spec.json', 'stats.json', 'per_instance_stats.json'] as const;
const STATES = 'scenario_state.json';
const FILES: readonly string[] = [SPEC, STATS, INSTANCES, STATES, 'scenario.json'];

const stat = z.object({
  name: z.object({
    name: z.string(),
    split: z.string().nullish(),
    sub_split: z.string().nullish(),
    perturbation: z.unknown().optional(),
  }),
  count: z.number(),
  // HELM leaves out what is NaN.
  mean: z.number().nullish(),
});

const specSchema = z.looseObject({
  name: z.string().min(1),
  scenario_spec: z.unknown().optional(),
  adapter_spec: z.record(z.string(), z.unknown()),
  metric_specs: z.unknown().optional(),
  data_augmenter_spec: z.unknown().optional(),
});

const instanceSchema = z.object({
  instance_id: z.string().min(1),
  train_trial_index: z.int().min(0).default(0),
  perturbation: z.unknown().optional(),
  stats: z.array(stat),
});

const stateSchema = z.object({
  request_states: z.array(
    z.object({
      instance: z.object({
        id: z.string().nullish(),
        perturbation: z.unknown().optional(),
        references: z.unknown().optional(),
      }),
      train_trial_index: z.int().min(0).default(0),
      request: z.record(z.string(), z.unknown()),
      result: z
        .object({ completions: z.array(z.object({ text: z.string().nullish() })).nullish() })
        .nullish(),
    }),
  ),
});

type Stat = z.output<typeof stat>;
export type HelmInstance = z.output<typeof instanceSchema>;
type RequestState = z.output<typeof stateSchema>['request_states'][number];

/** A folder of one scenario and model. */
export interface HelmRun {
  readonly folder: string;
  readonly spec: z.output<typeof specSchema>;
  readonly model: string;
  /** The run's name without its model. */
  readonly task: string;
  readonly stats: readonly Stat[];
  readonly instances: readonly HelmInstance[];
  /** Null where the folder lacks them: then nobody knows what was asked. */
  readonly states: readonly RequestState[] | null;
  readonly digest: string;
}

/** @throws WeighbridgeError `data` for a file that is missing or not what HELM writes */
export async function readHelmRun(folder: string, roots: Roots): Promise<HelmRun> {
  const spec = required(await read(folder, SPEC, specSchema, roots), SPEC, folder);
  const stats = required(await read(folder, STATS, z.array(stat), roots), STATS, folder);
  const instances = required(
    await read(folder, INSTANCES, z.array(instanceSchema), roots),
    INSTANCES,
    folder,
  );
  const states = await read(folder, STATES, stateSchema, roots);
  const digests = [spec, stats, instances, states].map((file) => file?.digest);
  return {
    ...{ folder, spec: spec.value, stats: stats.value, instances: instances.value },
    model: String(spec.value.adapter_spec.model ?? 'a model without a name'),
    task: taskOf(spec.value.name),
    states: states?.value.request_states ?? null,
    digest: digests.join(),
  };
}

/** `mmlu:subject=anatomy,model=openai_gpt2`. */
function taskOf(name: string): string {
  const colon = name.indexOf(':');
  if (colon === -1) return name;
  const parts = name.slice(colon + 1).split(',');
  const own = parts.filter((part) => !/^model(_deployment)?=/.test(part));
  return own.length === 0 ? name.slice(0, colon) : `${name.slice(0, colon)}:${own.join(',')}`;
}

async function read<T>(folder: string, name: string, schema: z.ZodType<T>, roots: Roots) {
  const file = await companionFile(folder, join(folder, name), { roots });
  return file === null ? null : readJsonAs(file, schema, 'a file of HELM');
}

function required<T>(read: T | null, name: string, folder: string): T {
  if (read !== null) return read;
  throw new WeighbridgeError('data', 'no such file: the run did not finish, or was copied in part', {
    at: { file: join(folder, name) },
    fix: 'run helm-run again',
  });
}

/** `benchmark_output/runs/<suite>/<run>`. */
const MAX_DEPTH = 3;

/** Folders of runs; what has nothing but its specification never began. */
export async function runsUnder(path: string, roots: Roots, depth = MAX_DEPTH): Promise<string[]> {
  // One file of a run that is named stands for the run.
  if (FILES.includes(basename(path)) && existsSync(join(dirname(path), SPEC))) {
    return runsUnder(dirname(path), roots, 0);
  }
  if (existsSync(join(path, SPEC))) {
    return [STATS, INSTANCES].some((file) => existsSync(join(path, file))) ? [path] : [];
  }
  const found: string[] = [];
  for (const name of depth === 0 ? [] : await foldersIn(path, roots)) {
    found.push(...(await runsUnder(join(path, name), roots, depth - 1)));
  }
  return found;
}
