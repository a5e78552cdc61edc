import type { TaskComparison } from '../../core/compare/compare.ts';
import { stderrOfCorpusChange } from '../../core/compare/corpus.ts';
import { CANDIDATE, DELTA } from '../../core/compare/estimand.ts';
import { estimateOf, paired, shownDelta } from '../../core/compare/estimate.ts';
import { imputeCandidate, imputeDelta } from '../../core/compare/impute.ts';
import type { MetricScores } from '../../core/compare/scores.ts';
import { decide } from '../../core/decide/decide.ts';
import { balanced, fateOfPairs, fateOfRate } from '../../core/decide/forecast.ts';
import { judgeGate } from '../../core/decide/gate.ts';
import type { Hypothesis } from '../../core/decide/hypothesis.ts';
import { isJudged, weighJudge } from '../../core/decide/judged-gate.ts';
import { locateMetric } from '../../core/decide/locate.ts';
import { ruleOf } from '../../core/decide/rules/registry.ts';
import { type Gate, metricsOfGate, type Policy } from '../../core/domain/gate.ts';
import type { HumanLabels } from '../../core/domain/labels.ts';
import type { GateNoise, MetricNoise, Noise, SuiteNoise } from '../../core/domain/noise.ts';
import { smallestDetectableDrop } from '../../core/stats/power.ts';
import { ratioOfSums } from '../../core/stats/ratio.ts';
import type { AnswerNoise } from './repeats.ts';
import { simulateUnchanged, stderrOfShare, type Unchanged, wantsGain } from './unchanged.ts';

export interface NoiseInput {
  /** The second run of the baseline against the first. */
  readonly comparisons: readonly TaskComparison[];
  /** What is known of the same runs by several answers to each sample. */
  readonly answers?: readonly AnswerNoise[];
  readonly gates: readonly Gate[];
  /** What people said of the answers of both runs, where a model graded them. */
  readonly labels?: HumanLabels;
  readonly policy: Policy;
  /** Taken where the runs do not differ: a fine-tune does, even one that changes nothing on balance. */
  readonly assumedDiscordance: number;
  readonly seed: number;
}

/** What two runs of one model say about the policy. Pure. */
export function noiseOf(input: NoiseInput): Noise {
  const { comparisons, labels = new Map(), policy, assumedDiscordance, seed } = input;
  // Grades that nobody knows to be worth anything block no merge here either.
  const gates = input.gates.map((gate) => {
    if (!isJudged(gate, comparisons)) return gate;
    const { tier } = weighJudge(gate, judgeGate(gate, comparisons, policy), comparisons, labels, policy);
    return { ...gate, tier };
  });
  const decision = decide({
    ...{ comparisons, gates: input.gates.filter((gate) => !wantsGain(gate)), policy },
    labels: { baseline: labels, anchor: new Map() },
  });
  const asked = gates.map((gate) => ({ gate, ground: groundOf(gate, input) }));
  const covered = asked.flatMap(({ gate, ground }) => ('reason' in ground ? [] : [{ gate, ground }]));
  const assumed = new Map(
    covered
      .flatMap(({ ground }) => ground.metrics)
      .filter(({ flips }) => flips === 'assumed')
      .map(({ metric }) => [metric, assumedDiscordance]),
  );
  const unchanged = simulateUnchanged({
    ...{ comparisons, gates: covered.map(({ gate }) => gate), policy, assumed, seed },
  });
  const judged = asked.map(({ gate, ground }): GateNoise => {
    const named = { gate: gate.id, tier: gate.tier, wantsGain: wantsGain(gate) };
    if ('reason' in ground) return { ...named, pairs: ground.pairs, ...UNKNOWN, reason: ground.reason };
    const simulated = unchanged.gates[covered.findIndex((each) => each.gate === gate)];
    if (simulated === undefined) throw new Error('a gate without a simulation');
    return { ...named, pairs: ground.pairs, ...figures(gate, ground, simulated, unchanged.rounds, input) };
  });
  return {
    schemaVersion: 1,
    verdict: decision.verdict,
    blocked: decision.blocked,
    reasons: decision.reasons,
    comparability: comparisons.flatMap(({ mismatches }) => mismatches),
    metrics: comparisons.flatMap(({ task, metrics }) =>
      metrics.map((metric) => byAnswers(metricNoise(task, metric), input.answers ?? [])),
    ),
    gates: judged,
    falseBlockRate: suiteNoise(judged, unchanged),
  };
}

