import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { WeighbridgeError } from '../../domain/errors.ts';
import { hubModel, type ModelIdentity, type ModelSource } from '../../domain/model.ts';
import { fileDigest } from './request.ts';

/**
 * Which weights a checkpoint is: of folders by all their files, of a hub by the commit. Of an endpoint only its address and
 * the name of the model are known, and the identity says so.
 * @throws WeighbridgeError `checkpoint` for a folder without safetensors
 */
export async function identify(
  source: ModelSource,
  described: string,
  signal: AbortSignal,
): Promise<ModelIdentity> {
  const unknown = { architecture: null, parameter_count: null, quantization: null };
  switch (source.kind) {
    case 'folder':
      return {
        source: described,
        digest: await folderDigest(source.path, signal),
        adapter_digest: null,
        ...unknown,
      };
    case 'hub':
      return {
        source: described,
        digest: sha256(['hf', source.name, source.revision]),
        adapter_digest: null,
        ...unknown,
      };
    case 'adapter': {
      const hub = hubModel(source.base);
      const base =
        hub === null ? await folderDigest(source.base, signal) : sha256(['hf', hub.name, hub.revision]);
      return {
        source: described,
        digest: base,
        adapter_digest: await folderDigest(source.adapter, signal),
        ...unknown,
      };
    }
    case 'endpoint': {
      const digest = sha256(['endpoint', source.url, source.model]);
      return { source: `${described} (weights not identified)`, digest, adapter_digest: null, ...unknown };
    }
    case 'file':
    case 'results':
      throw new Error(`lm_eval was given ${source.kind} ${source.path}`);
  }
}

/** `sha256:<hex>` of a sorted list of relative paths with the digest of each file. */
export async function folderDigest(folder: string, signal: AbortSignal): Promise<string> {
  const files = await requireWeights(folder);
  const manifest: [string, string][] = [];
  for (const file of files) manifest.push([file, await fileDigest(join(folder, file), signal)]);
  return sha256(manifest);
}

/**
 * The files of a checkpoint's folder, sorted.
 * @throws WeighbridgeError `checkpoint` unless there are weights that run no code when they are loaded
 */
export async function requireWeights(folder: string): Promise<readonly string[]> {
  const files = await filesIn(folder);
  if (!files.some((file) => file.endsWith('.safetensors'))) {
    const pickles = files.filter((file) => /\.(bin|pt|pth|ckpt|pkl|pickle)$/i.test(file));
    throw new WeighbridgeError('checkpoint', 'there is no safetensors file in this folder', {
      at: { file: folder },
      fix:
        pickles.length === 0
          ? 'check the step that saves or downloads the checkpoint'
          : `save it again with safe_serialization=True: loading ${pickles[0]} would run whatever code it contains`,
    });
  }
  return files;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new WeighbridgeError('checkpoint', 'this folder cannot be read', {
      ...{ at: { file: folder }, cause },
      fix: 'check the path and the step that makes the checkpoint',
    });
  });
  const paths: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    // The cache of a hub keeps files as links to blobs.
    if ((await stat(path)).isFile()) paths.push(relative(folder, path).replaceAll('\\', '/'));
  }
  return paths.filter((path) => !path.startsWith('.git/') && !path.startsWith('.cache/')).sort();
}

export function sha256(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}
