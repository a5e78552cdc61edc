import type { TaskComparison } from '../compare/compare.ts';
import type { GateResult } from '../domain/decision.ts';
import { type Gate, type Policy, tasksOf } from '../domain/gate.ts';
import type { StopReason } from '../domain/run.ts';
import { judgeGate } from './gate.ts';

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
  // A gate that weighs several tasks needs all of each: judged on one alone it is open, and the task goes on.
  const results = gates
    .filter((gate) => tasksOf(gate).includes(comparison.task))
    .map((gate) => judgeGate(gate, [comparison], policy));
  if (results.some(({ verdict, tier }) => verdict === 'regression' && tier === 'blocking'))
    return 'regression';
  return results.length > 0 && !results.some(isOpen) ? 'decided' : null;
}

function isOpen({ verdict }: GateResult): boolean {
  return verdict === 'inconclusive' || verdict === 'invalid';
}