function suiteNoise(judged: readonly GateNoise[], unchanged: Unchanged): SuiteNoise | null {
  const { blocked, blockedWithoutGains, rounds } = unchanged;
  const rates = judged.flatMap(({ tier, falseBlockRate }) =>
    tier === 'blocking' && falseBlockRate !== null ? [falseBlockRate] : [],
  );
  if (blocked === null) return null;
  return {
    ...{ value: blocked, stderr: stderrOfShare(blocked, rounds), rounds, withoutGains: blockedWithoutGains },
    atLeast: Math.max(...rates),
    atMost: Math.min(
      1,
      rates.reduce((total, rate) => total + rate, 0),
    ),
  };
}

type Figures = Pick<
  GateNoise,
  'discordance' | 'falseBlockRate' | 'by' | 'stderr' | 'provableLimit' | 'reason'
>;

const UNKNOWN = {
  ...{ discordance: null, falseBlockRate: null, by: null, stderr: null, provableLimit: null },
} satisfies Partial<Figures>;

/** What a gate's figures rest on: its metric first, then the losses of a net gain. */
interface Ground {
  readonly pairs: number;
  readonly comparison: TaskComparison;
  /** Null for rules that are more than one. */
  readonly hypothesis: Hypothesis | null;
  readonly metrics: readonly {
    readonly metric: MetricScores;
    /** Of independent 0/1 scores; null for any others. */
    readonly flips: 'measured' | 'assumed' | null;
    readonly changed: number;
  }[];
}

/** The scores behind a gate; otherwise why nothing follows from them. */
function groundOf(
  gate: Gate,
  { comparisons, policy }: NoiseInput,
): Ground | { readonly pairs: number; readonly reason: string } {
  const named = metricsOfGate(gate);
  if (named.length === 0) return { pairs: 0, reason: 'is about answers, of which scores tell nothing' };
  const found = [];
  let pairs = Infinity;
  for (const each of named) {
    const located = locateMetric(each, comparisons);
    const { metric } = located;
    const own = metric?.scores.filter((score) => DELTA.read(score) !== null).length ?? 0;
    pairs = Math.min(pairs, own);
    if ('faults' in located) return { pairs, reason: `cannot be judged: ${located.faults.join(' ')}` };
    if (metric === null || own === 0)
      return { pairs, reason: `neither run has scores of ${each.metric} on ${each.task}` };
    const { changed } = metricNoise(each.task, metric);
    const isExact = countsFromZeroToOne(metric) && imputeDelta(metric)?.method === 'tango';
    const flips = isExact ? (changed === 0 ? 'assumed' : 'measured') : null;
    if (ruleOf(gate).estimand === 'delta' && changed === 0 && !isExact) {
      const which = named.length === 1 ? '' : ` on ${each.task}/${each.metric}`;
      return { pairs, reason: `the two runs agree everywhere${which}, which says nothing of a fine-tune` };
    }
    found.push({ comparison: located.comparison, metric, flips, changed } as const);
  }
  const [own] = found;
  if (own === undefined) throw new Error('a gate without a metric');
  const { comparison } = own;
  if (ruleOf(gate).scope !== 'metric') return { pairs, comparison, hypothesis: null, metrics: found };
  const { hypothesis, result } = judgeGate(gate, comparisons, policy);
  return hypothesis === null
    ? { pairs, reason: result.reasons.join(' ') }
    : { pairs, comparison, hypothesis, metrics: found };
}

/** Whether the right answers are as many as their scores come to: any others are counted too, in another unit than their limits. */
const countsFromZeroToOne = ({ declaration: { range } }: MetricScores): boolean =>
  range.min === 0 && range.max === 1;

const RIGHTLY = 'an unchanged model has no gain, so that it is right to block it';

