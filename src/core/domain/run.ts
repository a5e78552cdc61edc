import type { Origin } from './baseline.ts';
import type { HeldOutFold } from './folds.ts';
import { isObject, type Members } from './json.ts';
import type { MetricDeclaration } from './metric.ts';
import type { ModelIdentity } from './model.ts';
import type { Samples } from './sample.ts';

export const SIDES = ['baseline', 'candidate', 'reference', 'anchor'] as const;
/** Whose run it is. (The *role* of a task is another thing: target, general, safety or behaviour.) */
export type Side = (typeof SIDES)[number];

/** The sides that are compared; a reference is only shown. */
export type GatedSide = Exclude<Side, 'reference'>;

export const GATED_SIDES: readonly GatedSide[] = ['baseline', 'candidate', 'anchor'];

export const TASK_ROLES = ['target', 'general', 'safety', 'behaviour'] as const;
export type TaskRole = (typeof TASK_ROLES)[number];

export type FingerprintValue = string | number | boolean | null;

/**
 * What must agree for two runs of a task to be comparable, and how bad a difference is: `hard` makes the comparison
 * `invalid`, `soft` is a warning. One row a field; `run.json` holds the values, the report prints every mismatch.
 */
export const FINGERPRINT_FIELDS = {
  dataset: { severity: 'hard', means: 'digest of the dataset rows' },
  prompt: { severity: 'hard', means: 'digest of the prompt templates' },
  own_prompt: { severity: 'hard', means: 'prompt settings of the baseline alone, null where it has none' },
  few_shot: { severity: 'hard', means: 'digest of the few-shot examples' },
  chat_template: { severity: 'hard', means: 'digest of the chat template in force, null when none' },
  generation: { severity: 'hard', means: 'generation settings' },
  scorers: { severity: 'hard', means: 'scorers with versions and options' },
  filter: { severity: 'hard', means: 'filters applied to outputs' },
  task_version: { severity: 'hard', means: 'version of the task definition' },
  limit: { severity: 'hard', means: 'cap on the number of samples' },
  tokenizer: { severity: 'hard', means: 'digest of the vocabulary and merges' },
  engine: { severity: 'hard', means: 'engine that ran the model' },
  engine_settings: { severity: 'hard', means: 'context size, batch size and cache type of the engine' },
  harness: { severity: 'hard', means: 'runner that asked the questions' },
  settings: {
    severity: 'hard',
    means: 'settings of the harness that change what is asked or answered, as JSON',
  },
  other_settings: { severity: 'soft', means: 'settings of the harness that may, as JSON' },
  harness_version: { severity: 'soft', means: 'version of the runner' },
  engine_version: { severity: 'soft', means: 'version of the engine' },
  dtype: { severity: 'soft', means: 'weight type or quantisation' },
  batch_size: { severity: 'soft', means: 'samples of one forward pass, where the harness chooses it' },
  device: { severity: 'soft', means: 'kind of processor or accelerator' },
  seed: { severity: 'soft', means: 'seed of sampling and of the order of samples' },
  repeats: { severity: 'soft', means: 'answers to each sample, where there are several' },
} as const satisfies Record<string, { severity: 'hard' | 'soft'; means: string }>;

export type FingerprintField = keyof typeof FINGERPRINT_FIELDS;

/** Settings that a baseline can be evaluated again with: those that do not lie in its weights. */
export const RERUN_FIELDS = [
  'dataset',
  'prompt',
  'few_shot',
  'chat_template',
  'generation',
  'scorers',
  'filter',
  'task_version',
  'limit',
  'engine',
  'engine_settings',
  'harness',
  'settings',
] as const satisfies readonly FingerprintField[];
/** What a change may alter on purpose: settings to evaluate the baseline again with, and the tokenizer, which is in its files. */
export const ACCEPTED_CHANGES = [...RERUN_FIELDS, 'tokenizer'] as const satisfies readonly FingerprintField[];
export type AcceptedChange = (typeof ACCEPTED_CHANGES)[number];
export type Fingerprint = Readonly<Partial<Record<FingerprintField, FingerprintValue>>>;

export const DESIGNS = ['full', 'sequential'] as const;
/**
 * What was decided before the first sample. `full`: every sample is evaluated, then judged once. `sequential`: samples come in
 * the run's own random order and are judged at planned looks, so that evaluation may stop early.
 */
export type Design = (typeof DESIGNS)[number];

export const STOP_REASONS = ['decided', 'regression'] as const;
/** `decided`: every gate on the task is. `regression`: one is proven, here or on another task, so that the rest is not needed. */
export type StopReason = (typeof STOP_REASONS)[number];

/** Where a sequential run ended before its last sample; never without a reason. */
export interface Stop {
  /** Samples that were stored by then. */
  readonly after: number;
  readonly because: StopReason;
}

/**
 * `running`: not finished (yet). `complete`: every planned sample has a line, or a sequential run stopped for a reason. `failed`: stopped for the reason given;
 * the samples that are there are kept, and the next run goes on from them.
 */
export type RunStatus =
  | { readonly state: 'running' }
  | { readonly state: 'complete'; readonly stopped?: Stop }
  | { readonly state: 'failed'; readonly reason: string };

