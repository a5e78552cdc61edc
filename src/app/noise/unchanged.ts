import type { TaskComparison } from '../../core/compare/compare.ts';
import type { PairedScore } from '../../core/compare/score-table.ts';
import type { MetricScores } from '../../core/compare/scores.ts';
import { drawAnew, RESAMPLES, type UnitsByGroup, unitsByGroup } from '../../core/decide/draw-anew.ts';
import { judgeGate } from '../../core/decide/gate.ts';
import { asksOneChange, ruleOf } from '../../core/decide/rules/registry.ts';
import type { GateResult } from '../../core/domain/decision.ts';
import { type Gate, metricsOfGate, type Policy } from '../../core/domain/gate.ts';
import { mulberry32 } from '../../core/stats/random.ts';

/** Rounds of a simulation, at which the standard error of a rate is at most 2.5 points; fewer for many samples, of the least 5. */
const MOST_ROUNDS = 400;
const LEAST_ROUNDS = 100;
/** Pairs that all rounds may draw together, which keeps a gate to about ten seconds of a processor. */
const MOST_DRAWS = 400_000;

/** How likely it is that an unchanged model is certified within the margin that is named for that. */
const CERTAIN = 0.9;

export interface UnchangedInput {
  /** The second run of one model against the first. */
  readonly comparisons: readonly TaskComparison[];
  /** Those of which the comparisons can tell. */
  readonly gates: readonly Gate[];
  readonly policy: Policy;
  /** Share of pairs that flip, for metrics of 0/1 scores of which the runs showed none. */
  readonly assumed: ReadonlyMap<MetricScores, number>;
  readonly seed: number;
}

export interface Unchanged {
  readonly rounds: number;
  /** In the order of the gates. */
  readonly gates: readonly {
    /** Share of rounds. */
    readonly blocked: number;
    /** What nine rounds in ten certify, in the metric's unit; null for gates that are not about one change, or certify none. */
    readonly certifies: number | null;
  }[];
  /** Share of rounds in which one of the blocking gates blocked; null without any. */
  readonly blocked: number | null;
  /** The same without gates that want a gain. */
  readonly blockedWithoutGains: number | null;
}

export function wantsGain(gate: Gate): boolean {
  const { estimand, limitSign } = ruleOf(gate);
  return estimand === 'delta' && limitSign === -1;
}

/**
 * What the policy does to a model that did not change, by the code that judges merges. In every round the questions are drawn
 * anew (whole clusters with replacement, group by group), and each changes its two runs by a coin: two runs of one model are
 * exchangeable, question by question, which is the null hypothesis of a paired randomisation test (Noreen 1989,
 * "Computer-intensive methods for testing hypotheses"). All gates see the same draws, so that they hang together as they do.
 *
 * Assumes that the two runs differ from each other as an unchanged candidate would from its baseline. The seed makes it the
 * same every time.
 */
export function simulateUnchanged(input: UnchangedInput): Unchanged {
  const { gates, policy, seed } = input;
  const tasks = tasksIn(input);
  const pairs = tasks.reduce((total, { units, metrics }) => total + units.flat().length * metrics.length, 0);
  const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.floor(MOST_DRAWS / Math.max(1, pairs))));
  const random = mulberry32(seed);
  const results = Array.from({ length: rounds }, () => {
    const drawn = tasks.map((task) => draw(task, input.assumed, random));
    const seen = drawn.map(({ comparison }) => comparison);
    const flipped = drawn.map((task) => task.flipped);
    return gates.map(
      (gate) =>
        judgeGate({ ...gate, tier: 'blocking' }, ruleOf(gate).estimand === 'delta' ? flipped : seen, policy)
          .result,
    );
  });
  const blockedBy = (counts: (gate: Gate) => boolean): number | null => {
    const own = gates.map((gate) => gate.tier === 'blocking' && counts(gate));
    if (!own.includes(true)) return null;
    return shareOf(results, (round) => round.some(({ blocks }, index) => blocks && own[index] === true));
  };
  return {
    rounds,
    gates: gates.map((gate, index) => {
      const own = results.flatMap((round) => round[index] ?? []);
      const reaches = asksOneChange(ruleOf(gate)) ? own.map(reachOf).sort((a, b) => a - b) : [];
      const certifies = reaches[Math.ceil(CERTAIN * rounds) - 1] ?? Infinity;
      return {
        blocked: shareOf(own, ({ blocks }) => blocks),
        certifies: Number.isFinite(certifies) ? Math.max(0, certifies) : null,
      };
    }),
    blocked: blockedBy(() => true),
    blockedWithoutGains: blockedBy((gate) => !wantsGain(gate)),
  };
}

/** Standard error of a share of `rounds`, with two of each outcome added (Agresti & Coull 1998): none seen is not no error. */
export function stderrOfShare(share: number, rounds: number): number {
  const moved = (share * rounds + 2) / (rounds + 4);
  return Math.sqrt((moved * (1 - moved)) / (rounds + 4));
}

function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}

/** How far the interval reaches to the worse: every larger limit of a drop would have been certified. */
function reachOf({ rule, net, delta, direction }: GateResult): number {
  const { low = null, high = null } = net ?? delta ?? {};
  const sign = direction === null ? 1 : ruleOf({ rule }).signFor(direction);
  const worst = sign === -1 ? low : high;
  return worst === null ? Infinity : sign * worst;
}

interface Task {
  readonly comparison: TaskComparison;
  /** The metrics that gates ask for. */
  readonly metrics: readonly MetricScores[];
  readonly units: UnitsByGroup;
}

function tasksIn({ comparisons, gates }: UnchangedInput): Task[] {
  const named = gates.flatMap(metricsOfGate);
  return comparisons.flatMap((comparison) => {
    const own = new Set(named.flatMap(({ task, metric }) => (task === comparison.task ? [metric] : [])));
    const metrics = comparison.metrics.filter(({ declaration }) => own.has(declaration.name));
    if (metrics.length === 0) return [];
    return [{ comparison, metrics, units: unitsByGroup(metrics) }];
  });
}

function draw(
  { comparison, metrics, units }: Task,
  assumed: ReadonlyMap<MetricScores, number>,
  random: () => number,
) {
  const drawn = drawAnew(units, metrics.length, random);
  const compared = (scoresOf: (metric: MetricScores, index: number) => readonly PairedScore[]) => ({
    ...comparison,
    mismatches: [],
    sequence: null,
    draw: null,
    metrics: metrics.map((metric, index) => ({
      ...metric,
      scores: scoresOf(metric, index),
      resamples: RESAMPLES,
    })),
  });
  return {
    comparison: compared((_, index) => drawn[index] ?? []),
    flipped: compared((metric, index) => flipped(drawn[index] ?? [], assumed.get(metric) ?? 0, random)),
  };
}

const WRONG = { numerator: 0, denominator: 1 };
const RIGHT = { numerator: 1, denominator: 1 };

/** With so many pairs of 0/1 scores that fall and rise, in equal shares; for a discordance of 0 as they were. */
function flipped(scores: readonly PairedScore[], discordance: number, random: () => number) {
  if (discordance === 0) return scores;
  return scores.map((score): PairedScore => {
    const u = random();
    if (score.baseline === null || score.candidate === null || u >= discordance) return score;
    return u < discordance / 2
      ? { ...score, baseline: RIGHT, candidate: WRONG }
      : { ...score, baseline: WRONG, candidate: RIGHT };
  });
}
