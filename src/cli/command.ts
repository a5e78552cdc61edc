import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** What a command gets besides its flags. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Aborted by the first Ctrl-C: finish the sample at hand, store it, stop. */
  readonly signal: AbortSignal;
  /** Sets what the process ends with. */
  readonly exit: (code: number) => void;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;
