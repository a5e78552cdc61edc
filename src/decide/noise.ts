import type { TaskComparison } from '../compare/compare.ts';
import { estimateOf, paired, shownDelta } from '../compare/estimate.ts';
import { candidateEvidence, deltaEvidence } from '../compare/evidence.ts';
import type { MetricScores } from '../compare/scores.ts';
import { CANDIDATE, DELTA } from '../compare/subject.ts';
import type { Mismatch } from '../domain/decision.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import type { MetricUnit } from '../domain/metric.ts';
import type { Verdict } from '../domain/verdict.ts';
import { smallestDetectable, smallestDetectableDrop } from '../stats/power.ts';
import { ratioOfSums } from '../stats/ratio.ts';
import { claimOf, subjectOf } from './claim.ts';
import { decide } from './decide.ts';
import { falseBlocksByChance, falseBlocksOfPairs, falseBlocksOfRate, ROUNDS } from './false-blocks.ts';

/** How much one metric differs between two runs of one model. */
export interface MetricNoise {
  readonly task: string;
  readonly metric: string;
  readonly filter: string | null;
  readonly unit: MetricUnit;
  readonly pairs: number;
  /** Samples whose score is another in the second run: flips, for scores of 0 or 1. */
  readonly changed: number;
  /** Largest change of one sample's score, on the judged scale; null without pairs, and where samples have no score. */
  readonly largest: number | null;
  /** Standard error of the difference of the two runs, in the metric's unit; null where no spread was seen. */
  readonly stderr: number | null;
}

/** What a gate does to a model that did not change. */
export interface GateNoise {
  readonly gate: string;
  readonly tier: Gate['tier'];
  readonly pairs: number;
  /** Share of samples that flip, as assumed for the figures; null where the gate is not on paired 0/1 scores. */
  readonly discordance: { readonly value: number; readonly from: 'measured' | 'assumed' } | null;
  /** Probability that an unchanged model is blocked; null with a reason. */
  readonly falseBlockRate: number | null;
  readonly by: 'enumeration' | 'simulation' | null;
  /** Limits below this do not certify an unchanged model nine times out of ten; metric's unit, null where unknown. */
  readonly guessesBelow: number | null;
  readonly reason: string | null;
}

export interface Noise {
  readonly schemaVersion: 1;
  /** The policy's own judgement of the second run against the first, without gates that want a gain. */
  readonly verdict: Verdict;
  readonly blocked: boolean;
  readonly reasons: readonly string[];
  readonly comparability: readonly Mismatch[];
  readonly metrics: readonly MetricNoise[];
  readonly gates: readonly GateNoise[];
  /**
   * Probability that the suite blocks an unchanged model, over the blocking gates that have a rate: at least that of the
   * worst gate, at most the sum of all, however they hang together. Null without any.
   */
  readonly falseBlockRate: { readonly atLeast: number; readonly atMost: number } | null;
}

export interface NoiseInput {
  /** The second run of the baseline against the first. */
  readonly comparisons: readonly TaskComparison[];
  readonly gates: readonly Gate[];
  readonly policy: Policy;
  /** Taken where the runs do not differ: a fine-tune does, even one that changes nothing on balance. */
  readonly assumedDiscordance: number;
  readonly seed: number;
}

/** What two runs of one model say about the policy. Pure. */
export function noiseOf(input: NoiseInput): Noise {
  const { comparisons, gates, policy } = input;
  const decision = decide({
    comparisons,
    gates: gates.filter(({ rule }) => rule !== 'min_gain' && rule !== 'net_gain'),
    policy,
  });
  const judged = gates.map((gate) => gateNoise(gate, input));
  const rates = judged.flatMap(({ tier, falseBlockRate }) =>
    tier === 'blocking' && falseBlockRate !== null ? [falseBlockRate] : [],
  );
  return {
    schemaVersion: 1,
    verdict: decision.verdict,
    blocked: decision.blocked,
    reasons: decision.reasons,
    comparability: comparisons.flatMap(({ mismatches }) => mismatches),
    metrics: comparisons.flatMap(({ task, metrics }) => metrics.map((metric) => metricNoise(task, metric))),
    gates: judged,
    falseBlockRate:
      rates.length === 0
        ? null
        : {
            atLeast: Math.max(...rates),
            atMost: Math.min(
              1,
              rates.reduce((total, rate) => total + rate, 0),
            ),
          },
  };
}

function metricNoise(task: string, metric: MetricScores): MetricNoise {
  const pairs = metric.scores.flatMap((score) => DELTA.read(score) ?? []);
  const isCorpus = metric.declaration.kind === 'corpus';
  const changes = pairs.map(({ baseline, candidate }) =>
    isCorpus
      ? Number(baseline.parts?.some((part, index) => part !== candidate.parts?.[index]) ?? false)
      : Math.abs(ratioOfSums([candidate]) - ratioOfSums([baseline])),
  );
  const { declaration, filter } = metric;
  return {
    ...{ task, metric: declaration.name, filter, unit: declaration.unit },
    pairs: pairs.length,
    changed: changes.filter((change) => change > 0).length,
    largest:
      changes.length === 0 || isCorpus ? null : changes.reduce((most, change) => Math.max(most, change), 0),
    stderr: stderrOf(metric),
  };
}

