import { Option } from 'commander';
import { explainLines } from '../config/explain.ts';
import { loadConfig } from '../config/load.ts';
import { makePlan, type Plan } from '../plan/plan.ts';
import type { AddCommand } from './command.ts';
import { addOverrides, configOption, overridesOf } from './flags.ts';

interface CheckFlags extends Record<string, unknown> {
  readonly config: string;
  readonly json: boolean;
}

export const addCheck: AddCommand = (program, { terminal }) => {
  const command = program
    .command('check')
    .description('what the config comes to: values in force, feasibility of every gate, cost; runs no model')
    .addOption(configOption())
    .addOption(new Option('--json', 'print the plan as JSON').default(false));
  addOverrides(command).action(async (flags: CheckFlags) => {
    const config = await loadConfig(flags.config, { overrides: overridesOf(flags) });
    const plan = await makePlan(config);
    for (const warning of plan.warnings) terminal.warn(warning);
    terminal.print(
      flags.json ? JSON.stringify({ config, ...summary(plan) }, null, 2) : describe(plan).join('\n'),
    );
  });
};

const summary = ({ feasibility, warnings, cost }: Plan) => ({ feasibility, warnings, cost });

const count = (value: number): string => value.toLocaleString('en-US');

function describe(plan: Plan): string[] {
  const { tasks, checkpoints, total } = plan.cost;
  const evaluations = `${checkpoints} ${checkpoints === 1 ? 'checkpoint' : 'checkpoints'} to evaluate`;
  return [
    'Values in force',
    ...explainLines(plan.config).map((line) => `  ${line}`),
    '',
    'Gates',
    ...plan.feasibility.map(({ says }) => `  ${says}`),
    '',
    'Cost',
    ...tasks.map(({ task, samples }) => `  ${task}: ${count(samples)} samples`),
    `  ${evaluations}: ${count(total.samples)} samples, about ${count(total.promptTokens)} tokens read, at most ${count(total.outputTokens)} written`,
  ];
}
