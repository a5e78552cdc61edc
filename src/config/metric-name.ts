import type { Parsed } from '../core/decide/rules/limits.ts';
import type { MetricDeclaration } from '../core/domain/metric.ts';
import type { TaskRole } from '../core/domain/run.ts';
import { suggestion } from '../core/domain/suggest.ts';
import {
  baseOf,
  CLASS_STATISTICS,
  classMetric,
  isClassStatistic,
  parseClassMetric,
} from '../core/metrics/classes.ts';
import {
  declareRepeatMetric,
  parseRepeatMetric,
  REPEAT_METRICS,
  tellsRight,
} from '../core/metrics/repeats.ts';
import { metricMeant, nameHere } from '../core/metrics/synonyms.ts';
import { usageMetric } from '../core/metrics/usage.ts';

/** What gates need to know of a task, from its options or from the `run.json` of its results. */
export interface DeclaredTask {
  readonly task: string;
  readonly role: TaskRole;
  readonly alias?: string;
  readonly metrics: readonly MetricDeclaration[];
  /** The metric that is meant when only the task is named. */
  readonly primaryMetric: string;
  /** Answers to each sample, where there are several. */
  readonly repeats?: number;
  /** The filters that its samples carry, when there are any. */
  readonly filters?: readonly string[];
  /** Groups of its samples, which a gate may name as if they were tasks. */
  readonly subtasks?: readonly string[];
  /** Its metrics are known once it ran: until then a gate may name any. */
  readonly open?: true;
}

/** Stands for the primary metric of a task that has not run. */
export const NOT_KNOWN_YET = '?';

export interface MetricReference {
  readonly task: DeclaredTask;
  readonly metric: MetricDeclaration;
  readonly filter?: string;
}

const refuse = (message: string, fix: string): Parsed<never> => ({ ok: false, message, fix });

/** The part of a name before the metric. */
export const taskPart = (name: string): string => name.split('/')[0] ?? '';

const WITHOUT_TASKS =
  'name it under `tasks`; results that are there already are judged by `weighbridge gate --config FILE --baseline PATH --candidate PATH`';

/** Finds what `task`, `task/metric` or `task/metric,filter` means; an alias stands for its task. */
export function findMetric(name: string, tasks: readonly DeclaredTask[]): Parsed<MetricReference> {
  // Tasks of foreign results may hold a slash themselves, so the longest name that fits is the task.
  const named = tasks
    .flatMap((task) => [
      ...[task.task, ...(task.alias === undefined ? [] : [task.alias])].map((text) => ({ text, task })),
      ...(task.subtasks ?? []).map((text) => ({ text, task: { ...task, task: text } })),
    ])
    .filter(({ text }) => name === text || name.startsWith(`${text}/`))
    // A sort keeps the order of equals: a task comes before the group of another that has its name.
    .sort((a, b) => b.text.length - a.text.length || Number(isSubtask(a)) - Number(isSubtask(b)))[0];
  if (named === undefined) {
    const written = taskPart(name);
    const known = tasks.flatMap(({ task, subtasks = [] }) => [task, ...subtasks]);
    const alone = written === name ? tasks.flatMap((task) => metricsCalled(name, task)) : [];
    const fix =
      alone.length > 0
        ? `write the task before it: ${alone.slice(0, 5).join(', ')}`
        : suggestion(written, known, 'tasks');
    return refuse(`no task is named ${JSON.stringify(written)}`, known.length === 0 ? WITHOUT_TASKS : fix);
  }
  const { task, text } = named;
  const written = name === text ? task.primaryMetric : name.slice(text.length + 1);
  if (task.open === true) return { ok: true, value: supposed(task, written) };
  const ofClass = classMetricNamed(written, task);
  if (ofClass !== null) {
    return ofClass.ok ? withFilter({ task, metric: ofClass.value }, ofClass.filter) : ofClass;
  }
  const { metric, filter } = splitFilter(written, task);
  if (metric === undefined) {
    const counted = usageMetric(written.split(',')[0] ?? '');
    if (counted !== null) return withFilter({ task, metric: counted }, written.split(',')[1]);
    const following = ofRepeats(written, task);
    if (following !== null) {
      return following.ok ? withFilter({ task, metric: following.value }, following.filter) : following;
    }
    const known = task.metrics.map((each) => each.name);
    const [asked = ''] = written.split(',');
    return refuse(
      `task ${task.task} has no metric ${JSON.stringify(written)}`,
      suggestion(metricMeant(asked, known) ?? asked, known, 'metrics'),
    );
  }
  return withFilter({ task, metric }, filter);
}

const metricsCalled = (written: string, { task, metrics }: DeclaredTask): string[] =>
  metrics.filter(({ name }) => nameHere(name) === nameHere(written)).map(({ name }) => `${task}/${name}`);

const isSubtask = ({ text, task }: { readonly text: string; readonly task: DeclaredTask }): boolean =>
  task.subtasks?.includes(text) === true && task.task === text;

