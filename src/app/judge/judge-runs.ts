import { ownPromptOf } from '../../config/own-prompt.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { NO_RUN } from '../../core/compare/comparability.ts';
import { compareRuns, compareTask, type TaskComparison } from '../../core/compare/compare.ts';
import { DrawPlan, idsOf } from '../../core/compare/draw.ts';
import { prepareDrift } from '../../core/compare/drift.ts';
import { acceptOwnPrompt } from '../../core/compare/own-prompt.ts';
import { withSubtasks } from '../../core/compare/subtasks.ts';
import { curveGates, judgeCurves } from '../../core/decide/curves.ts';
import { decide } from '../../core/decide/decide.ts';
import type { WatchedTask } from '../../core/decide/stopping.ts';
import type { ReferenceResult, VerdictFile, WaitingTask } from '../../core/domain/decision.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { formatCount } from '../../core/domain/format.ts';
import { tasksOfGate } from '../../core/domain/gate.ts';
import { designOf, type FingerprintValue, type GatedSide, type TaskRun } from '../../core/domain/run.ts';
import type { Samples } from '../../core/domain/sample.ts';
import { withAskedMetrics } from '../../core/metrics/following.ts';
import { buildVerdictFile, invalidateVerdict, verdictFacts } from '../../report/build.ts';
import { countDocuments } from '../../results/store/reader.ts';
import type { PartialRead } from '../../results/store/results.ts';
import { sequentialOrder, WeightedOrder } from '../../tasks/runners/order.ts';
import { labelsOf } from '../sides/labels.ts';
import type { StoredSides } from '../sides/stored.ts';
import { VERSION } from '../version.ts';
import { isOpen, settleRounds } from './open-rounds.ts';

/** What the stored runs come to under the config's gates. Pure. A gate whose anchor is not there is `invalid`. */
export function judgeRuns(config: ResolvedConfig, sides: StoredSides): VerdictFile {
  const { gates, policy, file, digest } = config;
  const baseline = sides.baseline.runs;
  const ordered = sides.candidate.runs.map((run) => inDesignedOrder(run, baseline));
  const isTorn = (run: TaskRun) => gapIn(run, baseline) !== null;
  const rounds = settleRounds(ordered, isTorn, (run) => watchedIn(config, sides, run), gates, policy);
  const { runs: candidate, waiting } = rounds;
  const expected = config.tasks.map(({ name }) => name);
  const gated = gates.flatMap(tasksOfGate);
  const asked = (side: readonly TaskRun[]) =>
    withAskedMetrics(withSubtasks(side, gated), gates, config.prices);
  const runs = [asked(baseline), asked(candidate)] as const;
  const comparisons = accepting(config, compareRuns(...runs, expected, policy.alpha.value))
    .map((each) => besideFaults(each, sides.baseline, sides.candidate))
    .map((each) => acceptOwnPrompt(each, ownPromptOf(config, each.task)))
    .map((each) => withAnswers(withRole(config, each), config, sides));
  const anchored = compareWithAnchor(config, sides);
  const curves = config.curves === null ? null : judgeCurves(config.curves, sides.curves ?? null);
  const labelled = (side: readonly TaskRun[]) => labelsOf(config, sides.labels, side, sides.candidate.runs);
  const labels = { baseline: labelled(baseline), anchor: labelled(sides.anchor?.runs ?? []) };
  const decision = decide({ comparisons, anchored, gates, judged: curves?.gates ?? [], labels, policy });
  const anchor = config.anchor === null ? null : { runs: sides.anchor?.runs ?? [], comparisons: anchored };
  const facts = verdictFacts({
    ...{ version: VERSION, config: { file, digest }, gates, policy },
    ...(config.curves === null ? {} : { curveGates: curveGates(config.curves) }),
    ...{ runs: { baseline, candidate }, comparisons, decision },
    ...(anchor === null ? {} : { anchor }),
    ...(sides.provenance === undefined ? {} : { provenance: sides.provenance }),
  });
  const faults = [sides.baseline, sides.candidate, sides.anchor].flatMap((side) => side?.faults ?? []);
  const gaps = candidate.flatMap((run) => gapIn(run, baseline) ?? []);
  const waits = waiting.filter(
    ({ task }) => !candidate.some((run) => run.record.task === task && isTorn(run)),
  );
  const isHeldAgainstAll = ({ task }: WaitingTask) =>
    baseline.some(({ record, samples }) => record.task === task && countDocuments(samples) >= record.planned);
  const notes = [sides.baseline, sides.candidate, sides.anchor].flatMap((side) => side?.notes ?? []);
  const orphaned = orphanedRuns(config, sides);
  const others = [...faults.map(messageOf), ...gaps, ...orphaned];
  return [...others, ...waits.map(waitMessage)].reduce(
    invalidateVerdict,
    buildVerdictFile({
      ...facts,
      ...(sides.reference === undefined ? {} : { reference: besideReference(sides.reference, candidate) }),
      ...(curves === null ? {} : { curves: curves.result }),
      ...(notes.length === 0 ? {} : { notes: [...new Set(notes)] }),
      // Where something else is missing, another round is no remedy.
      ...(waits.length === 0 || others.length > 0 || !waits.every(isHeldAgainstAll) ? {} : { waits }),
    }),
  );
}

