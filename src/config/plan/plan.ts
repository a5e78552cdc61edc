import { sizesOfGroups } from '../../core/decide/rules/by-group.ts';
import { ruleOf } from '../../core/decide/rules/registry.ts';
import { IssueList, WeighbridgeError } from '../../core/domain/errors.ts';
import { plural } from '../../core/domain/format.ts';
import { type Gate, type Policy, tasksOfGate } from '../../core/domain/gate.ts';
import type { Design, Side } from '../../core/domain/run.ts';
import { metricNamed } from '../../core/metrics/following.ts';
import { engineRunner, harnessRunner } from '../../tasks/runners/registry.ts';
import type { PreparedTask } from '../../tasks/runners/runner.ts';
import { askedOtherwise, ownPromptOf } from '../own-prompt.ts';
import {
  byHarness,
  inTaskDirectory,
  isNative,
  type NativeTaskConfig,
  type ResolvedConfig,
} from '../resolved.ts';
import { type CostEstimate, type TaskCost, taskCost, totalCost } from './cost.ts';
import { drawOf } from './draws.ts';
import {
  type DatasetSize,
  type Feasibility,
  feasibilityOf,
  hopelessGate,
  NOTHING_KNOWN,
} from './feasibility.ts';

export interface PlannedTask {
  readonly config: NativeTaskConfig;
  readonly prepared: PreparedTask;
}

/** Everything that is known before a model is loaded: nothing in it can be wrong any more but the model. */
export interface EvaluationPlan {
  readonly config: ResolvedConfig;
  /** Those that an engine is asked; of a harness nothing is known before it ran. */
  readonly tasks: readonly PlannedTask[];
  /** Those of them that the baseline is asked with a prompt of its own, as it is asked. */
  readonly ofBaseline: readonly PlannedTask[];
  /** One a gate, in the order of the gates; gates on tasks that only results know are left out. */
  readonly feasibility: readonly Feasibility[];
  /** What the author of the config should hear though it stops nothing. */
  readonly warnings: readonly string[];
  readonly cost: CostEstimate;
  /** How the samples of tasks that may end early are drawn, in words. */
  readonly draws: readonly string[];
}

export type PrepareTask = (task: NativeTaskConfig, directory: string) => Promise<PreparedTask>;

const prepareByRunner: PrepareTask = async (task, directory) => {
  const runner = await engineRunner(task.runner).load();
  return runner.prepare(task.name, task.options, directory);
};

/**
 * Prepares every task and checks every gate against the size of its dataset.
 * @throws IssueList with every dataset that cannot be used, or every gate that could only ever block
 */
export async function makePlan(
  config: ResolvedConfig,
  prepare: PrepareTask = prepareByRunner,
): Promise<EvaluationPlan> {
  const tasks = await prepareAll(config, prepare);
  const ofBaseline = await prepareOwn(config, prepare);
  for (const [harness, asked] of byHarness(config.tasks)) {
    await (await harnessRunner(harness).load()).check(asked, inTaskDirectory(config), null);
  }
  const feasibility = checkGates(config, tasks);
  return {
    config,
    tasks,
    ofBaseline,
    feasibility,
    warnings: feasibility
      .filter(({ outcome }) => outcome !== 'certifies' && outcome !== 'unknown')
      .map(({ says }) => says),
    cost: costOfPlan({ config, tasks, ofBaseline }, roughCost),
    draws: designAhead(config) === 'full' ? [] : tasks.flatMap((task) => drawIn(config, task) ?? []),
  };
}

/** What an evaluation says of gates that its datasets are too small for; null when there are none. `check` tells each in full. */
export function sizeWarning({ feasibility, warnings }: EvaluationPlan): string | null {
  if (warnings.length === 0) return null;
  return `${warnings.length} of ${feasibility.length} ${feasibility.length === 1 ? 'gate' : 'gates'} may end undecided with datasets of this size; \`weighbridge check\` says how many samples would do`;
}

