import { Option } from 'commander';
import { importResults } from '../app/import.ts';
import { resultsAt } from '../app/sides/mlflow.ts';
import { oneLine } from '../report/escape.ts';
import { plural } from '../report/format.ts';
import { RESULT_FORMATS } from '../results/formats/registry.ts';
import { following } from '../results/formats/selection.ts';
import type { AddCommand } from './command.ts';
import { followOption, outOption } from './flags.ts';

interface ImportFlags {
  readonly out: string;
  readonly role: 'baseline' | 'candidate';
  readonly follow?: readonly string[];
}

const HELP = `
PATH is what another program wrote, known by its content. Needed only to keep results in the form of Weighbridge: gate,
compare and the config's baseline read such a path as it is. Where a file holds several, name one: FILE#provider=NAME.

Formats:
${Object.values(RESULT_FORMATS)
  .map(({ name, summary }) => `  ${name}: ${summary}`)
  .join('\n')}

Example:
  weighbridge import lm-eval-out/my-model --out out --role baseline
`;

export const addImport: AddCommand = (program, { terminal }) => {
  program
    .command('import')
    .description('results of another program to a run directory')
    .argument('<PATH>', 'folder or file that the other program wrote')
    .addOption(outOption())
    .addOption(
      new Option('--role <side>', 'whose results they are')
        .choices(['baseline', 'candidate'])
        .default('candidate'),
    )
    .addHelpText('after', HELP)
    .addOption(followOption())
    .action(async (path: string, { out, role, follow }: ImportFlags) => {
      const { runs, notes } = await importResults(
        following(await resultsAt(path, terminal), follow),
        role,
        out,
      );
      for (const { folder, task, samples } of runs)
        terminal.info(`${task}: ${plural(samples, 'sample')} in ${folder}`);
      // Names of models are other people's words.
      for (const note of notes) terminal.info(oneLine(note));
    });
};