const waitMessage = ({ task, evaluated, planned }: WaitingTask): string =>
  `the candidate's run of ${task} waits for its next round: the first ${formatCount(evaluated)} of ${formatCount(planned)} samples of its order decide nothing yet`;

/** A run of the candidate as the gates on its task see it. */
function watchedIn(config: ResolvedConfig, sides: StoredSides, run: TaskRun): WatchedTask {
  const { gates, policy, prices } = config;
  const { task } = run.record;
  const asked = (runs: readonly TaskRun[]) => withAskedMetrics(runs, gates, prices);
  const [own = run] = asked([run]);
  const against = (side: PartialRead<Samples> | undefined) => {
    const [other = null] = asked((side?.runs ?? []).filter(({ record }) => record.task === task));
    return accepting(config, [compareTask(other, own, policy.alpha.value)])[0];
  };
  const comparison = against(sides.baseline) ?? compareTask(null, own);
  const isAnchored = gates.some((gate) => gate.against === 'anchor' && tasksOfGate(gate).includes(task));
  return {
    comparison: acceptOwnPrompt(comparison, ownPromptOf(config, task)),
    anchored: isAnchored ? against(sides.anchor) : undefined,
  };
}

/** What another model has of its own, and what runs it; the questions are the same. */
const OF_THE_MODEL: ReadonlySet<string> = new Set([
  'chat_template',
  'tokenizer',
  'engine',
  'engine_settings',
]);

/** With what there is to measure of its answers' drift, where a gate asks. */
function withAnswers(
  comparison: TaskComparison,
  { gates, policy }: ResolvedConfig,
  { baseline, candidate, reader }: StoredSides,
): TaskComparison {
  const { task } = comparison;
  const isAsked = gates.some((gate) => gate.rule === 'max_drift' && gate.task === task);
  if (!isAsked || reader === undefined) return comparison;
  const runOf = ({ runs }: PartialRead<Samples>) => runs.find(({ record }) => record.task === task) ?? null;
  const runs = { baseline: runOf(baseline), candidate: runOf(candidate) };
  // In what the sides were asked otherwise the comparison itself says.
  const drift = prepareDrift({ task, runs, unlike: null }, { reader, minCoverage: policy.minCoverage.value });
  return { ...comparison, drift };
}

