import process from 'node:process';
import { showsInEnvironment } from '../../adapters/process/hidden-environment.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';

/** The option by which engines and scorers, whatever they are, name the variable of a key. */
const KEY_OPTION = 'api_key_env';

/**
 * A key beside code of others is refused where that code could read it: it runs as our user, who may look at the environment of every
 * process from which it descends. Ours hides its own (`hideEnvironment`); what started us does not.
 * @throws WeighbridgeError `config` before anything runs
 */
export function requireHiddenKeys({ allow, engine, referenceEngine, tasks }: ResolvedConfig): void {
  if (allow.length === 0) return;
  for (const variable of new Set(
    [engine, referenceEngine, ...tasks.map(({ options }) => options)].flatMap(keysNamed),
  )) {
    const key = process.env[variable];
    if (key === undefined || key === '') continue;
    const holder = showsInEnvironment(key);
    if (holder === null) continue;
    throw new WeighbridgeError(
      'config',
      `code that policy.allow lets run (${allow.join(', ')}) could read the key in ${variable}: the environment of ${holder} shows it`,
      {
        at: { file: 'the environment', key: variable },
        fix: `give the key to this command alone, on Linux, and start it with exec (\`exec node dist/cli.js run\`); or take ${KEY_OPTION}, or policy.allow, into a config of its own`,
      },
    );
  }
}

function keysNamed(options: unknown): readonly string[] {
  if (typeof options !== 'object' || options === null) return [];
  return Object.entries(options).flatMap(([name, value]) =>
    name === KEY_OPTION && typeof value === 'string' ? [value] : keysNamed(value),
  );
}
