import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';

/** Where everything is kept that can be made again: the engine, digests of checkpoints, stored baselines. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { WEIGHBRIDGE_CACHE: own, XDG_CACHE_HOME: xdg } = environment;
  if (own !== undefined && own !== '') return resolve(own);
  if (xdg !== undefined && xdg !== '') return resolve(xdg, 'weighbridge');
  const home = homedir();
  if (isAbsolute(home)) return join(home, '.cache', 'weighbridge');
  throw new WeighbridgeError('usage', `HOME is ${JSON.stringify(home)}, so there is no place for the cache`, {
    fix: 'set WEIGHBRIDGE_CACHE, XDG_CACHE_HOME or HOME to an absolute path outside of the checkout',
  });
}