/** The reference in the baseline's place: only where both were asked alike do its numbers mean anything. */
function besideReference(
  { runs, faults }: PartialRead<Samples>,
  candidate: readonly TaskRun[],
): ReferenceResult {
  const tasks = runs.map(({ record }) => record.task);
  const compared = compareRuns(runs, candidate, tasks).filter(({ task }) => tasks.includes(task));
  const hard = ({ mismatches }: TaskComparison) =>
    mismatches.find(({ severity, field }) => severity === 'hard' && !OF_THE_MODEL.has(field));
  return {
    model: runs[0]?.record.model ?? null,
    metrics: compared
      .filter((comparison) => hard(comparison) === undefined)
      .flatMap(({ task, result }) =>
        (result?.metrics ?? []).flatMap(({ metric, unit, direction, baseline, candidate: own }) =>
          baseline === null || own === null
            ? []
            : [
                {
                  task,
                  metric,
                  unit,
                  direction,
                  pairs: result?.pairs ?? 0,
                  value: baseline.value,
                  candidate: own.value,
                },
              ],
        ),
      ),
    unlike: [
      ...faults.map((fault) => ({ task: '', reason: messageOf(fault) })),
      ...compared.flatMap((comparison) => {
        const field = hard(comparison)?.field;
        return field === undefined
          ? []
          : [{ task: comparison.task, reason: `${field.replaceAll('_', ' ')} differs` }];
      }),
    ],
  };
}

/**
 * Runs that one side alone has of tasks which the config does not name: left by an earlier config, more often than not. A
 * config without tasks judges whatever there is.
 */
function orphanedRuns({ tasks, file }: ResolvedConfig, { baseline, candidate }: StoredSides): string[] {
  if (tasks.length === 0) return [];
  const known = new Set(tasks.map(({ name }) => name));
  // Of a side that could not be read nobody knows what it lacks.
  const alone = (side: GatedSide, own: PartialRead<Samples>, other: PartialRead<Samples>) =>
    (other.faults.length > 0 ? [] : own.runs)
      .filter(({ record: { task } }) => !known.has(task))
      .filter(({ record: { task } }) => other.runs.every(({ record }) => record.task !== task))
      .map(
        ({ record: { task }, folder }) =>
          `the ${side} alone has a run of ${task}, in ${folder}, and ${file ?? 'the config'} names no such task: it may be left from an earlier config. Evaluate the ${side} again, which sets it aside, take the folder away, or add the task`,
      );
  return [...alone('baseline', baseline, candidate), ...alone('candidate', candidate, baseline)];
}

/** Where a side could not be read, what of it is missing may well be there. */
function besideFaults(
  comparison: TaskComparison,
  baseline: PartialRead<Samples> | undefined,
  candidate: PartialRead<Samples>,
): TaskComparison {
  const said = (value: FingerprintValue, side: PartialRead<Samples> | undefined) =>
    value === NO_RUN && (side?.faults.length ?? 0) > 0 ? 'none that can be read' : value;
  const mismatches = comparison.mismatches.map((mismatch) =>
    mismatch.field === 'run'
      ? {
          ...mismatch,
          baseline: said(mismatch.baseline, baseline),
          candidate: said(mismatch.candidate, candidate),
        }
      : mismatch,
  );
  return { ...comparison, mismatches };
}

/** What a task is for is what the config says, and not what its runs were stored as: those of a pull request are its own. */
function withRole({ declared }: ResolvedConfig, comparison: TaskComparison): TaskComparison {
  const role = declared.find(({ task }) => task === comparison.task)?.role ?? comparison.role;
  const { result } = comparison;
  return { ...comparison, role, result: result === null || role === null ? result : { ...result, role } };
}

/** A tokenizer that was declared to differ is a remark; what a metric per token counts, no declaration makes comparable. */
function accepting(
  { acceptChange }: ResolvedConfig,
  comparisons: readonly TaskComparison[],
): TaskComparison[] {
  if (!acceptChange.includes('tokenizer')) return [...comparisons];
  return comparisons.map((comparison) => ({
    ...comparison,
    mismatches: comparison.mismatches.map((mismatch) =>
      mismatch.field === 'tokenizer' && mismatch.setting === undefined
        ? { ...mismatch, severity: 'soft' }
        : mismatch,
    ),
  }));
}

/** The tasks that a gate compares with the anchor; an old release may well lack the others. */
function compareWithAnchor(config: ResolvedConfig, sides: StoredSides): TaskComparison[] {
  const { gates, policy } = config;
  const tasks = new Set(gates.filter(({ against }) => against === 'anchor').flatMap(tasksOfGate));
  const limited = (side: PartialRead<Samples> | undefined) =>
    withAskedMetrics(withSubtasks(side?.runs ?? [], [...tasks]), gates, config.prices).filter(({ record }) =>
      tasks.has(record.task),
    );
  const compared = compareRuns(
    limited(sides.anchor),
    limited(sides.candidate),
    [...tasks],
    policy.alpha.value,
  );
  return accepting(config, compared)
    .map((comparison) => besideFaults(comparison, sides.anchor, sides.candidate))
    .map((comparison) => ({
      ...withRole(config, comparison),
      mismatches: comparison.mismatches.map((mismatch) => ({ ...mismatch, against: 'anchor' as const })),
    }));
}

