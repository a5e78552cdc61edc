import { messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import { EXIT_CODES } from '../core/domain/verdict.ts';
import { namedFault } from '../results/store/disk-faults.ts';

/** Conventional code of a process that was interrupted: 128 + SIGINT. */
export const INTERRUPTED = 130;

/**
 * What the process ends with when no verdict could be given. A broken checkpoint, dataset or machine is `invalid`, a
 * config or a command line is its author's to mend, and whatever is not a WeighbridgeError is our own fault.
 */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof WeighbridgeError)) {
    // A folder that cannot be written is its owner's to mend, whichever file it was that showed it.
    return namedFault(error) === null ? EXIT_CODES.ourFault : EXIT_CODES.invalid;
  }
  switch (error.kind) {
    case 'usage':
    case 'config':
      return EXIT_CODES.wrongUsage;
    case 'data':
    case 'checkpoint':
    case 'engine':
    case 'platform':
      return EXIT_CODES.invalid;
  }
}

export function describeFailure(error: unknown): string {
  const told = error instanceof WeighbridgeError ? error : namedFault(error);
  if (told !== null) return `error: ${messageOf(told)}`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a fault of Weighbridge itself, not of your checkpoint or config. Please report it.\n${stack}`;
}
