import process from 'node:process';
import { WeighbridgeError } from '../../core/domain/errors.ts';

/**
 * The header with the key that a variable holds; none where none is named.
 * @throws WeighbridgeError `config` for a variable that is not set
 */
export function authorization(variable: string | undefined): Readonly<Record<string, string>> {
  if (variable === undefined) return {};
  const key = process.env[variable];
  if (key !== undefined && key !== '') return { authorization: `Bearer ${key}` };
  throw new WeighbridgeError('config', `the environment variable ${variable} is not set`, {
    fix: `set ${variable} for the evaluating step (and allow it with env-allow), or remove api_key_env`,
  });
}
