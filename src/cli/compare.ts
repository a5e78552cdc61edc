import { compareResults } from '../app/compare.ts';
import { resultsAt } from '../app/sides/mlflow.ts';
import { renderComparison } from '../report/comparison.ts';
import { verdictJson } from '../report/json.ts';
import { following } from '../results/formats/selection.ts';
import type { AddCommand } from './command.ts';
import { followOption, type JsonFlag, jsonOption } from './flags.ts';

interface CompareFlags extends JsonFlag {
  readonly follow?: readonly string[];
}

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
    .addOption(followOption())
    .addOption(jsonOption('the comparison as JSON'))
    .addHelpText('after', HELP)
    .action(async (a: string, b: string, { json = false, follow }: CompareFlags) => {
      const comparison = await compareResults({
        baseline: following(await resultsAt(a, terminal), follow),
        candidate: following(await resultsAt(b, terminal), follow),
      });
      terminal.print(json ? verdictJson(comparison) : renderComparison(comparison));
    });
};
