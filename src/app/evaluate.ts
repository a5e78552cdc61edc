import { join } from 'node:path';
import type { LoadedConfig } from '../config/load.ts';
import { type EvaluationPlan, makePlan, sizeWarning } from '../config/plan/plan.ts';
import { isNative, type ResolvedConfig, type TaskConfig } from '../config/resolved.ts';
import { messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import type { GatedSide, Side } from '../core/domain/run.ts';
import { makeDirectory } from '../results/store/disk-faults.ts';
import { Handover } from '../tasks/engines/handover.ts';
import { engineRunner } from '../tasks/runners/registry.ts';
import {
  chooseAfter,
  chooseBaseline,
  findBaselines,
  foundIn,
  noBaseline,
  withBaseline,
} from './baselines/choose.ts';
import { type FoundBaselines, originHere, storeOf, wholeRuns } from './baselines/find.ts';
import { type EvaluationOptions, evaluateModel } from './evaluate/model.ts';
import { asksLikelihoods } from './evaluate/open-model.ts';
import { RunMeter } from './evaluate/run-meter.ts';
import { unknownCurves } from './sides/curves.ts';
import { requireHiddenKeys } from './sides/keys.ts';
import { unreadableLabels } from './sides/labels.ts';
import { lackingIssue, requireHarness, requireSources } from './sides/sources.ts';
import { readToJudge, sideFolder } from './sides/stored.ts';

export interface EvaluateOptions extends EvaluationOptions {
  /** Unless told otherwise, all that are gated, and then the reference, whose faults are warnings. */
  readonly sides?: readonly Side[];
  /** Told when all is there that a verdict rests on. */
  readonly beforeReference?: () => void;
  /** What the sources of the baseline came to, where somebody has tried them already. */
  readonly baselines?: FoundBaselines | null;
}

/**
 * config → plan → evaluate: the only phase that runs a model. Goes on where an earlier evaluation stopped.
 * @throws WeighbridgeError before any model is loaded when config or data are at fault, or when a model cannot be loaded
 */
export async function evaluateCheckpoints(loaded: LoadedConfig, options: EvaluateOptions): Promise<void> {
  const { config } = loaded;
  const { log, out, sides = gatedSides(config), baselines = null } = options;
  const plan = await makePlan(config);
  // A baseline alone decides nothing.
  const warning = sides.includes('candidate') ? sizeWarning(plan) : null;
  if (warning !== null) log.warn(warning);
  const found = sides.includes('baseline')
    ? (baselines ?? (await findBaselines(config, foundIn(out))))
    : null;
  for (const { source, reason } of found?.attempts ?? []) {
    log.info(reason === null ? `baseline: found by ${source}` : `baseline: not by ${source}: ${reason}`);
  }
  if (found?.bootstrap) return evaluateFirstBaseline(plan, options);
  await evaluateSides(loaded, plan, sides, found, options);
  if (options.sides === undefined) await evaluateReference(plan, options);
}

/** Last, and whatever comes of it: what is shown beside the candidate decides nothing. */
async function evaluateReference(plan: EvaluationPlan, options: EvaluateOptions): Promise<void> {
  const { config, tasks } = plan;
  const { log, signal, beforeReference } = options;
  if (config.reference === null || config.reference.kind === 'results' || signal.aborted) return;
  beforeReference?.();
  const isDone = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (signal.aborted) return true;
      const why = error instanceof WeighbridgeError ? error.describe() : messageOf(error);
      log.warn(`the reference is not shown beside the candidate: ${why}`);
      return false;
    }
  };
  if (!(await isDone(() => requireSources(config, ['reference'])))) return;
  if (await isDone(() => evaluateModel(plan, 'reference', options))) return;
  // A server that gives no likelihoods may write answers all the same.
  const written = config.tasks.filter((task) => !asksLikelihoods(task));
  if (written.length === 0 || written.length === config.tasks.length) return;
  log.info('reference: the tasks that ask for no likelihoods are tried alone');
  const rest = {
    ...plan,
    config: { ...config, tasks: written },
    tasks: tasks.filter((each) => written.includes(each.config)),
  };
  await isDone(() => evaluateModel(rest, 'reference', options));
}

/** @throws WeighbridgeError `usage` where the candidate must be evaluated in full, and so has one round */
function requireRounds({ evaluation, baselines }: ResolvedConfig, { shard = null }: EvaluateOptions): void {
  if (shard?.round === undefined) return;
  const isKept = baselines.sources.some(({ from }) => from === 'artifact' || from === 'store');
  if (evaluation.value === 'sequential' && !isKept) return;
  const why = isKept ? 'a later run may compare with its samples' : 'the config says evaluation: full';
  throw new WeighbridgeError(
    'usage',
    `the candidate has no rounds: every sample is evaluated, since ${why}`,
    {
      fix: 'leave out the round',
    },
  );
}

/** The candidate last: it may end as soon as what it is compared with decides. */
const gatedSides = ({ anchor }: ResolvedConfig): readonly GatedSide[] =>
  anchor === null ? ['baseline', 'candidate'] : ['baseline', 'anchor', 'candidate'];

