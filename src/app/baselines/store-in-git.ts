import { realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { askGit, folderInRepository } from '../../adapters/process/git.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { storeOf } from './find.ts';

/**
 * A store that lies in git comes with the checkout: what is blessed there, and the samples of the baseline, would be what the pull
 * request says. Only the base branch's count.
 * @param tip commit of the base branch
 * @throws WeighbridgeError `config` where git has another one at the head than at the tip, or cannot tell
 */
export async function refuseNewStore(config: ResolvedConfig, tip: string): Promise<void> {
  const store = storeOf(config);
  if (store === null) return;
  const directory = resolve(config.directory);
  const inside = await folderInRepository(directory);
  if (inside === null) return;
  // A link that the pull request makes may lead to another folder of it.
  const folder = await realpath(store.folder).catch(() => store.folder);
  const path = join(inside, relative(await realpath(directory), folder))
    .split(sep)
    .join('/');
  const treeAt = (commit: string) =>
    askGit(directory, ['rev-parse', '--verify', '--quiet', `${commit}:${path}`]);
  const [before, after] = [await treeAt(tip), await treeAt('HEAD')];
  if (before === after) return;
  throw new WeighbridgeError(
    'config',
    `the store of baselines, ${path}, lies in git, and is not what the base branch has at ${tip.slice(0, 12)}`,
    {
      fix: 'bring this branch up to date, change the store in a pull request of its own, or keep it where no pull request can write (with `fetch-depth: 0`, so that git knows both)',
    },
  );
}
