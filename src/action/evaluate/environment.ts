import { childEnvironment } from '../../adapters/process/environment.ts';
import type { RunnerEnvironment } from '../runtime.ts';

/** What the evaluation may see: the common allow-list, and what the workflow's author named in `env-allow`. */
export function cleanEnvironment(env: RunnerEnvironment, allowed: readonly string[]): Record<string, string> {
  const kept = childEnvironment(env, ['base', 'network', 'npm', 'evaluation', 'harness']);
  for (const name of allowed) {
    const value = env[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