/** A sequential run in the order of its design, whatever order its lines are in: shards are joined one after the other. */
function inDesignedOrder(run: TaskRun, baseline: readonly TaskRun[]): TaskRun {
  const { record, samples } = run;
  if (designOf(record) === 'full') return run;
  const placed = Array.from(samples, ({ id }, position) => ({ id, position }));
  const drawn = drawnOrder(run, baselineOf(run, baseline));
  const order = drawn === null ? sequentialOrder(placed, record) : inTurn(placed, drawn);
  const positions = Int32Array.from(order, ({ position }) => position);
  return {
    record,
    samples: {
      length: positions.length,
      at: (index) => samples.at(positions[index] ?? positions.length),
      *[Symbol.iterator]() {
        for (const position of positions) {
          const sample = samples.at(position);
          if (sample !== undefined) yield sample;
        }
      },
    },
  };
}

const baselineOf = ({ record: { task } }: TaskRun, baseline: readonly TaskRun[]): TaskRun | undefined =>
  baseline.find((other) => other.record.task === task);

/** The order by weight that the run should have had, as far as its samples tell; null where it was drawn uniformly, or nobody knows. */
function drawnOrder({ record, samples }: TaskRun, baseline: TaskRun | undefined): readonly string[] | null {
  if (record.draw === undefined || baseline === undefined) return null;
  const plan = DrawPlan.of(record.draw, baseline.samples);
  if (plan === null) return null;
  const order = new WeightedOrder(plan, record);
  order.extend(samples);
  return order.ids;
}

/** Those that have no turn come last, as they are. */
function inTurn<Sample extends { readonly id: string }>(
  samples: readonly Sample[],
  order: readonly string[],
): Sample[] {
  const turns = new Map(order.map((id, turn) => [id, turn]));
  const turnOf = ({ id }: Sample) => turns.get(id) ?? order.length;
  return [...samples].sort((one, other) => turnOf(one) - turnOf(other));
}

/**
 * A run that stopped early must hold the first samples of its own order, which the baseline's samples tell: whoever leaves some
 * of them out could choose which.
 */
function gapIn(run: TaskRun, baseline: readonly TaskRun[]): string | null {
  const { record, samples } = run;
  const whole = baselineOf(run, baseline);
  // One that was interrupted has gaps while it is worked on, and decides nothing.
  const isOver = record.status.state === 'complete';
  if (designOf(record) === 'full' || whole === undefined || !isOver) return null;
  const held = new Set(idsOf(samples));
  const drawn = drawnOrder(run, whole);
  if (record.draw !== undefined && drawn === null) {
    return `the candidate's run of ${record.task} was drawn by weights for other samples than the baseline has: evaluate again`;
  }
  const uniform = () =>
    sequentialOrder(
      idsOf(whole.samples).map((id) => ({ id })),
      record,
    ).map(({ id }) => id);
  const order = drawn ?? uniform();
  const turns = new Set(order);
  const stray = drawn === null ? undefined : [...held].find((id) => !turns.has(id));
  const known = order.filter((id) => held.has(id)).length;
  const missing = stray ?? order.slice(0, known).find((id) => !held.has(id));
  if (missing === undefined) return null;
  if (isOpen(run)) {
    return `the candidate's run of ${record.task} lacks the sample ${JSON.stringify(missing)} of its order and has later ones: a shard of the round is not here`;
  }
  if (missing === stray) {
    return `the candidate's run of ${record.task} has the sample ${JSON.stringify(stray)}, whose turn had not come in its order: its samples could have been chosen`;
  }
  return `the candidate's run of ${record.task} left out the sample ${JSON.stringify(missing)} of its order, and went on: its samples could have been chosen`;
}