/** Samples that a run did not evaluate itself. */
export interface Reuse {
  readonly samples: number;
  readonly origin: Origin;
}

/** A record that says nothing is of a run that was evaluated in full, or should have been. */
export function designOf({ design }: Pick<RunRecord, 'design'>): Design {
  return design ?? 'full';
}

/** How many answers each sample has that is scored. */
export function repeatsOf({ fingerprint: { repeats } }: Pick<RunRecord, 'fingerprint'>): number {
  return typeof repeats === 'number' ? repeats : 1;
}

/**
 * Whether asking again would come to other answers: they were drawn at a temperature, or several times each. What the settings do not tell,
 * such as a digest of many, is taken for what it mostly is.
 */
export function answersVary({ fingerprint }: Pick<RunRecord, 'fingerprint'>): boolean {
  const { generation, settings } = fingerprint;
  return repeatsOf({ fingerprint }) > 1 || [generation, settings].some(drawsAnswers);
}

function drawsAnswers(text: FingerprintValue | undefined): boolean {
  const all = typeof text === 'string' && text.startsWith('{') ? membersOf(text) : {};
  // lm-evaluation-harness puts the settings of a run into those of the tasks that write.
  const own = isObject(all.task) ? all.task : all;
  const given = (setting: string) =>
    Object.entries(own).find(([name]) => name === setting || name.endsWith(`.${setting}`))?.[1];
  const [temperature, draws] = [given('temperature'), String(given('do_sample')).toLowerCase()];
  if (draws === 'false') return false;
  return temperature === undefined ? draws === 'true' : Number(temperature) > 0;
}

function membersOf(text: string): Members {
  try {
    return JSON.parse(text);
  } catch {
    // Of a run that somebody else wrote: what is no JSON says nothing, and has to be the same on the other side.
    return {};
  }
}

/** A number that another program summed up where it kept no samples. */
export interface Aggregate {
  readonly metric: string;
  readonly filter?: string;
  readonly value: number;
  /** Null where the program gave none: then nothing can be decided by it. */
  readonly stderr: number | null;
  /** Samples behind it; null where nobody said. */
  readonly n: number | null;
  /**
   * Only where `n` follows from a value and an error that were rounded: the fewest samples, taken for `n` unless too little is said,
   * and the most; and the most by which the value is off. With `n`, `stderr` is the largest that it can have been, and that added.
   */
  readonly rounded?: { readonly n: readonly [fewest: number, most: number]; readonly value: number };
}

/** A task that a group is joined of: how it was asked, and its sums where there are no samples. */
export interface GroupPart {
  readonly task: string;
  readonly fingerprint: Fingerprint;
  readonly aggregates?: readonly Aggregate[];
}

/**
 * How the samples of a sequential run are drawn by weight, decided before the first from what is known of the baseline: the
 * verdict is recomputed by it. Weights follow from the rates and from what was drawn before.
 */
export interface WeightedDraw {
  /** Whose flips are predicted, on lines with this filter. */
  readonly metric: string;
  readonly filter?: string;
  /** Predicted flip rate of each bin, where the baseline is right and where it is wrong. */
  readonly rates: readonly (readonly [right: number, wrong: number])[];
  /** The bin of every sample, by id in the order of code units: a digit to the base of 36. */
  readonly bins: string;
  /** After how many draws weights are set anew. */
  readonly rounds: readonly number[];
}

/** `run.json` of one task of one side. */
export interface RunRecord {
  readonly schema_version: 1;
  readonly side: Side;
  readonly task: string;
  readonly task_role: TaskRole;
  readonly metrics: readonly MetricDeclaration[];
  readonly primary_metric: string;
  readonly fingerprint: Fingerprint;
  readonly model: ModelIdentity;
  readonly seed: number;
  /** What the order of a sequential run was drawn by, where somebody else than the author of the config drew it. */
  readonly order_seed?: number;
  /** Absent where every order of the samples was as likely as any other. */
  readonly draw?: WeightedDraw;
  /** Samples the task has; a complete run has a line for each, unless it stopped. */
  readonly planned: number;
  /** Samples of which the planned ones were drawn at random; absent where there are no others, or nobody drew. */
  readonly population?: number;
  /** Only these are known, and there are no samples: aggregates know nothing of pairs. `planned` is 0. */
  readonly aggregates?: readonly Aggregate[];
  /** Only of a group that another program's tasks were joined to: their samples have ids that begin with the task's name. */
  readonly parts?: readonly GroupPart[];
  /** Recorded before evaluation, and never changed by a later one; `full` where nothing is said. */
  readonly design?: Design;
  /** Only where several checkpoints each answered the fold that they were not trained on. */
  readonly folds?: readonly HeldOutFold[];
  /** Only where samples came from a store: of the same model, asked the same. */
  readonly reused?: Reuse;
  readonly status: RunStatus;
  /** ISO 8601. For people: never enters a verdict. */
  readonly started: string;
  readonly finished: string | null;
}

/** A stored run of one task: `run.json` and `samples.jsonl`. */
export interface TaskRun {
  readonly record: RunRecord;
  /** In the order in which they were evaluated. */
  readonly samples: Samples;
}