async function prepareAll(config: ResolvedConfig, prepare: PrepareTask): Promise<PlannedTask[]> {
  const tasks: PlannedTask[] = [];
  const issues: WeighbridgeError[] = [];
  for (const task of config.tasks.filter(isNative)) {
    try {
      tasks.push({ config: task, prepared: await prepare(task, config.taskDirectory) });
    } catch (error) {
      if (!(error instanceof WeighbridgeError)) throw error;
      issues.push(...(error instanceof IssueList ? error.issues : [error]));
    }
  }
  const [first] = issues;
  if (first !== undefined) throw new IssueList(first.kind, issues);
  return tasks;
}

/** A run of theirs says by which settings of its own it was asked. */
async function prepareOwn(config: ResolvedConfig, prepare: PrepareTask): Promise<PlannedTask[]> {
  const own = await prepareAll({ ...config, tasks: askedOtherwise(config) }, prepare);
  return own.map(({ config: task, prepared }) => ({
    config: task,
    prepared: {
      ...prepared,
      fingerprint: (model) => ({
        ...prepared.fingerprint(model),
        own_prompt: ownPromptOf(config, task.name)?.digest ?? null,
      }),
    },
  }));
}

function checkGates(config: ResolvedConfig, tasks: readonly PlannedTask[]): Feasibility[] {
  const checked = config.gates.flatMap((gate) => {
    const open = new Set(config.declared.flatMap(({ task, open }) => (open === true ? [task] : [])));
    if (tasksOfGate(gate).some((task) => open.has(task)))
      return [{ gate, feasibility: notBeforeResults(gate.id) }];
    if (ruleOf(gate).scope === 'answers') {
      const samples = tasks.find((task) => task.config.name === gate.task)?.prepared.samples.length;
      return samples === undefined ? [] : [{ gate, feasibility: notBeforeAnswers(gate.id, samples) }];
    }
    if (gate.rule === 'average') return [{ gate, feasibility: ofAverage(gate, tasks, config.policy) }];
    const planned = tasks.find((task) => task.config.name === gate.task);
    if (planned === undefined) return [];
    const { prepared } = planned;
    const metric = metricNamed(gate.metric, prepared.metrics);
    if (metric === null)
      throw new Error(`${gate.task} was described with ${gate.metric} and prepared without`);
    const feasibility = feasibilityOf(gate, metric, sizeOf(planned), config.policy, designAhead(config));
    return [{ gate, feasibility }];
  });
  const issues = [
    ...config.gates.flatMap((gate) => ungroupedGate(gate, config, tasks) ?? []),
    ...checked.flatMap(({ gate, feasibility }) => hopelessGate(gate, feasibility) ?? []),
  ];
  if (issues.length > 0) throw new IssueList('config', issues);
  return checked.map(({ feasibility }) => feasibility);
}

/** A gate by groups on samples that cannot be told apart; of results nobody knows yet which groups they name. */
function ungroupedGate(
  gate: Gate,
  { candidate }: ResolvedConfig,
  tasks: readonly PlannedTask[],
): WeighbridgeError | null {
  const planned = tasks.find((task) => task.config.name === gate.task);
  if (ruleOf(gate).scope !== 'groups' || planned === undefined || candidate?.kind === 'results') return null;
  const groups = sizesOfGroups(planned.prepared.samples).length;
  if (groups >= (gate.rule === 'max_group_gap' ? 2 : 1)) return null;
  const { source } = gate;
  const belongs = groups === 0 ? 'no sample of it belongs to a group' : 'all of its samples are of one group';
  return new WeighbridgeError('config', `${gate.id} cannot be judged: ${belongs}`, {
    ...(source.kind === 'file' ? { at: { file: source.file, line: source.line } } : {}),
    fix: `set group_field on ${gate.task}, to a field that tells its rows apart`,
  });
}

/**
 * An average rests on all samples of its tasks, which are taken to move alike and independently: it is as certain as 1 / Σ share² / n
 * samples of one task.
 */
export function sizeOfAverage(
  parts: readonly { readonly share: number; readonly size: DatasetSize }[],
): DatasetSize {
  return {
    evaluated: 1 / parts.reduce((sum, { share, size }) => sum + share ** 2 / size.evaluated, 0),
    inAll: parts.reduce((sum, { size }) => sum + size.evaluated, 0),
    isWhole: parts.every(({ size }) => size.isWhole),
  };
}