/** Of the difference, with nothing added for sparse data: null where both runs agree everywhere. */
function stderrOf(metric: MetricScores): number | null {
  const baseline = estimateOf(metric, paired('baseline'));
  const inference = deltaEvidence(metric)?.lowest?.inference;
  if (baseline === null || inference === undefined) return null;
  if (inference.kind === 'tango') {
    const { rose, fell, pairs } = inference.counts;
    return rose + fell === 0 ? null : Math.sqrt(rose + fell - (rose - fell) ** 2 / pairs) / pairs;
  }
  const isLinear = inference.kind === 'student' || inference.kind === 'skewed';
  if (!isLinear || inference.estimate.stderr === 0) return null;
  return shownDelta(inference.estimate.stderr, baseline.value, metric.declaration);
}

type Figures = Pick<GateNoise, 'discordance' | 'falseBlockRate' | 'by' | 'guessesBelow' | 'reason'>;
const UNKNOWN: Figures = {
  ...{ discordance: null, falseBlockRate: null, by: null, guessesBelow: null, reason: null },
};

function gateNoise(gate: Gate, input: NoiseInput): GateNoise {
  const comparison = input.comparisons.find(({ task }) => task === gate.task);
  const metric = comparison?.metrics.find(
    ({ declaration, filter }) =>
      declaration.name === gate.metric && (gate.filter === undefined || filter === gate.filter),
  );
  const pairs = metric?.scores.filter((score) => DELTA.read(score) !== null).length ?? 0;
  const named = { gate: gate.id, tier: gate.tier, pairs };
  if (comparison === undefined || metric === undefined || pairs === 0) {
    return { ...named, ...UNKNOWN, reason: `neither run has scores of ${gate.metric} on ${gate.task}` };
  }
  if (comparison.mismatches.some(({ severity }) => severity === 'hard')) {
    return { ...named, ...UNKNOWN, reason: 'the two runs cannot be compared' };
  }
  return { ...named, ...figures(gate, comparison, metric, pairs, input) };
}

function figures(
  gate: Gate,
  comparison: TaskComparison,
  metric: MetricScores,
  pairs: number,
  { policy, assumedDiscordance, seed }: NoiseInput,
): Figures {
  if (gate.rule === 'min_gain' || gate.rule === 'net_gain')
    return { ...UNKNOWN, reason: 'not covered: it wants a gain, and a model that did not change has none' };
  if (gate.rule === 'no_regression_by_group')
    return { ...UNKNOWN, reason: `at most alpha, ${policy.alpha.value}, by construction (Holm)` };
  const claim = claimOf(gate, metric.declaration, estimateOf(metric, paired('baseline')));
  if ('refusal' in claim) return { ...UNKNOWN, reason: claim.refusal };
  const isDelta = subjectOf(gate) === 'delta';
  const evidence = isDelta ? deltaEvidence(metric) : candidateEvidence(metric);
  if (evidence === null) return { ...UNKNOWN, reason: 'one sample shows no spread' };
  const isWhole = !comparison.limited && pairs === metric.scores.length;
  const errors = { alpha: policy.alpha.value, power: 0.9 };
  if (evidence.method === 'tango') {
    const { changed } = metricNoise(gate.task, metric);
    const discordance =
      changed === 0
        ? ({ value: assumedDiscordance, from: 'assumed' } as const)
        : ({ value: changed / pairs, from: 'measured' } as const);
    return {
      discordance,
      falseBlockRate: falseBlocksOfPairs(claim, pairs, discordance.value, policy, isWhole),
      by: 'enumeration',
      guessesBelow: smallestDetectableDrop(pairs, discordance.value, errors),
      reason: null,
    };
  }
  if (evidence.method === 'clopper-pearson') {
    const rate = ratioOfSums(metric.scores.flatMap((score) => CANDIDATE.read(score) ?? []));
    const falseBlockRate = falseBlocksOfRate(claim, evidence.n, rate, policy, isWhole);
    return { ...UNKNOWN, falseBlockRate, by: 'enumeration' };
  }
  const { stderr } = metricNoise(gate.task, metric);
  if (metric.declaration.kind === 'corpus')
    return {
      ...UNKNOWN,
      reason: 'not covered: a metric of all samples at once would have to be resampled in every round',
    };
  if (isDelta && stderr === null)
    return { ...UNKNOWN, reason: 'the two runs agree everywhere, which says nothing of a fine-tune' };
  return {
    ...UNKNOWN,
    falseBlockRate: falseBlocksByChance(gate, comparison, metric, policy, seed),
    by: 'simulation',
    guessesBelow: isDelta && stderr !== null ? smallestDetectable(stderr, errors) : null,
    reason: `from the differences that the two runs showed, in ${ROUNDS} rounds; a fine-tune differs more`,
  };
}
