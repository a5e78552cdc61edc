import { join } from 'node:path';
import { COMMENT_FILE, HTML_FILE, renderAgain } from '../app/verdict-file.ts';
import type { AddCommand } from './command.ts';
import { type JsonFlag, jsonOption } from './flags.ts';
import { showVerdict } from './terminal.ts';

const HELP = `
Reads <dir>/verdict.json, shown-samples.json and timing.json, writes <dir>/comment.md and report.html, prints the table.
Decides nothing.

Example:
  weighbridge report weighbridge-out
`;

export const addReport: AddCommand = (program, { terminal, exit }) => {
  program
    .command('report')
    .description('render an earlier verdict again')
    .argument('<dir>', 'run directory')
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (directory: string, { json = false }: JsonFlag) => {
      const verdict = await renderAgain(directory);
      showVerdict(terminal, verdict, json);
      terminal.info(`report: ${join(directory, HTML_FILE)}, comment: ${join(directory, COMMENT_FILE)}`);
      exit(verdict.exitCode);
    });
};
