import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where everything is kept that can be made again: the engine, digests of checkpoints, stored baselines. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { WEIGHBRIDGE_CACHE: own, XDG_CACHE_HOME: xdg } = environment;
  if (own !== undefined && own !== '') return resolve(own);
  if (xdg !== undefined && xdg !== '') return resolve(xdg, 'weighbridge');
  return join(homedir(), '.cache', 'weighbridge');
}
