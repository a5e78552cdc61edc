import completion from '@bomb.sh/tab/commander';
import { Command } from 'commander';
import { VERSION } from '../app/version.ts';
import { addBaseline } from './baseline.ts';
import { addCasesCommand } from './cases.ts';
import { addCheck } from './check.ts';
import type { CommandContext } from './command.ts';
import { addCompare } from './compare.ts';
import { addEvaluate } from './evaluate.ts';
import { addExplain } from './explain.ts';
import { addExport } from './export.ts';
import { addGate } from './gate.ts';
import { addHistory } from './history.ts';
import { addImport } from './import.ts';
import { addInit } from './init.ts';
import { addNoise } from './noise.ts';
import { addOverlap } from './overlap.ts';
import { addReplay } from './replay.ts';
import { addReport } from './report.ts';
import { addRun } from './run.ts';
import { addShow } from './show.ts';
import { addSuggest } from './suggest.ts';
import { addTrack } from './track.ts';

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

/** All commands, with their flags and what they say of themselves. */
export function buildProgram(context: CommandContext): Command {
  const program = new Command('weighbridge')
    .description('The eval gate for model checkpoints: did this fine-tune forget anything?')
    .version(VERSION)
    .addHelpText('after', HELP)
    // What follows the name of a command is that command's.
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help to see what there is)')
    .exitOverride();
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
    addOverlap,
    addHistory,
    addSuggest,
    addReplay,
    addTrack,
    addInit,
    addCasesCommand,
  ]) {
    add(program, context);
  }
  // Knows what it is told before it is called.
  completion(program);
  return program;
}
