import type { Allowance } from '../runner.ts';
import type { HarnessModel } from './model.ts';
import type { LmEvalTask } from './options.ts';
import { isAtLeast } from './program.ts';

type Value = string | number | boolean | readonly string[];

/** Whether arguments of the model would load code from its repository. */
export const trustsRemoteCode = (args: LmEvalTask['model_args']): boolean =>
  Object.entries(args).some(
    ([name, value]) => name === 'trust_remote_code' && !/^(false|0|none|)$/i.test(String(value)),
  );

export interface Call {
  readonly model: HarnessModel;
  /** Names or paths, as lm_eval takes them. */
  readonly tasks: readonly string[];
  readonly options: LmEvalTask;
  /** Absolute; null without one. */
  readonly includePath: string | null;
  readonly allow: readonly Allowance[];
  /** Of lm_eval. */
  readonly version: string;
}

/**
 * The arguments of one call but those that say where the results go. Every value is joined to its flag, so that none can be
 * taken for a flag.
 */
export function callArguments({ model, tasks, options, includePath, allow, version }: Call): string[] {
  const { num_fewshot: shots, batch_size: batch, device, seed, limit, gen_kwargs: generation } = options;
  const { apply_chat_template: chat, fewshot_as_multiturn: turns, system_instruction: system } = options;
  // Older versions run such tasks without asking, and do not know the flag.
  const confirms = allow.includes('unsafe_code') && isAtLeast(version, '0.4.8');
  const given: readonly (readonly [flag: string, value: Value | undefined | null])[] = [
    ['model', model.type],
    ['model_args', pairs(model.args)],
    ['tasks', tasks.join(',')],
    ['num_fewshot', shots],
    ['batch_size', batch],
    ['device', device],
    ['gen_kwargs', generation && (isFlat(generation) ? pairs(generation) : JSON.stringify(generation))],
    ['apply_chat_template', chat === false ? null : chat],
    ['fewshot_as_multiturn', turns],
    ['system_instruction', system],
    ['seed', typeof seed === 'number' ? seed : seed?.join(',')],
    ['include_path', includePath],
    ['limit', limit],
    ['trust_remote_code', allow.includes('trust_remote_code') ? true : null],
    ['confirm_run_unsafe_code', confirms ? true : null],
    ...Object.entries(options.extra_args),
  ];
  return given.flatMap(([flag, value]) => {
    if (value === undefined || value === null || value === false) return [];
    return [value === true ? `--${flag}` : `--${flag}=${value}`];
  });
}

const isFlat = (values: Readonly<Record<string, Value>>): boolean =>
  Object.values(values).every((value) => typeof value !== 'object' && !String(value).includes(','));

/** Python writes its constants with a capital, and lm_eval reads them so. */
const pairs = (values: Readonly<Record<string, Value>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value === true ? 'True' : value === false ? 'False' : value}`)
    .join(',');
