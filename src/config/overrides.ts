import type { WeighbridgeError } from '../core/domain/errors.ts';
import type { OnInconclusive, Source, Sourced } from '../core/domain/gate.ts';
import { suggestion } from '../core/domain/suggest.ts';
import { valueFault } from './fault.ts';
import type { GateFlag } from './gate-requests.ts';
import { policySchema } from './schema.ts';
import { THRESHOLD_NAMES } from './thresholds.ts';
import { unsupportedModel } from './unsupported.ts';

/** Keys of the config that action inputs and command-line flags may give as well. */
export const OVERRIDE_NAMES = ['candidate', 'baseline', ...THRESHOLD_NAMES, 'on_inconclusive'] as const;

export type OverrideName = (typeof OVERRIDE_NAMES)[number];

type Dashed<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}-${Dashed<Rest>}`
  : Name;

/** What an input or a flag for the key is called. */
export const dashed = <Name extends string>(name: Name) => name.replaceAll('_', '-') as Dashed<Name>;

/** What action inputs or command-line flags say, as text; it wins over the file. */
export type Overrides = { readonly [Name in OverrideName]?: Sourced<string> | undefined } & {
  /** Gates given by flags such as `--max-drop mmlu/acc=2pp`. */
  readonly gates?: readonly GateFlag[];
  /** What asked for every sample, whatever the file says; such as `--full`. */
  readonly full?: Source | undefined;
  /** Among how many candidates one is chosen: each has a share of the policy's error. */
  readonly candidates?: number;
};

export interface ReadOverrides {
  readonly values: { readonly [Name in OverrideName]?: Sourced<string> };
  readonly onInconclusive?: Sourced<OnInconclusive>;
  readonly issues: readonly WeighbridgeError[];
}

/** Checks the overrides that need no knowledge of tasks. An input that is empty was not set: GitHub makes no difference. */
export function readOverrides(overrides: Overrides): ReadOverrides {
  const issues: WeighbridgeError[] = [];
  const values: { [Name in OverrideName]?: Sourced<string> } = {};
  for (const name of OVERRIDE_NAMES) {
    const override = overrides[name];
    if (override === undefined || (override.value === '' && override.source.kind === 'input')) continue;
    if (override.value === '')
      issues.push(valueFault(override, 'the value is empty', 'give a value, or leave the flag out'));
    else values[name] = override;
  }
  for (const side of ['candidate', 'baseline'] as const) {
    const override = values[side];
    const unsupported = unsupportedModel(override?.value);
    if (override !== undefined && unsupported !== undefined)
      issues.push(valueFault(override, unsupported.says, unsupported.fix));
  }
  const written = values.on_inconclusive;
  if (written === undefined) return { values, issues };
  const parsed = policySchema.shape.on_inconclusive.safeParse(written.value);
  if (parsed.success)
    return { values, issues, onInconclusive: { value: parsed.data, source: written.source } };
  const known = policySchema.shape.on_inconclusive.unwrap().options;
  issues.push(
    valueFault(
      written,
      `${JSON.stringify(written.value)} is not known`,
      suggestion(written.value, known, 'one of'),
    ),
  );
  return { values, issues };
}
