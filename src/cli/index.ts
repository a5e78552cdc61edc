#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { CommanderError } from 'commander';
import { hideEnvironment } from '../adapters/process/hidden-environment.ts';
import { EXIT_CODES } from '../core/domain/verdict.ts';
import { describeFailure, exitCodeOf, INTERRUPTED } from './exit.ts';
import { buildProgram } from './program.ts';
import { Terminal } from './terminal.ts';

async function main(argv: readonly string[]): Promise<number> {
  const terminal = new Terminal();
  const interruption = new AbortController();
  const interrupt = (): void => {
    if (interruption.signal.aborted) process.exit(INTERRUPTED);
    terminal.info(
      'Stopping after the sample at hand; the same command goes on from there. Again to stop at once.',
    );
    interruption.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);

  // Whoever reads along may have seen enough, as `head` has: the exit code is the verdict's all the same.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }

  let exitCode: number = EXIT_CODES.notBlocked;
  const exit = (code: number) => {
    exitCode = code;
  };
  try {
    const program = await buildProgram({ terminal, signal: interruption.signal, exit }, argv[2]);
    await program.parseAsync(argv);
    return interruption.signal.aborted ? INTERRUPTED : exitCode;
  } catch (error) {
    // Commander has printed its own message; --help and --version come this way too, with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_CODES.wrongUsage;
    if (interruption.signal.aborted) return INTERRUPTED;
    terminal.info(describeFailure(error));
    return exitCodeOf(error);
  }
}

// Scores are looked at through objects that live for a moment: taken for lasting ones they would fill the old heap, at a fifth of a gate's time.
setFlagsFromString('--no-allocation-site-pretenuring');
// Whatever a command will run later.
hideEnvironment();
process.exitCode = await main(process.argv);
