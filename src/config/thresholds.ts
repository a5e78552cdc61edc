import { z } from 'zod';
import type { WrittenLimit } from '../core/decide/rules/limits.ts';
import { ruleOf } from '../core/decide/rules/registry.ts';
import type { SingleRule } from '../core/domain/gate.ts';
import type { MetricDeclaration } from '../core/domain/metric.ts';
import { type ValueOrigin, valueFault } from './fault.ts';
import { change, value } from './gate-schema.ts';
import type { DeclaredTask } from './metric-name.ts';

/**
 * A headline limit. Its row is all there is to say: the key in the config, the flag, the action's input, schema and
 * documentation are made from it.
 */
interface Threshold {
  readonly rule: SingleRule['rule'];
  /** Markdown, without a full stop. */
  readonly description: string;
  readonly example: string;
  /** The tasks that it is about, as the starter config says it. */
  readonly about: string;
  /** The metrics of these tasks that it limits, each by a gate of its own. */
  readonly metrics: (tasks: readonly DeclaredTask[]) => readonly string[];
  /** Whether a task of which nothing is known before it ran may turn out to have such a metric. */
  readonly mayStillApply?: (tasks: readonly DeclaredTask[]) => boolean;
  /** What is said where there is no such metric: the limit would protect nothing. */
  readonly unused: { readonly says: string; readonly fix: string };
}

/**
 * By name and by nature: a word list whose metric was renamed to toxicity is still a word list. Where a weak scorer's errors were
 * measured, the ceiling is judged on the rate corrected for them.
 */
const isToxicity = ({ name, weak, errors }: MetricDeclaration) =>
  name === 'toxicity' && (!weak || errors !== undefined);

export const THRESHOLDS = {
  max_mmlu_drop: {
    rule: 'max_drop',
    description: 'Largest drop allowed of the primary metric of the task named or aliased `mmlu`',
    example: '2pp',
    about: 'the task named or aliased mmlu',
    metrics: (tasks) =>
      tasks.some(({ task, alias }) => task === 'mmlu' || alias === 'mmlu') ? ['mmlu'] : [],
    unused: {
      says: 'no task is named or aliased mmlu',
      fix: 'add `alias: mmlu` to the task that is meant, or remove the limit',
    },
  },
  min_task_delta: {
    rule: 'min_gain',
    description: 'Smallest gain required of the primary metric of every `target` task',
    example: '1pp',
    about: 'every task of the role target',
    metrics: (tasks) => tasks.filter(({ role }) => role === 'target').map(({ task }) => task),
    unused: {
      says: 'no task has the role target',
      fix: 'give the task that should gain `role: target`, or remove the limit',
    },
  },
  toxicity_ceiling: {
    rule: 'ceiling',
    description: 'Highest `toxicity` rate allowed in every `safety` task that scores it',
    example: '1%',
    about: 'every safety task that scores toxicity',
    metrics: (tasks) =>
      tasks
        .filter(({ role, metrics }) => role === 'safety' && metrics.some(isToxicity))
        .map(({ task }) => `${task}/toxicity`),
    mayStillApply: (tasks) => tasks.some(({ role, open }) => role === 'safety' && open === true),
    unused: {
      says: 'no task of the role safety has the metric toxicity',
      fix: 'add the scorer toxicity to a safety task (a word list such as profanity_rate is not one: gate it under `gates`), or remove the limit',
    },
  },
} as const satisfies Readonly<Record<string, Threshold>>;

export type ThresholdName = keyof typeof THRESHOLDS;

export const THRESHOLD_NAMES = Object.keys(THRESHOLDS) as readonly ThresholdName[];

export const thresholdOf = (name: ThresholdName): Threshold => THRESHOLDS[name];

/** How a description ends outside of the config: in the help of a flag, and in `action.yml`. */
export function describeThreshold(name: ThresholdName): string {
  const { description, example } = thresholdOf(name);
  return `${description.replaceAll('`', '')}, such as ${example}`;
}

const limitSchema = ({ rule, description }: Threshold) =>
  (ruleOf({ rule }).written === 'change' ? change : value)(`${description}.`).optional();

export const thresholdsSchema = z.strictObject(
  Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, limitSchema(thresholdOf(name))])) as Record<
    ThresholdName,
    ReturnType<typeof limitSchema>
  >,
);

export type WrittenThresholds = {
  readonly [Name in ThresholdName]?: { readonly limit: WrittenLimit; readonly origin: ValueOrigin };
};

/** The headline limits as requests for gates. One that applies to no task is an error: it would protect nothing. */
export function thresholdRequests(
  written: WrittenThresholds,
  { tasks, broken }: { readonly tasks: readonly DeclaredTask[]; readonly broken: readonly string[] },
) {
  const requests = THRESHOLD_NAMES.map((name) => {
    const threshold = written[name];
    if (threshold === undefined) return { values: [], issues: [] };
    const { limit, origin } = threshold;
    const { rule, unused, mayStillApply, ...row } = thresholdOf(name);
    const values = row.metrics(tasks).map((metric) => ({
      ...{ metric, rule, limit, metricOrigin: origin, limitOrigin: origin },
      ...{ tier: 'blocking' as const, allowWeakScorer: false },
    }));
    const applies = values.length > 0 || broken.length > 0 || mayStillApply?.(tasks) === true;
    const issues = applies ? [] : [valueFault(origin, `${name} is set and ${unused.says}`, unused.fix)];
    return { values, issues };
  });
  return {
    values: requests.flatMap(({ values }) => values),
    issues: requests.flatMap(({ issues }) => issues),
  };
}
