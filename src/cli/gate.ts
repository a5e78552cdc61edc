import { Option } from 'commander';
import { judgeResults } from '../results.ts';
import type { AddCommand } from './command.ts';
import { addOverrides, type JsonFlag, jsonOption, outOption, overridesOf } from './flags.ts';
import { showVerdict } from './show.ts';

interface GateFlags extends Record<string, unknown>, JsonFlag {
  readonly config?: string;
  readonly baseline: string;
  readonly candidate: string;
  readonly out: string;
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
    .addOption(jsonOption())
    .addHelpText('after', HELP);
  addOverrides(command);
  for (const side of ['--baseline', '--candidate']) {
    const option = command.options.find(({ long }) => long === side);
    option?.makeOptionMandatory();
    if (option !== undefined) option.description = `results of the ${side.slice(2)}`;
  }
  command.action(async (flags: GateFlags) => {
    const { baseline, candidate, ...limits } = overridesOf(flags);
    const verdict = await judgeResults({
      configPath: flags.config ?? null,
      overrides: limits,
      out: flags.out,
      folders: { baseline: flags.baseline, candidate: flags.candidate },
    });
    showVerdict(terminal, verdict, flags.json);
    exit(verdict.exitCode);
  });
};
