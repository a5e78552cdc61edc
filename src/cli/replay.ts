import { Option } from 'commander';
import { tasksInHistory } from '../config/history-tasks.ts';
import { loadConfig } from '../config/load.ts';
import { curveGates } from '../core/decide/curves.ts';
import { type ReplayedRun, replay } from '../core/decide/replay.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { renderReplay } from '../report/replay.ts';
import type { AddCommand } from './command.ts';
import { type JsonFlag, jsonOption } from './flags.ts';
import { type PlaceFlags, readPlace, withPlace } from './history.ts';

const HELP = `
Judges the rounds of the history again by another policy, from the intervals that are recorded, and shows those that it would have
decided otherwise. Changes nothing.

Example:
  weighbridge replay --policy stricter.yml
`;

export const addReplay: AddCommand = (program, { terminal }) => {
  withPlace(
    program
      .command('replay')
      .description('which rounds so far another policy would have decided otherwise')
      .addHelpText('after', HELP),
  )
    .addOption(new Option('--policy <file>', 'config whose gates and policy judge').makeOptionMandatory())
    .addOption(jsonOption('the rounds as JSON'))
    .action(async (flags: PlaceFlags & JsonFlag & { readonly policy: string }) => {
      const history = await readPlace(flags, terminal);
      if (history.runs.length === 0)
        throw new WeighbridgeError('data', 'there is no round to be judged again', {
          fix: 'record some first',
        });
      const { gates, policy, curves } = await loadConfig(flags.policy, { results: tasksInHistory(history) });
      const rounds = replay(history, [...gates, ...(curves === null ? [] : curveGates(curves))], policy);
      terminal.print(flags.json ? JSON.stringify(rounds.map(plain), null, 2) : renderReplay(rounds));
    });
};

const plain = ({ run, gates, verdict, blocked }: ReplayedRun) => ({
  run: run.run,
  before: { verdict: run.verdict, blocked: run.blocked },
  after: { verdict, blocked },
  gates: gates.map(({ gate, verdict: of, blocks, unknown }) => ({
    ...{ gate: gate.id, verdict: unknown === null ? of : null, blocks, unknown },
  })),
});
