import { InvalidArgumentError, Option } from 'commander';
import { showTask } from '../app/show.ts';
import { loadConfig } from '../config/load.ts';
import { shownLines } from '../report/rendered-sample.ts';
import type { AddCommand } from './command.ts';
import { configOption, type JsonFlag, jsonOption } from './flags.ts';

interface ShowFlags extends JsonFlag {
  readonly config: string;
  readonly n: number;
  readonly side: 'candidate' | 'baseline';
}

const HELP = `
Loads no model; a chat template is read from the checkpoint's file.

Examples:
  weighbridge show mmlu
  weighbridge show tickets --n 1 --side baseline
`;

export const addShow: AddCommand = (program, { terminal }) => {
  program
    .command('show')
    .description('prompts of a task exactly as the model sees them, with their answers')
    .argument('<TASK>', 'name or alias of a task of the config')
    .addOption(configOption())
    .addOption(
      new Option('--n <count>', 'samples to show, spread over the dataset').argParser(count).default(3),
    )
    .addOption(
      new Option('--side <side>', 'whose chat template is used')
        .choices(['candidate', 'baseline'])
        .default('candidate'),
    )
    .addOption(jsonOption('the samples as JSON'))
    .addHelpText('after', HELP)
    .action(async (name: string, { config: file, n, side, json }: ShowFlags) => {
      const config = await loadConfig(file, { assumeTasks: true });
      const shown = await showTask(config, name, { count: n, side });
      terminal.print(json ? JSON.stringify(shown, null, 2) : shownLines(shown).join('\n'));
    });
};

function count(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('write a whole number from 1 to 9999');
}
