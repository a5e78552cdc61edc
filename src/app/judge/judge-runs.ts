import type { ResolvedConfig } from '../../config/resolved.ts';
import { compareRuns, type TaskComparison } from '../../core/compare/compare.ts';
import { withRepeatMetrics } from '../../core/compare/repeats.ts';
import { withSubtasks } from '../../core/compare/subtasks.ts';
import { decide } from '../../core/decide/decide.ts';
import type { VerdictFile } from '../../core/domain/decision.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { tasksOfGate } from '../../core/domain/gate.ts';
import { designOf, type GatedSide, type TaskRun } from '../../core/domain/run.ts';
import type { Samples } from '../../core/domain/sample.ts';
import { buildVerdictFile, invalidateVerdict, verdictFacts } from '../../report/build.ts';
import type { PartialRead } from '../../results/store/results.ts';
import { sequentialOrder } from '../../tasks/runners/order.ts';
import type { StoredSides } from '../sides/stored.ts';
import { VERSION } from '../version.ts';

/** What the stored runs come to under the config's gates. Pure. A gate whose anchor is not there is `invalid`. */
export function judgeRuns(config: ResolvedConfig, sides: StoredSides): VerdictFile {
  const { gates, policy, file, digest } = config;
  const [baseline, candidate] = [sides.baseline.runs, sides.candidate.runs.map(inDesignedOrder)];
  const expected = config.tasks.map(({ name }) => name);
  const gated = gates.flatMap(tasksOfGate);
  const asked = (side: readonly TaskRun[]) => withRepeatMetrics(withSubtasks(side, gated), gates);
  const runs = [asked(baseline), asked(candidate)] as const;
  const comparisons = accepting(config, compareRuns(...runs, expected, policy.alpha.value));
  const anchored = compareWithAnchor(config, sides);
  const decision = decide({ comparisons, anchored, gates, policy });
  const anchor = config.anchor === null ? null : { runs: sides.anchor?.runs ?? [], comparisons: anchored };
  const facts = verdictFacts({
    ...{ version: VERSION, config: { file, digest }, gates, policy },
    ...{ runs: { baseline, candidate }, comparisons, decision },
    ...(anchor === null ? {} : { anchor }),
    ...(sides.provenance === undefined ? {} : { provenance: sides.provenance }),
  });
  const faults = [sides.baseline, sides.candidate, sides.anchor].flatMap((side) => side?.faults ?? []);
  const gaps = candidate.flatMap((run) => gapIn(run, baseline) ?? []);
  const notes = [sides.baseline, sides.candidate, sides.anchor].flatMap((side) => side?.notes ?? []);
  const orphaned = orphanedRuns(config, sides);
  return [...faults.map(messageOf), ...gaps, ...orphaned].reduce(
    invalidateVerdict,
    buildVerdictFile({ ...facts, ...(notes.length === 0 ? {} : { notes: [...new Set(notes)] }) }),
  );
}

/**
 * Runs that one side alone has of tasks which the config does not name: left by an earlier config, more often than not. A
 * config without tasks judges whatever there is.
 */
function orphanedRuns({ tasks, file }: ResolvedConfig, { baseline, candidate }: StoredSides): string[] {
  if (tasks.length === 0) return [];
  const known = new Set(tasks.map(({ name }) => name));
  const alone = (side: GatedSide, own: PartialRead<Samples>, other: PartialRead<Samples>) =>
    own.runs
      .filter(({ record: { task } }) => !known.has(task))
      .filter(({ record: { task } }) => other.runs.every(({ record }) => record.task !== task))
      .map(
        ({ record: { task }, folder }) =>
          `the ${side} alone has a run of ${task}, in ${folder}, and ${file ?? 'the config'} names no such task: it may be left from an earlier config. Evaluate the ${side} again, which sets it aside, take the folder away, or add the task`,
      );
  return [...alone('baseline', baseline, candidate), ...alone('candidate', candidate, baseline)];
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
    withRepeatMetrics(withSubtasks(side?.runs ?? [], [...tasks]), gates).filter(({ record }) =>
      tasks.has(record.task),
    );
  const compared = compareRuns(
    limited(sides.anchor),
    limited(sides.candidate),
    [...tasks],
    policy.alpha.value,
  );
  return accepting(config, compared).map((comparison) => ({
    ...comparison,
    mismatches: comparison.mismatches.map((mismatch) => ({ ...mismatch, against: 'anchor' as const })),
  }));
}

/** A sequential run in the order of its design, whatever order its lines are in: shards are joined one after the other. */
function inDesignedOrder(run: TaskRun): TaskRun {
  const { record, samples } = run;
  if (designOf(record) === 'full') return run;
  const placed = Array.from(samples, ({ id }, position) => ({ id, position }));
  const positions = Int32Array.from(sequentialOrder(placed, record), ({ position }) => position);
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

/**
 * A run that stopped early must hold the first samples of its own order, which the baseline's samples tell: whoever leaves some
 * of them out could choose which.
 */
function gapIn({ record, samples }: TaskRun, baseline: readonly TaskRun[]): string | null {
  const whole = baseline.find((other) => other.record.task === record.task);
  if (designOf(record) === 'full' || whole === undefined) return null;
  const idsOf = (of: Samples) => [...new Set(Array.from(of, ({ id }) => id))];
  const held = new Set(idsOf(samples));
  const order = sequentialOrder(
    idsOf(whole.samples).map((id) => ({ id })),
    record,
  ).map(({ id }) => id);
  const known = order.filter((id) => held.has(id)).length;
  const missing = order.slice(0, known).find((id) => !held.has(id));
  return missing === undefined
    ? null
    : `the candidate's run of ${record.task} left out the sample ${JSON.stringify(missing)} of its order, and went on: its samples could have been chosen`;
}
