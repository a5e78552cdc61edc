import type { TaskComparison } from '../compare/compare.ts';
import type { GateResult } from '../domain/decision.ts';
import { type Gate, type Policy, tasksOf } from '../domain/gate.ts';
import type { StopReason } from '../domain/run.ts';
import { judgeGate } from './gate.ts';

/** The gates on a task that would be open if its evaluation stopped now: the same judgement as the verdict's. */
export function undecidedGates(
  comparison: TaskComparison,
  gates: readonly Gate[],
  policy: Policy,
): readonly GateResult[] {
  return resultsOf(comparison, gates, policy).filter(isOpen);
}

/**
 * Why the evaluation of a task may end, judged on a comparison as if it had: a blocking regression makes everything else
 * idle, and otherwise every gate on the task, advisory ones too, has to be decided. Null to go on; a task without gates
 * was asked for to be seen, and goes on.
 */
export function stopReason(
  comparison: TaskComparison,
  gates: readonly Gate[],
  policy: Policy,
): StopReason | null {
  const results = resultsOf(comparison, gates, policy);
  if (results.some(({ verdict, tier }) => verdict === 'regression' && tier === 'blocking'))
    return 'regression';
  return results.length > 0 && !results.some(isOpen) ? 'decided' : null;
}

function resultsOf(comparison: TaskComparison, gates: readonly Gate[], policy: Policy): GateResult[] {
  return (
    gates
      // A gate that weighs several tasks needs all of each: judged on one alone it is open, and the task goes on.
      .filter((gate) => tasksOf(gate).includes(comparison.task))
      .map((gate) => judgeGate(gate, [comparison], policy))
  );
}

function isOpen({ verdict }: GateResult): boolean {
  return verdict === 'inconclusive' || verdict === 'invalid';
}
