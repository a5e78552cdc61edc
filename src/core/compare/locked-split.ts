import type { RecordedGate, RecordedRun } from '../domain/history.ts';

/** A task whose split is locked, as it would be asked now. */
interface LockedSplit {
  readonly task: string;
  /** Digest of its rows: of other rows earlier rounds say nothing. */
  readonly dataset: string;
  readonly alpha: number;
}

/**
 * How often a locked split has decided, and what that does to the promise that a regression passes with at most `alpha`. Over several
 * rounds the chance of at least one such pass is at most the sum of their alphas, however the rounds depend on each other (Bonferroni),
 * and 1 − Π(1 − α) where they do not.
 */
export function lockedSplitUse(runs: readonly RecordedRun[], { task, dataset, alpha }: LockedSplit): string {
  const decided = runs.filter((run) => decides(run, task, dataset));
  const alphas = [...decided.map(({ policy }) => policy.alpha), alpha];
  const most = Math.min(
    1,
    alphas.reduce((sum, each) => sum + each, 0),
  );
  const independent = 1 - alphas.reduce((product, each) => product * (1 - each), 1);
  const times = `${decided.length} ${decided.length === 1 ? 'round' : 'rounds'}`;
  return decided.length === 0
    ? `${task}: the locked split has decided nothing yet`
    : `${task}: the locked split has decided ${times} already; with the next one, the chance that luck let a regression pass in one of them is at most ${percent(most)} (${percent(independent)} where rounds are independent), not ${percent(alpha)}: choose checkpoints on another split`;
}

/** Of rules over several tasks the history does not say which: each that ran counts. */
const SEVERAL: readonly RecordedGate['rule'][] = ['average', 'net_gain'];

const decides = ({ gates, tasks }: RecordedRun, task: string, dataset: string): boolean =>
  tasks.some((each) => each.task === task && each.dataset === dataset) &&
  gates.some(
    (gate) =>
      (gate.task === task || SEVERAL.includes(gate.rule)) &&
      gate.tier === 'blocking' &&
      gate.verdict !== 'invalid',
  );

const percent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;
