import type { Gate, Policy } from '../domain/gate.ts';
import type { History, RecordedRun } from '../domain/history.ts';
import { join, type Verdict } from '../domain/verdict.ts';
import { onIdentical } from './decide.ts';
import { type ReplayedGate, replayGate } from './replayed-gate.ts';

/** What another policy would have said of one round, as far as its record can tell. */
export interface ReplayedRun {
  readonly run: RecordedRun;
  readonly gates: readonly ReplayedGate[];
  /** `invalid` where a blocking gate could not be replayed and no other stops the round. */
  readonly verdict: Verdict;
  /** Null where that rests on gates that could not be replayed. */
  readonly blocked: boolean | null;
}

/**
 * Judges rounds again under another policy, by what their records keep of each metric. What a record does not hold (groups, averages,
 * corpus metrics without an interval, what an evaluation that stopped would have come to) is said, and lets no round pass.
 */
export function replay(
  { runs }: Pick<History, 'runs'>,
  gates: readonly Gate[],
  policy: Policy,
): readonly ReplayedRun[] {
  return runs.map((run) => {
    const replayed = gates.map((gate) => replayGate(gate, run, policy));
    const blocking = replayed.filter(({ gate }) => gate.tier === 'blocking');
    const known = blocking.filter(({ unknown }) => unknown === null);
    const isRefused =
      run.identicalAnswers !== undefined && blocking.length > 0 && onIdentical(policy, gates) === 'block';
    const stops = isRefused || known.some(({ blocks }) => blocks);
    const isTold = stops || known.length === blocking.length;
    const verdicts = [...known.map((each) => each.verdict), ...(isRefused ? (['invalid'] as const) : [])];
    const verdict = isTold ? join(verdicts) : 'invalid';
    return { run, gates: replayed, verdict, blocked: isTold ? stops || blocking.length === 0 : null };
  });
}
