import { Option } from 'commander';
import { TRACKERS } from '../adapters/trackers/registry.ts';
import type { Tracker } from '../adapters/trackers/tracker.ts';
import { trackRun } from '../app/track.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { AddCommand } from './command.ts';
import { outOption } from './flags.ts';

const placeOf = ({ variable, folder }: Tracker['target']): string =>
  `--to, or ${variable}${folder === undefined ? '' : `, or the folder ${folder}`}`;

const HELP = `
Reads verdict.json and sends its numbers, settings, datasets and reports. Tokens are the tracker's own variables; run it in a step of its
own, so that the evaluated model sees none. It changes no verdict: whatever the tracker says, the exit code of \`run\` stood before.

Trackers:
${Object.entries(TRACKERS)
  .map(([name, { summary, target }]) => `  ${name.padEnd(11)} ${summary}; ${placeOf(target)}`)
  .join('\n')}

Example:
  weighbridge track mlflow --to http://127.0.0.1:5000 --experiment tickets
`;

interface TrackFlags {
  readonly out: string;
  readonly to?: string;
  readonly experiment: string;
  readonly samples: boolean;
}

export const addTrack: AddCommand = (program, { terminal }) => {
  program
    .command('track')
    .description('tell a tracker of experiments what a run came to')
    .argument('<TRACKER>', `which: ${Object.keys(TRACKERS).join(', ')}`)
    .addOption(outOption())
    .addOption(
      new Option('--to <where>', "address of the server, or folder; default: the tracker's own variable"),
    )
    .addOption(new Option('--experiment <name>', 'experiment that the run belongs to').default('weighbridge'))
    .addOption(
      new Option(
        '--samples',
        "with the candidate's samples, where the tracker keeps files (mlflow): a later run can take them for its baseline",
      ).default(false),
    )
    .addHelpText('after', HELP)
    .action(async (name: string, flags: TrackFlags) => {
      const tracker = TRACKERS[name];
      if (tracker === undefined) {
        throw new WeighbridgeError('usage', `no tracker is named ${JSON.stringify(name)}`, {
          fix: `name one of ${Object.keys(TRACKERS).join(', ')}`,
        });
      }
      const { variable, folder } = tracker.target;
      const to = flags.to || process.env[variable] || folder;
      if (to === undefined) {
        throw new WeighbridgeError('usage', `nobody says where ${name} answers`, {
          fix: `give --to, or set ${variable}`,
        });
      }
      const { out, experiment, samples: withSamples } = flags;
      const seen = await trackRun({ out, withSamples }, tracker, { to, experiment }, process.env);
      terminal.info(`tracked: ${seen}`);
    });
};
