import { join } from 'node:path';
import { Option } from 'commander';
import { judgeResults } from '../app/judge.ts';
import { HTML_FILE, VERDICT_FILE, withdrawVerdict } from '../app/verdict-file.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { following } from '../results/formats/selection.ts';
import type { AddCommand } from './command.ts';
import {
  addOverrides,
  followOption,
  type JsonFlag,
  jsonOption,
  outOption,
  overridesFromFlags,
} from './flags.ts';
import { policiesFrom, policyFromOption } from './policy-from.ts';
import { showVerdict } from './terminal.ts';

interface GateFlags extends Record<string, unknown>, JsonFlag {
  readonly config?: string;
  readonly baseline: string;
  readonly candidate: string;
  readonly out: string;
  readonly policyFrom?: string;
  readonly follow?: readonly string[];
}

const HELP = `
Runs no model. Each side is a run directory, the folder of one side or task in it, or results of another program
(docs/importing.md lists them), known by their content.

Examples:
  weighbridge gate --baseline out/base --candidate out/step-2000 --max-drop facts/acc=2pp
  weighbridge gate --baseline out/base --candidate out/step-2000 --config weighbridge.yml --json
  weighbridge gate --baseline lm-eval/base --candidate lm-eval/tuned --max-drop mmlu/acc=2pp
`;

export const addGate: AddCommand = (program, { terminal, exit }) => {
  const command = program
    .command('gate')
    .description('judge existing results')
    .addOption(new Option('-c, --config <file>', 'limits from a config, besides those given by flags'))
    .addOption(outOption())
    .addOption(policyFromOption())
    .addOption(followOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP);
  addOverrides(command);
  for (const side of ['--baseline', '--candidate']) {
    const option = command.options.find(({ long }) => long === side);
    option?.makeOptionMandatory();
    if (option !== undefined) option.description = `results of the ${side.slice(2)}`;
  }
  command.action(async (flags: GateFlags) => {
    await withdrawVerdict(flags.out);
    const { baseline, candidate, ...limits } = overridesFromFlags(flags);
    const { config = null, policyFrom, follow } = flags;
    if (config === null && policyFrom !== undefined) {
      throw new WeighbridgeError(
        'usage',
        'flag --policy-from: without a config nothing can be read from there',
        {
          fix: 'name the config with --config',
        },
      );
    }
    const verdict = await judgeResults({
      configPath: config,
      ...(config === null ? {} : { policies: (await policiesFrom(config, policyFrom)).policies }),
      overrides: limits,
      out: flags.out,
      folders: { baseline: following(flags.baseline, follow), candidate: following(flags.candidate, follow) },
    });
    showVerdict(terminal, verdict, flags.json);
    terminal.info(`report: ${join(flags.out, HTML_FILE)}, verdict: ${join(flags.out, VERDICT_FILE)}`);
    exit(verdict.exitCode);
  });
};
