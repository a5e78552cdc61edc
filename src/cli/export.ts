import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Option } from 'commander';
import { readSideResults } from '../app/sides/stored.ts';
import { readVerdict, VERDICT_FILE } from '../app/verdict-file.ts';
import { IssueList, WeighbridgeError } from '../core/domain/errors.ts';
import { GATED_SIDES, type GatedSide } from '../core/domain/run.ts';
import { VERDICT_EXPORTS } from '../report/exports/registry.ts';
import { EXPORTERS, exporterOf, findFormat } from '../results/formats/registry.ts';
import { writeAtomically } from '../results/store/atomic-file.ts';
import { makeDirectory, onDisk } from '../results/store/disk-faults.ts';
import { holdsRuns } from '../results/store/results.ts';
import type { AddCommand } from './command.ts';

interface ExportFlags {
  readonly out: string;
  readonly format: string;
}

const NAMES = [...EXPORTERS.keys(), ...Object.keys(VERDICT_EXPORTS)];
const WIDTH = Math.max(...NAMES.map(({ length }) => length));
const listed = (formats: Iterable<readonly [string, { readonly summary: string }]>) =>
  [...formats].map(([name, { summary }]) => `  ${name.padEnd(WIDTH)}  ${summary}`).join('\n');

const HELP = `
DIR is a run directory, or results of another program, which are taken for the candidate's. The runs of each side go to
a folder of their own in the output folder; \`weighbridge compare\` reads them there.

Formats of runs:
${listed(EXPORTERS)}

Formats of a verdict, of the verdict.json in DIR:
${listed(Object.entries(VERDICT_EXPORTS))}

Examples:
  weighbridge export weighbridge-out --out shared --format every-eval-ever
  weighbridge export weighbridge-out --out reports --format junit
`;

export const addExport: AddCommand = (program, { terminal }) => {
  program
    .command('export')
    .description('runs, or a verdict, in a form that other programs read')
    .argument('<DIR>', 'run directory, or results of another program')
    .requiredOption('-o, --out <dir>', 'where the files go')
    .addOption(new Option('--format <name>', 'which form').choices(NAMES).makeOptionMandatory())
    .addHelpText('after', HELP)
    .action(async (path: string, { out, format }: ExportFlags) => {
      const ofVerdict = VERDICT_EXPORTS[format];
      if (ofVerdict !== undefined) {
        const file = join(resolve(out), ofVerdict.file);
        const text = ofVerdict.render(await readVerdict(join(path, VERDICT_FILE)));
        await onDisk(out, async () => {
          await makeDirectory(out);
          await writeAtomically(file, text);
        });
        terminal.info(`${format}: ${file}`);
        return;
      }
      for (const side of await sidesIn(path)) {
        const { runs, faults } = await readSideResults(path, side);
        const incomplete = runs.flatMap((run) => incompleteness(run.folder, run.incomplete));
        if (faults.length + incomplete.length > 0) throw new IssueList('data', [...faults, ...incomplete]);
        for (const run of runs) {
          const files = await exporterOf(format).write(run, join(resolve(out), side));
          terminal.info(`${side} ${run.record.task}: ${files.join(', ')}`);
        }
      }
    });
};

/** @throws WeighbridgeError `data` when there is nothing to export */
async function sidesIn(path: string): Promise<readonly GatedSide[]> {
  const held: GatedSide[] = [];
  for (const side of GATED_SIDES) {
    const folder = join(path, side);
    if (existsSync(folder) && (await holdsRuns(folder, side))) held.push(side);
  }
  if (held.length > 0) return held;
  if ((await holdsRuns(path, 'candidate')) || (await findFormat(path)) !== null) return ['candidate'];
  throw new WeighbridgeError('data', 'there are no runs here', {
    at: { file: path },
    fix: 'name a folder in which `weighbridge run` or `evaluate` left them',
  });
}

const incompleteness = (file: string, why: string | null): WeighbridgeError[] =>
  why === null
    ? []
    : [
        new WeighbridgeError('data', `not a whole run: ${why}`, {
          at: { file },
          fix: 'evaluate it to its end first: the same command goes on where it stopped',
        }),
      ];