/** The candidate is evaluated in full and kept as the first baseline, and nothing is compared. */
async function evaluateFirstBaseline(plan: EvaluationPlan, options: EvaluateOptions): Promise<void> {
  const { log, out, signal } = options;
  const evaluation = { value: 'full', source: plan.config.evaluation.source } as const;
  const config = { ...plan.config, evaluation };
  await prepare({ ...plan, config }, ['candidate'], options);
  await evaluateModel({ ...plan, config }, 'candidate', options);
  if (signal.aborted) return;
  const runs = await wholeRuns(sideFolder(config, 'candidate', out), 'candidate');
  const store = storeOf(config);
  if (store === null) return;
  const { id } = await store.bless(runs, await originHere(config.directory));
  log.info(`bootstrap: blessed ${id} in ${store.folder}`);
}

/**
 * Evaluates the models of the sides in their order, but for one case: where a declared change may set a stored baseline
 * aside, the candidate comes first, since what it was asked says whether that baseline stands.
 * @param found what the sources of the baseline came to; null where the config names it by one path
 */
async function evaluateSides(
  loaded: LoadedConfig,
  plan: EvaluationPlan,
  sides: readonly Side[],
  found: FoundBaselines | null,
  options: EvaluateOptions,
): Promise<void> {
  const { out, signal } = options;
  if (found?.found.length === 0) throw noBaseline(found.attempts);
  const first = found === null ? null : await chooseBaseline(plan.config, found, []);
  const config = first === null ? plan.config : withBaseline(plan.config, first);
  await prepare({ ...plan, config }, sides, options);
  // What a source of baselines keeps may be of an earlier suite, and is told as that; what the config names is meant.
  const lacking =
    found === null && sides.includes('candidate') ? await lackingIssue(config, 'baseline') : null;
  if (lacking !== null && config.candidate?.kind !== 'results') throw lacking;

  requireRounds(config, options);
  const meter = new RunMeter({ ...plan, config }, sides);
  const evaluateSide = async (by: ResolvedConfig, side: Side, handover?: Handover) => {
    if (signal.aborted) return;
    // A gate on a metric that the baseline turned out not to have is no reason to pay for the candidate.
    const known =
      side === 'candidate' ? (await readToJudge(sideFolder(by, 'baseline', out), 'baseline')).runs : [];
    const plans = { ...plan, config: loaded.withResults(by, known) };
    await evaluateModel(plans, side, { ...options, meter, handover });
  };
  const mayTurn = config.acceptChange.length > 0 && config.baseline?.kind === 'results';
  if (found === null || !mayTurn || !sides.includes('candidate')) {
    await withHandover(config, options.handover, async (handover) => {
      for (const side of sides) await evaluateSide(config, side, handover);
    });
    return;
  }
  // Nothing that a candidate leaves computes what it is compared with.
  await evaluateSide(config, 'candidate');
  const chosen = await chooseAfter(config, found, out);
  if (chosen.baseline === null) throw noBaseline(chosen.attempts);
  for (const side of sides) if (side !== 'candidate') await evaluateSide(withBaseline(config, chosen), side);
}

/**
 * Of adapters of one base, each as if it were the candidate: into a folder of its own, by its number.
 * @throws WeighbridgeError before any model is loaded when the candidate is no adapter, or one of these is at fault
 */
export async function evaluateAdapters(
  loaded: LoadedConfig,
  adapters: readonly string[],
  options: Omit<EvaluateOptions, 'sides' | 'baselines'>,
): Promise<void> {
  const { candidate, file } = loaded.config;
  if (candidate?.kind !== 'adapter') {
    throw new WeighbridgeError('config', 'the candidate is no adapter, and names no base for these', {
      ...(file === null ? {} : { at: { file, key: 'candidate' } }),
      fix: 'write `candidate: { base: base.gguf, adapter: adapter.gguf }`; the adapters take the place of that one',
    });
  }
  const configs = adapters.map((adapter) => ({ ...loaded.config, candidate: { ...candidate, adapter } }));
  for (const config of configs) await requireSources(config, ['candidate']);
  await withHandover(loaded.config, undefined, async (handover) => {
    for (const [index, config] of configs.entries()) {
      const out = join(options.out, String(index + 1));
      await evaluateCheckpoints({ ...loaded, config }, { ...options, sides: ['candidate'], out, handover });
    }
  });
}

const loadsAnother = (task: TaskConfig): boolean =>
  !isNative(task) || engineRunner(task.runner).describe(task.options).loadsModel === true;

/** Not beside a harness or a scorer that wants the memory for the weights that it loads. */
async function withHandover(
  { tasks }: ResolvedConfig,
  given: Handover | undefined,
  evaluate: (handover?: Handover) => Promise<void>,
): Promise<void> {
  if (given !== undefined || tasks.some(loadsAnother)) return evaluate(given);
  const handover = new Handover();
  try {
    await evaluate(handover);
  } finally {
    await handover.close();
  }
}

/** @throws WeighbridgeError before any model is loaded where a side or a harness is at fault */
async function prepare(
  plan: EvaluationPlan,
  sides: readonly Side[],
  { out, shard = null, log }: EvaluateOptions,
): Promise<void> {
  requireHiddenKeys(plan.config);
  await requireSources(plan.config, sides);
  await requireHarness(plan.config, sides, shard);
  const unknown = sides.includes('candidate') ? await unknownCurves(plan.config) : [];
  for (const why of unknown) log.warn(`training curves: ${why}`);
  for (const why of await unreadableLabels(plan.config)) log.warn(`labels: ${why}`);
  await makeDirectory(out);
}
