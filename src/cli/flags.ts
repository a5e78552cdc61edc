import { type Command, Option } from 'commander';
import type { GateFlag } from '../config/gate-requests.ts';
import { dashed, OVERRIDE_NAMES, type OverrideName, type Overrides } from '../config/overrides.ts';
import { describeThreshold, THRESHOLD_NAMES, type ThresholdName, thresholdOf } from '../config/thresholds.ts';
import { RULES, ruleOf } from '../core/decide/rules/registry.ts';
import type { SingleRule, Sourced } from '../core/domain/gate.ts';

/** Flags that override one key of the config; the same names as the action's inputs. */
const OVERRIDES: Record<OverrideName, readonly [value: string, description: string]> = {
  candidate: [
    'path',
    'checkpoint that wants to merge: a GGUF file, a Hugging Face folder, or results of an earlier run',
  ],
  baseline: [
    'path',
    'checkpoint to compare with: a GGUF file, a Hugging Face folder, or results of an earlier run',
  ],
  ...(Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, thresholdFlag(name)])) as Record<
    ThresholdName,
    [string, string]
  >),
  on_inconclusive: ['what', 'what an undecided blocking gate does: lean, block or warn'],
};

function thresholdFlag(name: ThresholdName): [value: string, description: string] {
  const text = describeThreshold(name);
  return [
    ruleOf(thresholdOf(name)).written === 'change' ? 'change' : 'rate',
    `${text[0]?.toLowerCase()}${text.slice(1)}`,
  ];
}

/** Flags that add a gate; they may be given several times. */
const GATES = Object.fromEntries(
  RULES.flatMap(({ name, flag }) => (flag === null ? [] : [[name, flag]])),
) as Record<SingleRule['rule'], string>;

const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
const names = <Name extends string>(table: Record<Name, unknown>): Name[] => Object.keys(table) as Name[];

/** Adds the flags that change the config. */
export function addOverrides(command: Command): Command {
  for (const name of OVERRIDE_NAMES) {
    const [value, description] = OVERRIDES[name];
    command.addOption(new Option(`--${dashed(name)} <${value}>`, description));
  }
  for (const rule of names(GATES)) {
    command.addOption(
      new Option(`--${dashed(rule)} <metric=limit>`, `${GATES[rule]}; repeatable`).argParser(
        (value: string, earlier: readonly string[] = []) => [...earlier, value],
      ),
    );
  }
  return command;
}

/** The flags that were given, each with its name as its source. */
export function overridesFromFlags(options: Record<string, unknown>): Overrides {
  const overrides: { [Name in OverrideName]?: Sourced<string> } = {};
  for (const name of OVERRIDE_NAMES) {
    const value = options[camel(name)];
    if (typeof value === 'string')
      overrides[name] = { value, source: { kind: 'flag', name: `--${dashed(name)}` } };
  }
  const gates = names(GATES).flatMap((rule) =>
    ((options[camel(rule)] ?? []) as readonly string[]).map(
      (value): GateFlag => ({ rule, value, source: { kind: 'flag', name: `--${dashed(rule)}` } }),
    ),
  );
  return {
    ...overrides,
    ...(gates.length > 0 && { gates }),
    ...(options.full === true && { full: { kind: 'flag', name: '--full' } }),
  };
}

export const DEFAULT_CONFIG = 'weighbridge.yml';
export const DEFAULT_OUT = 'weighbridge-out';

export const configOption = (): Option =>
  new Option('-c, --config <file>', 'the policy: tasks, limits, gates').default(DEFAULT_CONFIG);

export const outOption = (): Option =>
  new Option('-o, --out <dir>', 'where samples, verdict and comment are kept').default(DEFAULT_OUT);

export const followOption = (): Option =>
  new Option(
    '--follow <folder>',
    'where links of results may end besides the folder that is named; repeatable',
  ).argParser((folder: string, earlier: readonly string[] = []) => [...earlier, folder]);

export const fullOption = (): Option =>
  new Option('--full', 'evaluate every sample, whatever policy.evaluation says');

export const jsonOption = (what = 'the verdict file'): Option =>
  new Option('--json', `print ${what} instead of a table`);

/** Commander leaves a switch that was not given undefined. */
export interface JsonFlag {
  readonly json?: boolean;
}
