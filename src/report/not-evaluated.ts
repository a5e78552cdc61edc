import type { GateResult } from '../core/domain/decision.ts';
import { metricName } from './format.ts';
import { code, type Inline, say } from './inline.ts';

/** Whether the task of a gate had no turn, because the evaluation ended at a regression that was proven before. */
export const isNotEvaluated = ({ verdict, pairs, candidate, test }: GateResult): boolean =>
  verdict === 'inconclusive' && pairs === 0 && candidate === null && test === null;

/** Which gates these are, and how to have them evaluated; nothing where there are none. */
export function notEvaluatedLine(gates: readonly GateResult[]): Inline {
  const names = gates.filter(isNotEvaluated).map((gate) => code(metricName(gate)));
  if (names.length === 0) return [];
  const listed = names.flatMap((name, index) => (index === 0 ? [name] : [say`, `, name])).flat();
  return say`Not evaluated, since a regression was proven before their turn: ${listed}. ${code('--full')}, or ${code('policy.evaluation: full')}, evaluates them too.`;
}
