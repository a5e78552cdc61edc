import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import process from 'node:process';
import { gitBlob, type HubFile, listHub } from '../../adapters/http/hub.ts';
import { isJobOfWorkflow } from '../../adapters/process/cache-folder.ts';
import type { ModelSource } from '../../core/domain/model.ts';
import { checkpointFault } from './files.ts';
import { hashFile } from './hash.ts';

type HubModel = Pick<Extract<ModelSource, { kind: 'hub' }>, 'name' | 'revision'>;

/** Where the client of Hugging Face keeps what it has of a model. */
function cachedModel(name: string): string {
  const { HF_HUB_CACHE, HF_HOME, XDG_CACHE_HOME } = process.env;
  const home = HF_HOME || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'huggingface');
  return join(HF_HUB_CACHE || join(home, 'hub'), `models--${name.replace('/', '--')}`);
}

/** The folder of a model's commit in the cache of the Hugging Face client; it need not be there. */
export const cachedSnapshot = ({ name, revision }: HubModel): string =>
  join(cachedModel(name), 'snapshots', revision);

/**
 * In a job of a workflow, holds the cached files of a model to what the hub says that the commit has: the client loads what lies there,
 * whoever put it there, and a machine that stays has seen other jobs. What is not in the cache, the client fetches itself.
 * @returns false where the hub must not be asked, so that nothing was held to anything
 * @throws WeighbridgeError `checkpoint` for other files than the commit has, `data` where the hub does not say which those are
 */
export async function checkCachedModel(model: HubModel, signal?: AbortSignal): Promise<boolean> {
  if (!isJobOfWorkflow(process.env)) return true;
  const written = `hf:${model.name}@${model.revision}`;
  const folder = cachedSnapshot(model);
  const cached = await filesIn(folder);
  // Files that the client remembers not to be there, and does not ask for again.
  const denied = await filesIn(join(cachedModel(model.name), '.no_exist', model.revision));
  if (cached.length + denied.length === 0) return true;
  if (process.env.HF_HUB_OFFLINE === '1') return false;
  const entries = await listHub({ kind: 'models', name: model.name, commit: model.revision, written });
  const listed = new Map(entries.map((entry) => [entry.path, entry]));
  const hidden = denied.find((file) => listed.has(file));
  if (hidden !== undefined) throw planted(written, hidden, 'is marked as not there, and the commit has it');
  for (const file of cached) {
    const entry = listed.get(file);
    if (entry === undefined) throw planted(written, file, 'lies there, and the commit has no such file');
    if (!(await isListed(join(folder, file), entry, signal)))
      throw planted(written, file, 'is not the commit’s');
  }
  return true;
}

/** None where there is no such folder; what cannot be looked at is not taken for nothing. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return [];
      throw checkpointFault(
        folder,
        'cannot be looked at in the cache of this machine',
        'remove the model from the cache and find out who wrote there; the next run downloads it anew',
        cause,
      );
    },
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((file) => file.split(sep).join('/'));
}

async function isListed(
  path: string,
  { size, oid, lfs }: HubFile,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  if (stats?.isFile() !== true || stats.size !== size) return false;
  return lfs === undefined
    ? gitBlob(await readFile(path)) === oid
    : (await hashFile(path, size, signal)) === lfs.oid;
}

const planted = (written: string, file: string, what: string) =>
  checkpointFault(
    written,
    `was changed in the cache of this machine: ${JSON.stringify(file)} ${what}`,
    'remove the model from the cache and find out who wrote there; the next run downloads it anew',
  );
