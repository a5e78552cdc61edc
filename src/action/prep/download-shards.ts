import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadOwnSamples } from '../../adapters/github/own-artifacts.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { unpack } from '../../results/unpack.ts';

const IN_RUN = /^run\/(baseline|candidate|anchor|reference)\/(.+)$/;

/**
 * Fills the run directory with what other jobs of this run have evaluated, each shard in a folder of its own.
 * @returns why there is nothing, or nothing that could be trusted to be unpacked: the run directory is empty then; null when all is well
 */
export async function downloadShards(
  key: string | undefined,
  out: string,
  temp: string,
): Promise<string | null> {
  const folder = await mkdtemp(join(temp, 'weighbridge-zips-'));
  try {
    const zips = await downloadOwnSamples(key, folder);
    for (const [index, zip] of zips.entries()) {
      await unpack(zip, out, (name) => {
        const [, side, rest] = IN_RUN.exec(name) ?? [];
        return side === undefined || rest === undefined ? null : `${side}/${index + 1}/${rest}`;
      });
    }
    return null;
  } catch (error) {
    await rm(out, { recursive: true });
    await mkdir(out);
    return messageOf(error);
  } finally {
    await rm(folder, { recursive: true });
  }
}
