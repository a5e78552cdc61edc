import { stopReason, type WatchedTask } from '../../core/decide/stopping.ts';
import type { WaitingTask } from '../../core/domain/decision.ts';
import type { Gate, Policy } from '../../core/domain/gate.ts';
import { designOf, type StopReason, type TaskRun } from '../../core/domain/run.ts';
import { countDocuments } from '../../results/store/reader.ts';

/**
 * Whether later rounds of a run are still to be evaluated: what is there is complete, is not all of it, and nobody ended it. Shards
 * know nothing of each other, so that whoever joins them decides whether they may end.
 */
export const isOpen = ({ record, samples }: TaskRun): boolean =>
  designOf(record) === 'sequential' &&
  record.status.state === 'complete' &&
  record.status.stopped === undefined &&
  countDocuments(samples) < record.planned;

/**
 * Ends the runs whose rounds so far decide, as one evaluation in the same order would have ended at the same look or before: the
 * first decided look counts, and the rounds are all that the order has up to there.
 * @param runs of the candidate, in their designed order
 * @param isTorn whether a run lacks a sample of its order and has later ones
 */
export function settleRounds(
  runs: readonly TaskRun[],
  isTorn: (run: TaskRun) => boolean,
  watched: (run: TaskRun) => WatchedTask,
  gates: readonly Gate[],
  policy: Policy,
): { readonly runs: readonly TaskRun[]; readonly waiting: readonly WaitingTask[] } {
  const open = runs.filter(isOpen);
  if (open.length === 0) return { runs, waiting: [] };
  const reasonOf = (run: TaskRun) =>
    isTorn(run) ? null : stopReason(watched(isOpen(run) ? stopped(run, 'decided') : run), gates, policy);
  const reasons = new Map(runs.map((run) => [run, reasonOf(run)]));
  // Where a regression is proven, nothing else is needed: as in one evaluation, which would have ended with it.
  const isProven = [...reasons.values()].includes('regression');
  const because = (run: TaskRun) => (isProven && !isTorn(run) ? 'regression' : (reasons.get(run) ?? null));
  return {
    runs: runs.map((run) => {
      const reason = isOpen(run) ? because(run) : null;
      return reason === null ? run : stopped(run, reason);
    }),
    waiting: open
      .filter((run) => because(run) === null)
      .map(({ record: { task, planned }, samples }) => ({
        task,
        planned,
        evaluated: countDocuments(samples),
      })),
  };
}

function stopped({ record, samples }: TaskRun, because: StopReason): TaskRun {
  const status = { state: 'complete', stopped: { after: countDocuments(samples), because } } as const;
  return { record: { ...record, status }, samples };
}
