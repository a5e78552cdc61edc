import type { RecordedGate, RecordedRun } from '../domain/history.ts';

/** How often a locked split decided before, and what one more round does to the promise of `alpha`. */
export interface LockedSplitUse {
  readonly task: string;
  readonly alpha: number;
  /** Null where no history tells. */
  readonly before: {
    readonly rounds: number;
    /** The chance of at least one wrong pass: whatever the rounds have to do with each other, and where that is nothing. */
    readonly most: number;
    readonly independent: number;
  } | null;
}

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
export function lockedSplitUse(
  runs: readonly RecordedRun[],
  { task, dataset, alpha }: LockedSplit,
): LockedSplitUse {
  const decided = runs.filter(
    ({ tasks, gates }) =>
      tasks.some((each) => each.task === task && each.dataset === dataset) && decides(gates, task),
  );
  const alphas = [...decided.map(({ policy }) => policy.alpha), alpha];
  const most = Math.min(
    1,
    alphas.reduce((sum, each) => sum + each, 0),
  );
  const independent = 1 - alphas.reduce((product, each) => product * (1 - each), 1);
  return { task, alpha, before: { rounds: decided.length, most, independent } };
}

/** What the next round would come to, for whoever may still take another split. */
export function lockedSplitRemark({ task, alpha, before }: LockedSplitUse): string {
  if (before === null || before.rounds === 0) return `${task}: the locked split has decided nothing yet`;
  const { rounds } = before;
  const times = `${rounds} ${rounds === 1 ? 'round' : 'rounds'}`;
  return `${task}: the locked split has decided ${times} already; with the next one, ${promise(alpha, before)}: choose checkpoints on another split`;
}

/** What this round has come to, behind the name of its task. */
export function lockedSplitWords({ alpha, before }: Omit<LockedSplitUse, 'task'>): string {
  if (before === null)
    return 'is a locked split, and how often it decided before is not known: a history is what counts it';
  if (before.rounds === 0) return 'is a locked split, and no round on record was decided by it before';
  return `is a locked split, and this is round ${before.rounds + 1} on record that it decides: ${promise(alpha, before)}`;
}

const promise = (alpha: number, { most, independent }: NonNullable<LockedSplitUse['before']>): string =>
  `the chance that luck let a regression pass in one of them is at most ${percent(most)} (${percent(independent)} where rounds are independent), not ${percent(alpha)}`;

/** Of rules over several tasks the history does not say which: each that ran counts. */
const SEVERAL: readonly RecordedGate['rule'][] = ['average', 'net_gain'];

/** Whether any gate on the task had a word in what a round came to. */
export const decides = (
  gates: readonly Pick<RecordedGate, 'task' | 'rule' | 'tier' | 'verdict'>[],
  task: string,
): boolean =>
  gates.some(
    (gate) =>
      (gate.task === task || SEVERAL.includes(gate.rule)) &&
      gate.tier === 'blocking' &&
      gate.verdict !== 'invalid',
  );

const percent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;
