import type { TaskComparison } from '../compare/compare.ts';
import type { GateResult } from '../domain/decision.ts';
import { type Gate, type Policy, tasksOfGate } from '../domain/gate.ts';
import type { StopReason, WeightedDraw } from '../domain/run.ts';
import { hypothesisInOrder, judgeGate } from './gate.ts';
import { isJudged } from './judged-gate.ts';
import { locateMetric } from './locate.ts';
import { ruleOf } from './rules/registry.ts';
import { earliestAnswer, methodInOrder } from './sequential.ts';

/** A task of a candidate that is being evaluated, as if it had ended: against its baseline, and where a gate names it the anchor. */
export interface WatchedTask {
  readonly comparison: TaskComparison;
  readonly anchored?: TaskComparison | undefined;
}

/**
 * Why the evaluation of a task may end, judged as if it had: a blocking regression makes everything else
 * idle, and otherwise every gate on the task, advisory ones too, has to be decided. Null to go on; a task without gates
 * was asked for to be seen, and goes on.
 */
export function stopReason(watched: WatchedTask, gates: readonly Gate[], policy: Policy): StopReason | null {
  const results = gatesOn(watched, gates).map((gate): GateResult => {
    const against = comparedFor(gate, watched);
    const { result } = judgeGate(gate, against, policy);
    // What a judge proves may turn out to block nothing.
    return isJudged(gate, against) ? { ...result, tier: 'advisory' } : result;
  });
  if (results.some(({ verdict, tier }) => verdict === 'regression' && tier === 'blocking'))
    return 'regression';
  return results.length > 0 && !results.some(isOpen) ? 'decided' : null;
}

/**
 * After how many samples of a task its evaluation could end at the earliest, whatever the candidate answers; null where only
 * all of them decide.
 * @param watched with every score of the baseline and of the anchor, and none of the candidate
 */
export function earliestStop(watched: WatchedTask, gates: readonly Gate[], policy: Policy): number | null {
  const own = gatesOn(watched, gates);
  const after = (gate: Gate): number => {
    if (ruleOf(gate).scope !== 'metric') return Number.POSITIVE_INFINITY;
    const located = locateMetric(gate, comparedFor(gate, watched));
    if ('faults' in located) return Number.POSITIVE_INFINITY;
    const { metric, comparison } = located;
    const hypothesis = hypothesisInOrder(gate, metric);
    return earliestAnswer(hypothesis, metric, comparison.limited, policy) ?? Number.POSITIVE_INFINITY;
  };
  const regression = Math.min(...own.filter(({ tier }) => tier === 'blocking').map(after));
  const decided = own.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...own.map(after));
  const earliest = Math.min(regression, decided);
  return Number.isFinite(earliest) ? earliest : null;
}

/**
 * The metric by whose flips the samples of a task may be drawn. Planned looks, rates of independent samples and gates on a part of
 * the samples hold for a uniform draw alone: where one of them stands in the way of a gate that bets, it is said.
 * @param watched with every score of the baseline and of the anchor, and none of the candidate
 */
export function weighable(
  watched: WatchedTask,
  gates: readonly Gate[],
  policy: Policy,
): Pick<WeightedDraw, 'metric' | 'filter'> | { readonly obstacle: string | null } {
  const { comparison } = watched;
  const own = gatesOn(watched, gates);
  const early = own.flatMap((gate) => {
    if (gate.against === 'anchor') return [];
    const located = locateMetric(gate, [comparison]);
    if (ruleOf(gate).scope !== 'metric' || 'faults' in located) return [];
    const { metric } = located;
    const method = methodInOrder(hypothesisInOrder(gate, metric), metric, comparison.limited, policy);
    return method === null ? [] : [{ gate, metric, method }];
  });
  const bet = early.find(({ method }) => method === 'betting');
  if (bet === undefined) return { obstacle: null };
  const anchored = own.find(({ against }) => against === 'anchor');
  if (anchored !== undefined) {
    return { obstacle: `the gate ${anchored.id} compares with the anchor, whose margins are others` };
  }
  const other = early.find(({ method }) => method !== 'betting');
  if (other !== undefined) {
    return {
      obstacle: `the gate ${other.gate.id} takes them for a random part of all such questions (${other.method})`,
    };
  }
  const groups = new Set(comparison.metrics.flatMap(({ scores }) => scores.map(({ group }) => group)));
  const part = gates.flatMap(tasksOfGate).find((task) => task !== comparison.task && groups.has(task));
  if (part !== undefined) return { obstacle: `a gate looks at ${part} alone, which is a part of it` };
  const { declaration, filter } = bet.metric;
  return { metric: declaration.name, ...(filter === null ? {} : { filter }) };
}

/** A gate that weighs several tasks needs all of each: judged on one alone it is open, and the task goes on. */
const gatesOn = ({ comparison }: WatchedTask, gates: readonly Gate[]): readonly Gate[] =>
  gates.filter((gate) => tasksOfGate(gate).includes(comparison.task));

/** Without an anchor's run a gate that names it is open, as any without its data. */
function comparedFor({ against }: Gate, { comparison, anchored }: WatchedTask): readonly TaskComparison[] {
  const own = against === 'anchor' ? anchored : comparison;
  return own === undefined ? [] : [own];
}

function isOpen({ verdict }: GateResult): boolean {
  return verdict === 'inconclusive' || verdict === 'invalid';
}
