import { compareResults } from '../app/compare.ts';
import { renderComparison } from '../report/comparison.ts';
import { verdictJson } from '../report/json.ts';
import type { AddCommand } from './command.ts';
import { type JsonFlag, jsonOption } from './flags.ts';

const HELP = `
A is the baseline, B the candidate: every delta is B − A. Run directories, the folder of one side or task in them, or
results of another program (weighbridge import --help lists them).

Example:
  weighbridge compare out/base/baseline out/step-2000/candidate
`;

export const addCompare: AddCommand = (program, { terminal }) => {
  program
    .command('compare')
    .description('the same table without a judgement')
    .argument('<A>', 'results of the baseline')
    .argument('<B>', 'results of the candidate')
    .addOption(jsonOption('the comparison as JSON'))
    .addHelpText('after', HELP)
    .action(async (baseline: string, candidate: string, { json = false }: JsonFlag) => {
      const comparison = await compareResults({ baseline, candidate });
      terminal.print(json ? verdictJson(comparison) : renderComparison(comparison));
    });
};
