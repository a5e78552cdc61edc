import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import {
  describeModel,
  hubModel,
  type ModelIdentity,
  type ModelSource,
  NOT_IDENTIFIED,
} from '../../../core/domain/model.ts';
import { checkAdapter } from '../../checkpoints/adapter.ts';
import { digestCheckpoint, digestFiles } from '../../checkpoints/digest.ts';
import { type CheckpointFile, checkpointFiles } from '../../checkpoints/files.ts';
import { checkCachedModel } from '../../checkpoints/hub-cache.ts';

/**
 * Which weights a checkpoint is: of folders by all their files, of a hub by the commit. Of an endpoint only its address and
 * the name of the model are known, and the identity says so.
 * @param say told what could not be checked
 * @throws WeighbridgeError `checkpoint` for a folder without safetensors, or with pickles, and for a cache that holds other files than the
 * commit of a hub
 */
export async function identifyCheckpoint(
  source: ModelSource,
  described: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<ModelIdentity> {
  const unknown = { architecture: null, parameter_count: null, quantization: null };
  switch (source.kind) {
    case 'folder': {
      await requireSafetensors(source.path);
      const { identity } = await digestCheckpoint(source, { signal });
      return { ...identity, source: described };
    }
    case 'hub': {
      await requireCommit(source, say, signal);
      const digest = sha256(['hf', source.name, source.revision]);
      return { source: described, digest, adapter_digest: null, ...unknown };
    }
    case 'adapter': {
      const adapter = await requireSafetensors(source.adapter);
      const hub = hubModel(source.base);
      if (hub !== null) {
        await requireCommit(hub, say, signal);
        const digest = sha256(['hf', hub.name, hub.revision]);
        await checkAdapter(source.adapter, adapter, null);
        return {
          source: described,
          digest,
          adapter_digest: await digestFiles(adapter, { signal }),
          ...unknown,
        };
      }
      await requireSafetensors(source.base);
      const { identity } = await digestCheckpoint(source, { signal });
      return { ...identity, source: described };
    }
    case 'endpoint': {
      const digest = sha256(['endpoint', source.url, source.model]);
      return { source: `${described} ${NOT_IDENTIFIED}`, digest, adapter_digest: null, ...unknown };
    }
    case 'file':
    case 'results':
      throw new Error(`lm_eval was given ${source.kind} ${source.path}`);
  }
}

async function requireCommit(
  hub: Extract<ModelSource, { kind: 'hub' }>,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  if (await checkCachedModel(hub, signal)) return;
  say(
    `${describeModel(hub)} is taken as the cache of this machine has it: HF_HUB_OFFLINE forbids to ask which files the commit has`,
  );
}

/** Files of the source that lie on this machine. */
export async function ownFiles(source: ModelSource): Promise<readonly string[]> {
  const files = await Promise.all(foldersOf(source).map(checkpointFiles));
  return files.flat().map(({ path }) => path);
}

/** Folders of the source on this machine: of an adapter, that of its base first. */
function foldersOf(source: ModelSource): readonly string[] {
  if (source.kind === 'folder') return [source.path];
  if (source.kind !== 'adapter') return [];
  return hubModel(source.base) === null ? [source.base, source.adapter] : [source.adapter];
}

/**
 * The files of a checkpoint's folder.
 * @throws WeighbridgeError `checkpoint` unless there are weights that run no code when they are loaded
 */
async function requireSafetensors(folder: string): Promise<readonly CheckpointFile[]> {
  const files = await checkpointFiles(folder);
  if (files.some(({ name }) => name.endsWith('.safetensors'))) return files;
  throw new WeighbridgeError('checkpoint', 'there is no safetensors file in this folder', {
    at: { file: folder },
    fix: 'check the step that saves or downloads the checkpoint',
  });
}

/**
 * Looks at all folders of a source before anything runs.
 * @throws WeighbridgeError `checkpoint` as above, and for an adapter that would change nothing
 */
export async function inspectFolders(source: ModelSource): Promise<void> {
  const folders = foldersOf(source);
  const files = await Promise.all(folders.map(requireSafetensors));
  const [adapter] = files.slice(-1);
  if (source.kind !== 'adapter' || adapter === undefined) return;
  await checkAdapter(source.adapter, adapter, files.length === 1 ? null : (files[0] ?? null));
}

export function sha256(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}
