import { type Command, Option } from 'commander';
import type { Overrides } from '../config/resolve.ts';

/** What a flag may override of the config; the same names as the action's inputs. */
const OVERRIDE_FLAGS = {
  candidate: [
    '--candidate <path>',
    'checkpoint that wants to merge: a GGUF file, or results of an earlier run',
  ],
  baseline: ['--baseline <path>', 'checkpoint to compare with: a GGUF file, or results of an earlier run'],
  max_mmlu_drop: ['--max-mmlu-drop <change>', 'largest drop allowed on the task mmlu, such as 2pp or 3%rel'],
  min_task_delta: ['--min-task-delta <change>', 'smallest gain wanted on every target task, such as 1pp'],
  toxicity_ceiling: ['--toxicity-ceiling <rate>', 'largest toxicity rate on every safety task, such as 1%'],
  on_inconclusive: ['--on-inconclusive <what>', 'what an undecided blocking gate does: lean, block or warn'],
} as const;

type OverrideName = keyof typeof OVERRIDE_FLAGS;

export function addOverrides(
  command: Command,
  names = Object.keys(OVERRIDE_FLAGS) as OverrideName[],
): Command {
  for (const name of names) {
    const [flags, description] = OVERRIDE_FLAGS[name];
    command.addOption(new Option(flags, description));
  }
  return command;
}

/** The flags that were given, each with its name as its source. */
export function overridesOf(options: Record<string, unknown>): Overrides {
  const overrides: Record<string, unknown> = {};
  for (const name of Object.keys(OVERRIDE_FLAGS) as OverrideName[]) {
    const key = name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const value = options[key];
    if (typeof value !== 'string') continue;
    overrides[name] = { value, source: { kind: 'flag', name: `--${name.replaceAll('_', '-')}` } };
  }
  return overrides;
}

export const configOption = (): Option =>
  new Option('-c, --config <file>', 'the policy: tasks, limits, gates').default('weighbridge.yml');

export const outOption = (): Option =>
  new Option('-o, --out <dir>', 'where samples, verdict and comment are kept').default('weighbridge-out');

export const jsonOption = (): Option =>
  new Option('--json', 'print the verdict file instead of a table').default(false);
