import { Option } from 'commander';
import { TRACKERS } from '../adapters/trackers/registry.ts';
import { trackRun } from '../app/track.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { AddCommand } from './command.ts';
import { outOption } from './flags.ts';

const HELP = `
Reads verdict.json and sends its numbers, settings, datasets and reports. Tokens are the tracker's own variables; run it in a step of its
own, so that the evaluated model sees none. It changes no verdict: whatever the tracker says, the exit code of \`run\` stood before.

Trackers:
${Object.entries(TRACKERS)
  .map(([name, { summary, urlVariable }]) => `  ${name}  ${summary}; --url or ${urlVariable}`)
  .join('\n')}

Example:
  weighbridge track mlflow --url http://127.0.0.1:5000 --experiment tickets
`;

export const addTrack: AddCommand = (program, { terminal }) => {
  program
    .command('track')
    .description('tell a tracker of experiments what a run came to')
    .argument('<TRACKER>', `which: ${Object.keys(TRACKERS).join(', ')}`)
    .addOption(outOption())
    .addOption(new Option('--url <url>', "where it answers; default: the tracker's own variable"))
    .addOption(new Option('--experiment <name>', 'experiment that the run belongs to').default('weighbridge'))
    .addHelpText('after', HELP)
    .action(async (name: string, flags: { out: string; url?: string; experiment: string }) => {
      const tracker = TRACKERS[name];
      if (tracker === undefined) {
        throw new WeighbridgeError('usage', `no tracker is named ${JSON.stringify(name)}`, {
          fix: `name one of ${Object.keys(TRACKERS).join(', ')}`,
        });
      }
      const url = flags.url ?? process.env[tracker.urlVariable];
      if (!url) {
        throw new WeighbridgeError('usage', `nobody says where ${name} answers`, {
          fix: `give --url, or set ${tracker.urlVariable}`,
        });
      }
      const { out, experiment } = flags;
      terminal.info(`tracked: ${await trackRun(out, tracker, { url, experiment }, process.env)}`);
    });
};
