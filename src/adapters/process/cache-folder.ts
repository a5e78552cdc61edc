import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where everything is kept that can be made again: the engine, digests of checkpoints, stored baselines. */
export function cacheFolder(environment: Environment): string {
  const { WEIGHBRIDGE_CACHE: own, XDG_CACHE_HOME: xdg } = environment;
  if (own !== undefined && own !== '') return resolve(own);
  if (xdg !== undefined && xdg !== '') return resolve(xdg, 'weighbridge');
  const home = homedir();
  if (isAbsolute(home)) return join(home, '.cache', 'weighbridge');
  throw new WeighbridgeError('usage', `HOME is ${JSON.stringify(home)}, so there is no place for the cache`, {
    fix: 'set WEIGHBRIDGE_CACHE, XDG_CACHE_HOME or HOME to an absolute path outside of the checkout',
  });
}

/**
 * Where that is kept which is used as if it had just been made, since nothing but who made it tells that it is right. In a workflow it is
 * a place that every job begins with empty: an earlier one on a machine that stays could have put something else there.
 */
export function believedFolder(environment: Environment, name: string): string {
  const { RUNNER_TEMP: ofJob } = environment;
  return isJobOfWorkflow(environment) && ofJob !== undefined && ofJob !== ''
    ? join(ofJob, `weighbridge-${name}`)
    : join(cacheFolder(environment), name);
}

/** Whether this is a job of a workflow, whose cache an earlier job may have written. */
export const isJobOfWorkflow = (environment: Environment): boolean =>
  environment.GITHUB_ACTIONS === 'true' || environment.RUNNER_TRACKING_ID !== undefined;