/** What a gate means before its task has run. What it says is checked again, in full, once results name their metrics. */
function supposed(task: DeclaredTask, written: string): MetricReference {
  const comma = written.lastIndexOf(',');
  const metric: MetricDeclaration = {
    name: comma < 0 ? written : written.slice(0, comma),
    ...{ direction: 'higher_is_better', kind: 'mean', unit: 'rate', scale: 'linear', weak: false },
    range: { min: null, max: null },
  };
  return { task, metric, ...(comma < 0 ? {} : { filter: written.slice(comma + 1) }) };
}

function splitFilter(written: string, task: DeclaredTask) {
  const find = (name: string) => task.metrics.find((metric) => metric.name === name);
  const whole = find(written);
  const comma = written.lastIndexOf(',');
  if (whole !== undefined || comma < 0) return { metric: whole, filter: undefined };
  return { metric: find(written.slice(0, comma)), filter: written.slice(comma + 1) };
}

/** What `f1[refund]` means, one class against all others; null for a name that asks of no class. */
function classMetricNamed(
  written: string,
  task: DeclaredTask,
): (Parsed<MetricDeclaration> & { readonly filter?: string | undefined }) | null {
  const [, name = written, filter] = /^(.*\]),([^\],]+)$/su.exec(written) ?? [];
  const asked = parseClassMetric(name);
  if (asked === null || task.metrics.some((metric) => metric.name === written)) return null;
  const { statistic, label } = asked;
  if (!isClassStatistic(statistic)) {
    return refuse(
      `${statistic} is no metric of one class`,
      suggestion(statistic, CLASS_STATISTICS, 'of one class there are'),
    );
  }
  const metric = classMetric(asked, task.metrics);
  if (metric !== null) return { ok: true, value: metric, filter };
  const base = baseOf(statistic, task.metrics);
  if (base === undefined) {
    return refuse(
      `task ${task.task} has no metric that knows the classes which ${statistic} of ${JSON.stringify(label)} needs`,
      'score it with the scorer `classification`, f1_macro among its metrics, or leave out the class',
    );
  }
  return refuse(
    `task ${task.task} has no class ${JSON.stringify(label)}`,
    suggestion(label, base.classes, 'classes'),
  );
}

/** What `pass@4` means, or `json_valid_pass@4` of another metric than the primary one; null for any other name. */
function ofRepeats(
  written: string,
  task: DeclaredTask,
): (Parsed<MetricDeclaration> & { readonly filter?: string | undefined }) | null {
  const comma = written.lastIndexOf(',');
  const [name, filter] =
    comma < 0 ? [written, undefined] : [written.slice(0, comma), written.slice(comma + 1)];
  const asked = parseRepeatMetric(name);
  if (asked === null) return null;
  const { family, k } = asked;
  if (task.filters?.includes(name) === true) {
    const meant = `${task.task}/${task.primaryMetric},${name}`;
    return refuse(`${name} is a filter of task ${task.task}`, `write ${meant}`);
  }
  const wanted = asked.metric ?? task.primaryMetric;
  const base = task.metrics.find((metric) => metric.name === wanted);
  if (base === undefined) {
    const known = task.metrics.map((each) => each.name);
    return refuse(
      `task ${task.task} has no metric ${JSON.stringify(wanted)}`,
      suggestion(wanted, known, 'metrics'),
    );
  }
  const what = REPEAT_METRICS[family].means;
  if (!tellsRight(base)) {
    const fix = `name a metric from 0 to 1 of which more is better, as in ${task.task}/METRIC_${family}${k}`;
    return refuse(`${family}${k} says whether ${what}, and ${base.name} does not say which are right`, fix);
  }
  const { repeats = 1 } = task;
  if (k > repeats) {
    const each = repeats === 1 ? 'one answer' : `${repeats} answers`;
    return refuse(
      `${family}${k} needs ${k} answers to each sample, and task ${task.task} has ${each}`,
      repeats === 1
        ? `give the task \`repeats: ${k}\` at a temperature, or gate ${task.task}/${base.name}`
        : `give the task \`repeats: ${k}\`, or gate ${task.task}/${base.name}_${family}${repeats}`,
    );
  }
  return { ok: true, value: declareRepeatMetric(base, family, k), filter };
}

function withFilter(reference: MetricReference, filter: string | undefined): Parsed<MetricReference> {
  const { task, metric } = reference;
  const filters = task.filters ?? [];
  const name = `${task.task}/${metric.name}`;
  if (filter === undefined) {
    if (filters.length <= 1) return { ok: true, value: reference };
    return refuse(
      `${name} is ambiguous: the task has several filters`,
      `write one of: ${filters.map((each) => `${name},${each}`).join(' | ')}`,
    );
  }
  if (filters.includes(filter)) return { ok: true, value: { ...reference, filter } };
  return refuse(
    `task ${task.task} has no filter ${JSON.stringify(filter)}`,
    filters.length === 0 ? `write ${name}` : suggestion(filter, filters, 'filters'),
  );
}
