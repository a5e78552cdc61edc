import { WeighbridgeError } from '../../core/domain/errors.ts';

/** An error of whoever made the checkpoint. */
export function checkpointFault(path: string, what: string, fix: string, cause?: unknown): WeighbridgeError {
  return new WeighbridgeError('checkpoint', `the checkpoint ${what}`, { fix, cause, at: { file: path } });
}
