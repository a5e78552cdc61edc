import { join } from 'node:path';
import { measureNoise, NOISE_FILE } from '../app/noise.ts';
import { EXIT_CODES } from '../core/domain/verdict.ts';
import { verdictJson } from '../report/json.ts';
import { renderNoise } from '../report/noise.ts';
import type { AddCommand } from './command.ts';
import {
  addOverrides,
  configOption,
  DEFAULT_OUT,
  type JsonFlag,
  jsonOption,
  outOption,
  overridesFromFlags,
} from './flags.ts';

interface NoiseFlags extends Record<string, unknown>, JsonFlag {
  readonly config: string;
  readonly out: string;
}

const HELP = `
Evaluates the baseline twice, so it costs as much as a run; tasks with repeats once, since their answers to each sample show what moves. Stopped half-way, the same command goes on where it was.
Ends with 3 when the two runs cannot be compared, and with 0 otherwise: what it finds is no verdict.

Example:
  weighbridge noise --baseline checkpoints/base.gguf --out out/noise
`;

export const addNoise: AddCommand = (program, { terminal, signal, exit }) => {
  const command = program
    .command('noise')
    .description('evaluate the baseline twice: what moves by itself, and how often the policy blocks that')
    .addOption(configOption())
    .addOption(outOption().default(join(DEFAULT_OUT, 'noise')))
    .addOption(jsonOption('noise.json'))
    .addHelpText('after', HELP);
  addOverrides(command).action(async (flags: NoiseFlags) => {
    const { config, out } = flags;
    const overrides = overridesFromFlags(flags);
    const noise = await measureNoise({ configPath: config, overrides, out, log: terminal, signal });
    if (noise === null) return;
    terminal.print(flags.json ? verdictJson(noise) : renderNoise(noise));
    terminal.info(`noise: ${join(out, NOISE_FILE)}`);
    if (noise.comparability.some(({ severity }) => severity === 'hard')) exit(EXIT_CODES.invalid);
  });
};
