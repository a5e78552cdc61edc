import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { believedFolder } from '../adapters/process/cache-folder.ts';
import type { BaselineSource } from '../core/domain/baseline.ts';
import { assertNever, WeighbridgeError } from '../core/domain/errors.ts';
import { type MlflowReference, mlflowReference } from '../core/domain/mlflow.ts';
import { hubModel, type ModelSource } from '../core/domain/model.ts';
import type { Side } from '../core/domain/run.ts';
import { asksEndpoints, ENDPOINT_ENGINE } from '../tasks/engines/registry.ts';
import type { ResolvedConfig } from './resolved.ts';
import type { BaselineEntry, ConfigFile } from './schema.ts';

type Written = NonNullable<ConfigFile['candidate']>;

/** Names that only weights have. Which of them can be run is the engine's to say, with a reason for each. */
const WEIGHTS = /\.(gguf|safetensors|bin|pt|pth|ckpt|pkl|pickle|onnx|ggml|mlx|tflite|keras|h5)$/i;

/**
 * What a checkpoint of the config means: a file of weights by its name, `hf:…` one of a hub, `{base, adapter}` an adapter,
 * `{url, model}` an endpoint, any other path results. What MLflow keeps means what it will be once it is fetched.
 */
export function modelSource(written: Written): ModelSource {
  if (typeof written === 'object') {
    return 'url' in written ? { kind: 'endpoint', ...written } : adapterSource(written);
  }
  const hub = hubModel(written);
  if (hub !== null) return hub;
  const reference = mlflowReference(written);
  const path = reference === null ? written : mlflowPlace(reference);
  const kept = reference === null ? {} : { label: reference.written, mlflow: [reference] };
  if (WEIGHTS.test(path)) return { kind: 'file', path, ...kept };
  return { kind: 'results', path: `${path}${reference?.choices ?? ''}`, ...kept };
}

function adapterSource({ base, adapter }: Extract<Written, { readonly adapter: string }>): ModelSource {
  const references = [base, adapter].map(mlflowReference);
  const [baseThere, adapterThere] = references.map((reference) => reference && mlflowPlace(reference));
  const mlflow = references.filter((reference) => reference !== null);
  return {
    ...{ kind: 'adapter', base: baseThere ?? base, adapter: adapterThere ?? adapter },
    ...(mlflow.length === 0 ? {} : { label: `${adapter} on ${base}`, mlflow }),
  };
}

/** Where what MLflow keeps lies once it is fetched: a folder of its own, whichever server it is of. */
export function mlflowPlace({ written, of, path }: MlflowReference): string {
  const key = createHash('sha256').update(written).digest('hex').slice(0, 16);
  const whole = 'name' in of ? `${of.name}-${of.version}` : 'run' in of ? of.run : of.model;
  return join(believedFolder(process.env, 'mlflow'), key, path === '' ? whole : basename(path));
}

/** Results lie in folders as checkpoints do; which of them a folder is, only its files tell. */
export function asFound<Source extends ModelSource | null>(
  source: Source,
  directory: string,
): Source | ModelSource {
  if (source?.kind !== 'results') return source;
  const folder = resolve(directory, source.path);
  const isCheckpoint =
    existsSync(join(folder, 'config.json')) || (source.mlflow !== undefined && holdsGguf(folder));
  return isCheckpoint ? { ...source, kind: 'folder' } : source;
}

const holdsGguf = (folder: string): boolean =>
  existsSync(folder) &&
  statSync(folder).isDirectory() &&
  readdirSync(folder).some((name) => /\.gguf$/i.test(name));

/** What `baseline` means, whichever of its forms it is written in. */
export function baselineSources(written: BaselineEntry | undefined): ResolvedConfig['baselines'] {
  const none = { maxAgeDays: null, bootstrap: false, prompt: {} };
  if (written === undefined) return { sources: [], ...none };
  if (typeof written === 'object' && 'sources' in written) {
    const { sources, max_age_days: maxAgeDays = null, bootstrap, prompt = {} } = written;
    return { ...baselineSources(sources), maxAgeDays, bootstrap, prompt };
  }
  const list = Array.isArray(written) ? written : [written];
  return { sources: list.map(baselineSource), ...none };
}

type WrittenSource = Exclude<BaselineEntry, readonly unknown[] | { readonly sources: unknown }>;

function baselineSource(written: WrittenSource): BaselineSource {
  if (typeof written === 'string' || 'base' in written || 'url' in written) {
    return { from: 'path', model: modelSource(written) };
  }
  switch (written.from) {
    case 'base-branch':
      return { from: 'base-branch', pointer: written.pointer, branch: written.branch ?? null };
    case 'store':
    case 'artifact':
      return { from: written.from };
    default:
      return assertNever(written);
  }
}

/** A path given by flag or input is relative to where the command runs; in the config paths are relative to its folder. */
export function fromCommandLine(path: string, directory: string): string {
  return /^([/\\]|[A-Za-z]:|hf:|runs:|models:)/.test(path) ? path : relative(directory, path);
}

/** The other model and what runs it: of an endpoint an engine that asks endpoints, whatever runs the checkpoints. */
export function namedReference({
  reference = null,
  engine,
}: Pick<ConfigFile, 'reference' | 'engine'>): Pick<ResolvedConfig, 'reference' | 'referenceEngine'> {
  if (reference !== null && typeof reference === 'object' && 'engine' in reference) {
    return { reference: modelSource(reference.model), referenceEngine: reference.engine };
  }
  const source = reference === null ? null : modelSource(reference);
  const isServed = source?.kind === 'endpoint' && !asksEndpoints(engine);
  return { reference: source, referenceEngine: isServed ? ENDPOINT_ENGINE : engine };
}

/** The config by which a side is evaluated: the reference has an engine of its own. */
export const ofSide = (config: ResolvedConfig, side: Side): ResolvedConfig =>
  side === 'reference' ? { ...config, engine: config.referenceEngine } : config;

/**
 * The checkpoint or results of one side.
 * @throws WeighbridgeError `config` when neither the config nor a flag names it
 */
export function requireSide(config: ResolvedConfig, side: Side): ModelSource {
  const source = config[side];
  if (source !== null) return source;
  const added: Readonly<Record<Side, string>> = {
    candidate: 'candidate: path/to/candidate.gguf',
    baseline: 'baseline: path/to/baseline.gguf',
    anchor: 'anchor: { model: path/to/release.gguf, max_drop: { task/metric: 4pp } }',
    reference: 'reference: path/to/larger.gguf',
  };
  const given =
    side === 'candidate' || side === 'baseline'
      ? `, or give --${side} (in a workflow: the input ${side})`
      : '';
  throw new WeighbridgeError('config', `no ${side} is named`, {
    ...(config.file === null ? {} : { at: { file: config.file } }),
    fix: `add \`${added[side]}\` to the config${given}`,
  });
}
