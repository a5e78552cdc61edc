import { Option } from 'commander';
import { exitCodeOfOverlap, findOverlap } from '../app/overlap.ts';
import { renderOverlap } from '../report/overlap.ts';
import type { AddCommand } from './command.ts';
import { configOption, type JsonFlag, jsonOption, outOption } from './flags.ts';

const HELP = `
Looks for the questions of the stored runs in the files that the candidate was trained on: by runs of 13 words, as decontamination does.
JSONL, CSV or text, packed with gzip or not, read as a stream. Then judges again without the questions that are there, and ends with that
verdict's exit code: 3 where that cannot be told.

Example:
  weighbridge overlap --training train.jsonl more.jsonl.gz
`;

interface OverlapFlags extends JsonFlag {
  readonly config: string;
  readonly out: string;
  readonly training: readonly string[];
}

export const addOverlap: AddCommand = (program, { terminal, exit }) => {
  program
    .command('overlap')
    .description('which questions stand in the training files, and the verdict without them')
    .addOption(configOption())
    .addOption(outOption())
    .addOption(new Option('--training <files...>', 'what the candidate was trained on').makeOptionMandatory())
    .addOption(jsonOption('all of it as JSON'))
    .addHelpText('after', HELP)
    .action(async ({ config, out, training, json = false }: OverlapFlags) => {
      const report = await findOverlap(config, { out, training, log: terminal });
      terminal.print(json ? JSON.stringify(report, null, 2) : renderOverlap(report));
      exit(exitCodeOfOverlap(report));
    });
};