function figures(
  gate: Gate,
  { comparison, hypothesis, metrics: [own, ...losses], pairs }: Ground,
  simulated: Unchanged['gates'][number],
  rounds: number,
  { policy, assumedDiscordance }: NoiseInput,
): Figures {
  if (own === undefined) throw new Error('a gate without a metric');
  const { metric, changed } = own;
  const isWhole = !comparison.limited && pairs === metric.scores.length;
  const exact = { by: 'enumeration', stderr: 0, reason: wantsGain(gate) ? RIGHTLY : null } as const;
  if (hypothesis?.estimand === 'delta' && own.flips !== null) {
    const value = own.flips === 'assumed' ? assumedDiscordance : changed / pairs;
    return {
      ...exact,
      discordance: { value, from: own.flips },
      falseBlockRate: fateOfPairs(hypothesis, pairs, balanced(value), policy, isWhole).blocked,
      provableLimit: smallestDetectableDrop(pairs, value, { alpha: policy.alpha.value, power: 0.9 }),
    };
  }
  const estimate = hypothesis?.estimand === 'candidate' ? imputeCandidate(metric) : null;
  if (hypothesis !== null && countsFromZeroToOne(metric) && estimate?.method === 'clopper-pearson') {
    const rate = ratioOfSums(metric.scores.flatMap((score) => CANDIDATE.read(score) ?? []));
    const falseBlockRate = fateOfRate(hypothesis, estimate.n, rate, policy, isWhole).blocked;
    return { ...exact, discordance: null, falseBlockRate, provableLimit: null };
  }
  const isAssumed = [own, ...losses].some(({ flips }) => flips === 'assumed');
  const seen = isAssumed
    ? `with ${Math.round(100 * assumedDiscordance)} % flips where the two runs showed none`
    : 'from the differences that the two runs showed; a fine-tune differs more';
  return {
    discordance: null,
    falseBlockRate: simulated.blocked,
    by: 'simulation',
    stderr: stderrOfShare(simulated.blocked, rounds),
    provableLimit: simulated.certifies,
    reason: wantsGain(gate) ? `${RIGHTLY}; ${seen}` : seen,
  };
}

/** What a sample's answers show among themselves tells more than one redrawing of them. */
function byAnswers(noise: MetricNoise, known: readonly AnswerNoise[]): MetricNoise {
  const own = known.find(
    ({ task, metric, filter }) => task === noise.task && metric === noise.metric && filter === noise.filter,
  );
  if (own === undefined) return noise;
  const { answers, samples, flaky, largest, stderr } = own;
  return { ...noise, answers, pairs: samples, changed: flaky, largest, stderr };
}

function metricNoise(task: string, metric: MetricScores): MetricNoise {
  const pairs = metric.scores.flatMap((score) => DELTA.read(score) ?? []);
  const isCorpus = metric.declaration.kind === 'corpus';
  const changes = pairs.map(({ baseline, candidate }) =>
    isCorpus
      ? Number(baseline.parts?.some((part, index) => part !== candidate.parts?.[index]) ?? false)
      : Math.abs(ratioOfSums([candidate]) - ratioOfSums([baseline])),
  );
  const changed = changes.filter((change) => change > 0).length;
  const { declaration, filter } = metric;
  return {
    ...{ task, metric: declaration.name, filter, unit: declaration.unit },
    ...{ pairs: pairs.length, changed },
    largest:
      changes.length === 0 || isCorpus ? null : changes.reduce((most, change) => Math.max(most, change), 0),
    stderr: changed === 0 ? null : stderrOf(metric),
  };
}

/** Of the difference, with nothing added for sparse data: null where both runs agree everywhere. */
function stderrOf(metric: MetricScores): number | null {
  if (metric.declaration.kind === 'corpus') return stderrOfCorpusChange(metric);
  const baseline = estimateOf(metric, paired('baseline'));
  const stderr = imputeDelta(metric)?.stderr ?? 0;
  return baseline === null || stderr === 0 ? null : shownDelta(stderr, baseline.value, metric.declaration);
}
