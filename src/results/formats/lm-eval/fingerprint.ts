import { isObject } from '../../../core/domain/json.ts';
import { type ModelIdentity, NOT_IDENTIFIED } from '../../../core/domain/model.ts';
import type { Fingerprint, FingerprintField, FingerprintValue } from '../../../core/domain/run.ts';
import { brief, digest } from '../digest.ts';
import { scalarOf } from '../setting-rules.ts';
import { joinSettings, settingsOf } from '../settings.ts';
import type { LmEvalContent, LmEvalResults } from './results.ts';

/**
 * What must agree for two runs of a task to be comparable. What the hashes of each sample prove (document, prompt with its
 * few-shot examples, target) is not repeated here: a task may be rewritten as long as it asks the same.
 */
export function fingerprintOf(results: LmEvalContent, task: string): Fingerprint {
  const { config, versions } = results;
  const own = results.configs[task] ?? {};
  const { original = 0, effective = 0 } = results['n-samples'][task] ?? {};
  const { doc_to_choice, target_delimiter, output_type } = own;
  const seeds = [config.random_seed, config.numpy_seed, config.torch_seed, config.fewshot_seed];
  return {
    // prompt_hash covers the first request only, not the choices.
    prompt: digest({ doc_to_choice, target_delimiter, output_type, system: results.system_instruction_sha }),
    // Up to 0.3 there is one number for all tasks, in forks a list of them.
    few_shot: scalar(results['n-shot'][task] ?? config.num_fewshot),
    chat_template: results.chat_template_sha ?? null,
    generation: brief({ task: own.generation_kwargs, run: config.gen_kwargs || null, repeats: own.repeats }),
    scorers: brief(own.metric_list),
    filter: brief(own.filter_list),
    task_version: scalar(versions[task]),
    limit: scalar(config.limit) ?? (effective < original ? `${effective} of ${original}` : null),
    engine: scalar(config.model),
    engine_version: results.transformers_version ?? null,
    harness: 'lm-evaluation-harness',
    harness_version: results.lm_eval_version ?? results.git_hash ?? null,
    dtype: precisionOf(config),
    batch_size: scalar(config.batch_size),
    // Which of several accelerators of one kind it was says nothing.
    device: typeof config.device === 'string' ? config.device.replace(/:\d+$/, '') : null,
    ...settingsOf('lm-evaluation-harness', {
      model_args: Object.fromEntries(
        argumentPairs(config.model_args).map(([name, value]) => [
          name,
          typeof value === 'string' ? scalarOf(value) : value,
        ]),
      ),
      config,
      results: Object.fromEntries(Object.entries(results).filter(([, value]) => !isObject(value))),
      task: own,
    }),
    seed: seeds.every((seed) => seed === undefined || seed === null) ? null : seeds.join(', '),
  };
}

/** The fingerprint of tasks taken as one: what they share as it is, and a digest of what they do not. */
export function joinFingerprints(fingerprints: Readonly<Record<string, Fingerprint>>): Fingerprint {
  const [first = {}, ...others] = Object.values(fingerprints);
  const fields = [...new Set([first, ...others].flatMap((each) => Object.keys(each)))] as FingerprintField[];
  return Object.fromEntries(
    fields.map((field) => {
      if (field === 'settings' || field === 'other_settings') {
        return [field, joinSettings(Object.values(fingerprints).map((each) => each[field]))];
      }
      const shared = others.every((other) => other[field] === first[field]);
      const each = Object.entries(fingerprints).map(([task, fingerprint]) => [task, fingerprint[field]]);
      return [field, shared ? first[field] : digest(Object.fromEntries(each))];
    }),
  );
}

/** What a run calls its model, with the commit where one was loaded. */
export function modelName({ results: { config, model_name } }: LmEvalResults): string {
  const name = model_name ?? argumentName(config.model_args) ?? 'a model without a name';
  return typeof config.model_sha === 'string' && config.model_sha !== ''
    ? `${name}@${config.model_sha}`
    : name;
}

/**
 * The harness does not record which weights it ran, and two checkpoints saved under one name look alike: the results files
 * of one path are taken for a model of their own. Nothing of the arguments is shown, since they may hold keys.
 */
export function identityOf(sources: readonly [LmEvalResults, ...LmEvalResults[]]): ModelIdentity {
  const [{ results, digest: file }, ...others] = sources;
  const { config, date } = results;
  const name = results.model_name ?? argumentName(config.model_args) ?? 'a model without a name';
  const files = sources.map((source) => source.digest).sort();
  const by = others.length === 0 ? { file } : { files };
  const count = config.model_num_parameters;
  return {
    source: `${name}, by results of lm-evaluation-harness of ${dateOf(date)} ${NOT_IDENTIFIED}`,
    digest: digest({ model: config.model, args: config.model_args, sha: config.model_sha, ...by }),
    adapter_digest: null,
    architecture: null,
    parameter_count: typeof count === 'number' && Number.isFinite(count) ? count : null,
    quantization: null,
  };
}

/** ISO 8601; the harness writes seconds since 1970. */
export function dateOf(seconds: number | null | undefined): string {
  const date = new Date((seconds ?? NaN) * 1000);
  return Number.isNaN(date.getTime()) ? 'unknown date' : date.toISOString();
}

/** As the harness names its folders (evaluation_tracker.py). */
const NAMES = ['peft', 'delta', 'pretrained', 'model', 'path', 'engine'];

function argumentName(args: unknown): string | null {
  return NAMES.map((name) => modelArgument(args, name)).find((value) => typeof value === 'string') ?? null;
}

/** Arguments with which the same weights are rounded as they are loaded: of Transformers and of vLLM. */
const ROUNDING =
  /^(load_in_[48]bit|bnb_4bit_\w+|autogptq|gptqmodel|quantization|kv_cache_dtype|(softmax|mixed_precision)_dtype)$/;
const OFF = /^(false|none|null|auto|)$/i;

/** Type of the weights as they were run, and how they were quantised when they were loaded; null where nobody says. */
function precisionOf({ model_dtype, model_args }: LmEvalContent['config']): string | null {
  const args = argumentsOf(model_args);
  const type = model_dtype ?? args.get('dtype') ?? null;
  const rounding = [...args]
    .filter(([name, value]) => ROUNDING.test(name) && !OFF.test(value))
    .map(([name, value]) => `${name}=${value.toLowerCase()}`)
    .sort();
  return type === null && rounding.length === 0 ? null : [type ?? 'not recorded', ...rounding].join(', ');
}

const modelArgument = (args: unknown, name: string): string | null => argumentsOf(args).get(name) ?? null;

/** Up to 0.4.9 the arguments are one text: JSON, or `a=b,c=d`, which the harness takes apart so (`simple_parse_args_string`). */
function argumentPairs(args: unknown): [string, unknown][] {
  if (typeof args !== 'string') return Object.entries(args ?? {});
  if (args.trimStart().startsWith('{')) {
    try {
      return Object.entries(JSON.parse(args) as object);
    } catch {
      // Then they are taken for what the harness would take them for.
    }
  }
  const parts = args.split(',').filter((part) => part.trim() !== '');
  return parts.map((part) => {
    const [name = '', ...value] = part.split('=');
    return [name.trim(), value.join('=').trim()];
  });
}

function argumentsOf(args: unknown): ReadonlyMap<string, string> {
  const pairs = argumentPairs(args);
  const isScalar = (value: unknown) => ['string', 'boolean', 'number'].includes(typeof value);
  return new Map(pairs.filter(([, value]) => isScalar(value)).map(([name, value]) => [name, `${value}`]));
}

function scalar(value: unknown): FingerprintValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : brief(value);
}
