import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { artifactClient, differs, newestSamples, readSamplesName, TRY_AGAIN } from './artifact.ts';

/** As far as anything real goes; the service's own count is asked before a byte is fetched. */
const MAX_BYTES = 2 ** 29;

/**
 * Downloads what the evaluating jobs of this very workflow run have uploaded, still packed. Needs no permission: the runner's
 * own token can read the run's own artifacts.
 * @param key of the gate; with none given, all that is there must be of one
 * @returns paths of the zips, one a shard, of each the newest attempt
 * @throws WeighbridgeError `data` when there is nothing, too much, or another than was uploaded
 */
export async function downloadOwnSamples(
  key: string | undefined,
  folder: string,
): Promise<readonly string[]> {
  const client = await artifactClient();
  const { artifacts } = await client.listArtifacts();
  // A report of this run is ours, of an earlier attempt: what is to be judged are the samples that it was made of.
  const uploaded = artifacts.filter(({ name }) => readSamplesName(name)?.label !== 'report');
  const found = newestSamples(uploaded, key);
  if (found.length === 0) {
    throw new WeighbridgeError('data', 'no job of this run has uploaded samples', {
      fix: 'let a job that this one `needs` use the action with `phase: evaluate`, and give both the same comment-key',
    });
  }
  const zips: string[] = [];
  for (const { id, name, size, digest } of found) {
    if (size > MAX_BYTES)
      throw new WeighbridgeError('data', `the samples are larger than ${MAX_BYTES} bytes`, {
        fix: 'evaluate fewer samples a shard, or keep no outputs of them',
      });
    const path = join(folder, String(id));
    await mkdir(path);
    const damaged = () =>
      new WeighbridgeError('data', differs(name, digest), { fix: 'run the job again that uploads it' });
    if (digest === undefined) throw damaged();
    const { digestMismatch } = await client.downloadArtifact(id, {
      path,
      skipDecompress: true,
      expectedHash: digest,
    });
    if (digestMismatch !== false) throw damaged();
    const [file] = await readdir(path);
    if (file === undefined)
      throw new WeighbridgeError('platform', 'the artifact service sent no file', {
        fix: TRY_AGAIN,
      });
    zips.push(join(path, file));
  }
  return zips;
}
