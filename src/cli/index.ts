#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { VERSION } from '../app/version.ts';
import { EXIT_CODES } from '../core/domain/verdict.ts';
import { addBaseline } from './baseline.ts';
import { addCheck } from './check.ts';
import { addCompare } from './compare.ts';
import { addEvaluate } from './evaluate.ts';
import { describeFailure, exitCodeOf, INTERRUPTED } from './exit.ts';
import { addExplain } from './explain.ts';
import { addExport } from './export.ts';
import { addGate } from './gate.ts';
import { addImport } from './import.ts';
import { addInit } from './init.ts';
import { addNoise } from './noise.ts';
import { addReport } from './report.ts';
import { addRun } from './run.ts';
import { addShow } from './show.ts';
import { Terminal } from './terminal.ts';

const HELP = `
Exit codes:
  0  not blocked            3  invalid: nothing can be said
  1  regression             4  wrong usage or config
  2  inconclusive, blocked  5  our own fault

Start with:
  weighbridge init          write a config and a workflow
  weighbridge check         what the config comes to, without running a model
  weighbridge run           evaluate both checkpoints, compare, decide, report
`;

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

  const program = new Command('weighbridge')
    .description('The eval gate for model checkpoints: did this fine-tune forget anything?')
    .version(VERSION)
    .addHelpText('after', HELP)
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help to see what there is)')
    .exitOverride();
  let exitCode: number = EXIT_CODES.notBlocked;
  const exit = (code: number) => {
    exitCode = code;
  };
  for (const add of [
    addRun,
    addEvaluate,
    addGate,
    addCompare,
    addImport,
    addExport,
    addCheck,
    addShow,
    addBaseline,
    addReport,
    addExplain,
    addNoise,
    addInit,
  ]) {
    add(program, { terminal, signal: interruption.signal, exit });
  }
  try {
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

process.exitCode = await main(process.argv);