function ofAverage(gate: Extract<Gate, { rule: 'average' }>, tasks: readonly PlannedTask[], policy: Policy) {
  const total = gate.of.reduce((sum, { weight }) => sum + weight, 0);
  const parts = gate.of.flatMap(({ task, metric, weight }) => {
    const planned = tasks.find(({ config }) => config.name === task);
    const declared = planned === undefined ? null : metricNamed(metric, planned.prepared.metrics);
    return planned === undefined || declared === null
      ? []
      : [{ share: weight / total, metric: declared, size: sizeOf(planned) }];
  });
  const inAll = parts.reduce((sum, { size }) => sum + size.evaluated, 0);
  const [first] = parts;
  const areRates = parts.every(({ metric: { unit, kind } }) => unit === 'rate' && kind === 'mean');
  if (first === undefined || parts.length < gate.of.length || !areRates)
    return {
      ...{ gate: gate.id, samples: inAll, outcome: 'unknown' as const, ...NOTHING_KNOWN },
      says: `${gate.id}: what ${inAll} samples of its tasks can show is known only after a run`,
    };
  return feasibilityOf(gate, first.metric, sizeOfAverage(parts), policy);
}

function drawIn({ gates, policy }: ResolvedConfig, planned: PlannedTask): string | null {
  const { config, prepared } = planned;
  const { name } = config;
  const own = gates.flatMap((gate) => {
    const metric = prepared.metrics.find((each) => each.name === gate.metric);
    return gate.task === name && metric !== undefined ? [{ gate, metric }] : [];
  });
  return drawOf(name, own, sizeOf(planned), policy);
}

/** How the candidate will be evaluated, for all that the config says; what is not there yet may still make it all of it. */
export function designAhead({ evaluation, candidate }: ResolvedConfig): Design {
  return candidate?.kind === 'results' ? 'full' : evaluation.value;
}
const notBeforeAnswers = (gate: string, samples: number): Feasibility => ({
  ...{ gate, samples, outcome: 'unknown', ...NOTHING_KNOWN },
  says: `${gate}: what drift ${plural(samples, 'prompt')} can tell is known only after a run; 100 to 200 are usual, and it takes all of them`,
});
const notBeforeResults = (gate: string): Feasibility => ({
  ...{ gate, samples: 0, outcome: 'unknown', certifiable: null, needed: null, expectedShare: null },
  says: `${gate}: whether its metric is there, and how many samples, is known once its task has run`,
});

/** What all checkpoints cost that are to be evaluated, each on its tasks. */
export function costOfPlan(
  { config, tasks, ofBaseline }: Pick<EvaluationPlan, 'config' | 'tasks' | 'ofBaseline'>,
  costOf: (task: PlannedTask) => TaskCost,
): CostEstimate {
  const costs = tasks.map(costOf);
  const own = new Map(ofBaseline.map((task) => [task.config.name, costOf(task)]));
  const isAsked = (side: Side) => config[side] !== null && config[side].kind !== 'results';
  const anchored = costs.filter(({ task }) =>
    config.gates.some((gate) => gate.against === 'anchor' && tasksOfGate(gate).includes(task)),
  );
  return totalCost(costs, [
    ...(isAsked('candidate') ? [costs] : []),
    ...(isAsked('baseline') ? [costs.map((cost) => own.get(cost.task) ?? cost)] : []),
    ...(isAsked('anchor') && anchored.length > 0 ? [anchored] : []),
    ...(isAsked('reference') ? [costs] : []),
  ]);
}

function roughCost({ config, prepared }: PlannedTask): TaskCost {
  const description = engineRunner(config.runner).describe(config.options);
  return taskCost(config.name, description, prepared, evaluatedOf(prepared));
}

/** Answers that are drawn are a part of all that could be given, as a cap's samples are of all that there are. */
export function sizeOf({ config, prepared }: PlannedTask): DatasetSize & { readonly isRepeated: boolean } {
  const { repeats, varies } = engineRunner(config.runner).describe(config.options);
  const isWhole = prepared.limit === null && varies === undefined;
  return { evaluated: evaluatedOf(prepared), isWhole, isRepeated: repeats > 1 };
}

/** Samples that will be asked: all, or as many as the task's limit leaves. */
export function evaluatedOf({ samples, limit }: PreparedTask): number {
  return Math.min(samples.length, limit ?? samples.length);
}
