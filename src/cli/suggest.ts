import { InvalidArgumentError, Option } from 'commander';
import { type SuggestedLimit, suggestLimits } from '../core/decide/suggest.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { renderSuggestions } from '../report/suggest.ts';
import type { AddCommand } from './command.ts';
import { type JsonFlag, jsonOption } from './flags.ts';
import { type PlaceFlags, readPlace, withPlace } from './history.ts';

const HELP = `
Reads the history and writes gates with the smallest limits that rarely stop a candidate which did not move, each with what it would have
stopped so far and what it can prove. They are comments to choose from: nothing is applied, and limits are chosen before results are seen.

Example:
  weighbridge suggest --false-block 2% >> weighbridge.yml
`;

export const addSuggest: AddCommand = (program, { terminal }) => {
  withPlace(
    program
      .command('suggest')
      .description('limits that fit the noise of the rounds so far, as comments for the config')
      .addHelpText('after', HELP),
  )
    .addOption(
      new Option('--false-block <share>', 'of candidates that did not move, stopped by a gate')
        .argParser(share)
        .default(0.05, '5%'),
    )
    .addOption(jsonOption('the limits as JSON'))
    .action(async (flags: PlaceFlags & JsonFlag & { readonly falseBlock: number }) => {
      const history = await readPlace(flags, terminal);
      const { alpha = 0.05, leanAlpha = 0.25 } = history.runs.at(-1)?.policy ?? {};
      const found = suggestLimits(history, { falseBlocks: flags.falseBlock, alpha, leanAlpha });
      if (found.length === 0)
        throw new WeighbridgeError('data', 'no round has a change with its interval', {
          fix: 'record rounds that were judged on samples, with `record:` in the config',
        });
      terminal.print(flags.json ? JSON.stringify(found.map(plain), null, 2) : renderSuggestions(found));
    });
};

const plain = ({ wouldHaveBlocked, ...limit }: SuggestedLimit) => ({
  ...limit,
  wouldHaveBlocked: wouldHaveBlocked.map(({ run }) => run),
});

function share(text: string): number {
  const value = /^\d+(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (value > 0 && value < 0.5) return value;
  throw new InvalidArgumentError('write a share such as 5% or 0.05, below 50%');
}
