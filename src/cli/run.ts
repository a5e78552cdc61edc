import { join } from 'node:path';
import { evaluatePlan, judge } from '../main.ts';
import type { AddCommand } from './command.ts';
import { addOverrides, configOption, fullOption, jsonOption, outOption, overridesOf } from './flags.ts';
import { showVerdict } from './show.ts';

interface RunFlags extends Record<string, unknown> {
  readonly config: string;
  readonly out: string;
  readonly json: boolean;
}

const HELP = `
Stopped half-way (Ctrl-C, a crash, a reboot), the same command goes on where it was; no sample is asked twice.

Examples:
  weighbridge run
  weighbridge run --candidate checkpoints/step-2000.gguf --out out/step-2000
  weighbridge run --baseline out/base/baseline --max-drop facts/acc=1pp
`;

export const addRun: AddCommand = (program, { terminal, signal, exit }) => {
  const command = program
    .command('run')
    .description('evaluate baseline and candidate, compare, decide, report')
    .addOption(configOption())
    .addOption(outOption())
    .addOption(fullOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP);
  addOverrides(command).action(async (flags: RunFlags) => {
    const phase = { configPath: flags.config, overrides: overridesOf(flags), out: flags.out, log: terminal };
    await evaluatePlan({ ...phase, signal });
    if (signal.aborted) return;
    const { verdict } = await judge(phase);
    showVerdict(terminal, verdict, flags.json);
    terminal.info(`verdict: ${join(flags.out, 'verdict.json')}, comment: ${join(flags.out, 'comment.md')}`);
    exit(verdict.exitCode);
  });
};
