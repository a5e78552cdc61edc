import { type Location, WeighbridgeError } from '../core/domain/errors.ts';
import { describeSource, type Source } from '../core/domain/gate.ts';

/** Where a value was written, so that a complaint about it can point there. */
export interface ValueOrigin {
  readonly source: Source;
  /** Only for values from a file. */
  readonly at?: Location;
}

/** A complaint about a value: `config` at its line when a file said it, `usage` with its name when a flag or input did. */
export function valueFault(origin: ValueOrigin, message: string, fix: string): WeighbridgeError {
  const { source } = origin;
  if (source.kind === 'flag' || source.kind === 'input') {
    return new WeighbridgeError('usage', `${describeSource(source)}: ${message}`, { fix });
  }
  return new WeighbridgeError('config', message, {
    fix,
    ...(origin.at === undefined ? {} : { at: origin.at }),
  });
}
