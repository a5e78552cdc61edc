import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { describeModel, type ModelIdentity, type ModelSource } from '../../core/domain/model.ts';
import { checkAdapter } from './adapter.ts';
import { isUnchanged, knownDigest, rememberDigest } from './digest-cache.ts';
import { type CheckpointFile, checkpointFault, checkpointFiles } from './files.ts';
import { hashFile } from './hash.ts';
import { describeWeights } from './metadata.ts';

export interface DigestOptions {
  readonly signal?: AbortSignal;
}

export interface CheckpointDigest {
  readonly identity: ModelIdentity;
  /** Type of the weights, such as `BF16`, several joined by `+` with the most common first; null when unknown. */
  readonly dtype: string | null;
}

/**
 * Which checkpoint a source is, from its files alone: nothing is loaded, and a pickle is refused. Two folders of one name
 * with different weights have different digests; one checkpoint has one digest under every name.
 * @throws WeighbridgeError `checkpoint` for what is missing, changing, linked from outside or a pickle; `usage` for results
 */
export async function digestCheckpoint(
  source: ModelSource,
  options: DigestOptions = {},
): Promise<CheckpointDigest> {
  const { base, adapter } = pathsOf(source);
  const files = await checkpointFiles(base);
  const adapterFiles = adapter === null ? null : await checkpointFiles(adapter);
  if (adapter !== null && adapterFiles !== null) await checkAdapter(adapter, adapterFiles, files);
  const [digest, adapterDigest, weights] = await Promise.all([
    digestFiles(files, options),
    adapterFiles === null ? null : digestFiles(adapterFiles, options),
    describeWeights(base, files),
  ]);
  const { architecture, parameterCount, quantization, dtype } = weights;
  const identity = {
    source: describeModel(source),
    digest,
    adapter_digest: adapterDigest,
    architecture,
    parameter_count: parameterCount,
    quantization,
  };
  return { identity, dtype };
}

function pathsOf(source: ModelSource): { readonly base: string; readonly adapter: string | null } {
  switch (source.kind) {
    case 'file':
    case 'folder':
      return { base: source.path, adapter: null };
    case 'adapter':
      return { base: source.base, adapter: source.adapter };
    case 'hub':
    case 'endpoint':
      throw new WeighbridgeError('usage', `${describeModel(source)} has no files here`, {
        fix: 'name weights on this machine',
      });
    case 'results':
      throw new WeighbridgeError('usage', `${source.path} names results of an evaluation, not a checkpoint`, {
        fix: 'name the weights',
      });
  }
}

/**
 * `sha256:<hex>` of one file, as `sha256sum` prints it; of several, of a sorted manifest with a line for each: its hex, two
 * blanks, its name as a JSON string.
 */
export async function digestFiles(
  files: readonly CheckpointFile[],
  { signal = new AbortController().signal }: DigestOptions = {},
): Promise<string> {
  const digests = await inParallel(files, (file) => digestFile(file.path, signal));
  const [only] = digests;
  if (only !== undefined && digests.length === 1) return `sha256:${only}`;
  const lines = files.map(({ name }, index) => `${digests[index]}  ${JSON.stringify(name)}\n`).sort();
  return `sha256:${createHash('sha256').update(lines.join('')).digest('hex')}`;
}

async function digestFile(path: string, signal: AbortSignal): Promise<string> {
  const file = await realpath(path);
  const before = await stat(file, { bigint: true });
  const known = knownDigest(file, before);
  if (known !== null) return known;
  const digest = await hashFile(file, Number(before.size), signal);
  const after = await stat(file, { bigint: true });
  if (!isUnchanged(before, after)) {
    throw checkpointFault(path, 'changed while it was read', 'evaluate a file that nothing writes to');
  }
  rememberDigest(file, after, digest);
  return digest;
}

/** As many at a time as there are processors; disks gain nothing from more. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), items.length) }, worker));
  return results;
}
