import type { ImputedEstimate } from '../compare/imputed-estimate.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { GateResult } from '../domain/decision.ts';
import type { NamedMetric, OnInconclusive, Policy } from '../domain/gate.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import type { Design } from '../domain/run.ts';
import type { Severity } from '../domain/sample.ts';
import { lowerLimit, upperLimit } from '../stats/inference.ts';
import { binomialAtMost, binomialExactly } from '../stats/special/binomial.ts';
import { degradationOf, type Hypothesis } from './hypothesis.ts';
import { estimateOfEvents, estimateOfFlips, firstCount } from './hypothetical.ts';
import { isStop, leaningOf } from './result.ts';
import { chooseTarget, type TestedHypothesis, testHypothesis } from './test-hypothesis.ts';

/** What becomes of candidates, told before one is evaluated: the code that judges merges, asked about data that might be. */

/** Shares of candidates that are proven (or set off no alarm), that are let through unproven, and that are blocked. */
export interface Fate {
  readonly proven: number;
  readonly unproven: number;
  readonly blocked: number;
}

/** The shares among candidates of one kind. */
export interface Forecast {
  /** As people call them: `unchanged candidates`. */
  readonly of: string;
  /** What the proven ones do, of a rule that proves nothing; absent where they are proven. */
  readonly passes?: string;
  readonly fate: Fate;
}

/** Otherwise what nobody can tell them without. */
export type Forecasts = readonly Forecast[] | { readonly missing: string };

/** A sample that will be asked, as far as the dataset tells. */
export interface RowAhead {
  readonly group?: string;
  /** What its failure means, of a test case. */
  readonly severity?: Severity;
}

/** What is known of one metric of a gate before the candidate is evaluated. */
export interface MetricAhead {
  readonly named: NamedMetric;
  readonly declaration: MetricDeclaration;
  /** The samples that will be asked. */
  readonly rows: readonly RowAhead[];
  /** Whether that is all of them, answered once. */
  readonly isWhole: boolean;
  /** Whether each is answered several times, so that scores are means. */
  readonly isRepeated: boolean;
  /** Share of the answers that a candidate is taken to flip: as earlier ones did, else `ASSUMED_DISCORDANCE`. */
  readonly discordance: number;
  /** What the baseline answered, on both sides; null before its results are stored. */
  readonly stored: MetricScores | null;
}

/** As many metrics as the gate names, its own first. */
export interface Ahead {
  readonly metrics: readonly [MetricAhead, ...MetricAhead[]];
  readonly evaluation: Design;
}

export const UNCHANGED = 'unchanged candidates';

/** Shares of pairs that get worse and better. */
export interface FlipShares {
  readonly worse: number;
  readonly better: number;
}

/** Of a candidate that flips so many answers, and changes nothing on balance. */
export const balanced = (discordance: number): FlipShares => ({
  worse: discordance / 2,
  better: discordance / 2,
});

/** Of one that gains so much on balance. */
export const gaining = (gain: number, discordance: number): FlipShares =>
  gain > discordance
    ? { worse: 0, better: Math.min(1, gain) }
    : { worse: (discordance - gain) / 2, better: (discordance + gain) / 2 };

/** What a verdict does to the merge. */
export function outcomeUnder(
  { verdict, leaning }: Pick<GateResult, 'verdict' | 'leaning'>,
  onInconclusive: OnInconclusive,
): keyof Fate {
  if (verdict === 'pass') return 'proven';
  return isStop(verdict, leaning, onInconclusive) ? 'blocked' : 'unproven';
}

/** What a test does to the merge; null where none could be made. */
export const outcomeOfTested = (tested: TestedHypothesis | null, policy: Policy): keyof Fate =>
  outcomeUnder(
    { verdict: tested?.verdict ?? 'inconclusive', leaning: leaningOf(tested, policy) },
    policy.onInconclusive.value,
  );

/** What the fixed test of an estimate does to the merge. */
export function outcomeOfEstimate(
  hypothesis: Hypothesis,
  estimate: ImputedEstimate,
  policy: Policy,
  isWhole: boolean,
): keyof Fate {
  const alpha = policy.alpha.value;
  const target = chooseTarget(policy.target.value, hypothesis, estimate, alpha, isWhole);
  return outcomeOfTested(testHypothesis(hypothesis, estimate, alpha, target), policy);
}

/** The same of a number of which limits are known: where they meet its boundary is worked out for nobody. */
export function outcomeOfLimits(
  hypothesis: Hypothesis,
  estimate: ImputedEstimate,
  policy: Policy,
  isWhole: boolean,
): keyof Fate {
  const { alpha, leanAlpha, onInconclusive, target } = policy;
  const { sign, boundary } = hypothesis;
  if (chooseTarget(target.value, hypothesis, estimate, alpha.value, isWhole) === 'benchmark')
    return outcomeOfEstimate(hypothesis, estimate, policy, isWhole);
  const { worst, best } = degradationOf(estimate, sign);
  if (worst === null || best === null) return outcomeOfTested(null, policy);
  const isSafe = (level: number) => upperLimit(worst.inference, level) < boundary;
  if (isSafe(alpha.value)) return 'proven';
  if (lowerLimit(best.inference, alpha.value) > boundary) return 'blocked';
  const leaning = isSafe(leanAlpha.value) ? 'pass' : 'regression';
  return outcomeUnder({ verdict: 'inconclusive', leaning }, onInconclusive.value);
}

/**
 * How likely it is that something holds of pairs each of which gets worse or better with these probabilities, which more gains never
 * undo. Exact: every number of losses is weighed with its probability, and for each the first gains at which it holds are found by
 * bisection. Losses further than nine standard deviations out are left away.
 */
export function chanceOfPairs(
  pairs: number,
  { worse: loses, better: gains }: FlipShares,
  holds: (improved: number, regressed: number) => boolean,
): number {
  const spread = 9 * Math.sqrt(pairs * loses * (1 - loses)) + 9;
  const from = Math.max(0, Math.floor(pairs * loses - spread));
  const to = Math.min(pairs, Math.ceil(pairs * loses + spread));
  let chance = 0;
  for (let worse = from; worse <= to; worse += 1) {
    const left = pairs - worse;
    const enough = firstCount(left, (better) => holds(better, worse));
    chance += binomialOf(worse, pairs, loses) * (1 - binomialAtMost(enough - 1, left, gains / (1 - loses)));
  }
  return Math.min(1, chance);
}

/** P(X = k), at rates of 0 and 1 too. */
export function binomialOf(k: number, n: number, rate: number): number {
  if (rate <= 0) return Number(k === 0);
  return rate >= 1 ? Number(k === n) : binomialExactly(k, n, rate);
}

/** What becomes of candidates of which each of `pairs` samples gets worse or better with these probabilities. */
export function fateOfPairs(
  hypothesis: Hypothesis,
  pairs: number,
  rates: FlipShares,
  policy: Policy,
  isWhole: boolean,
): Fate {
  const outcomes = new Map<string, keyof Fate>();
  const outcomeAt = (improved: number, regressed: number): keyof Fate => {
    const key = `${improved} ${regressed}`;
    const estimate = estimateOfFlips(hypothesis.sign, { regressed, improved, pairs });
    const found = outcomes.get(key) ?? outcomeOfEstimate(hypothesis, estimate, policy, isWhole);
    outcomes.set(key, found);
    return found;
  };
  const chance = (holds: (outcome: keyof Fate) => boolean) =>
    chanceOfPairs(pairs, rates, (improved, regressed) => holds(outcomeAt(improved, regressed)));
  return fateFrom({
    proven: chance((outcome) => outcome === 'proven'),
    blocked: 1 - chance((outcome) => outcome !== 'blocked'),
  });
}

/** The same for a ceiling or floor on 0/1 scores, of candidates whose true rate is `rate`; `estimateAt` is that of so many events. */
export function fateOfRate(
  hypothesis: Hypothesis,
  n: number,
  rate: number,
  policy: Policy,
  isWhole: boolean,
  estimateAt: (events: number) => ImputedEstimate = (events) => estimateOfEvents(events, n),
): Fate {
  const outcomeAt = (events: number) => outcomeOfEstimate(hypothesis, estimateAt(events), policy, isWhole);
  // Events are what is forbidden under a ceiling, and what is wanted above a floor.
  const isCeiling = hypothesis.sign === 1;
  const first = (outcome: keyof Fate) =>
    firstCount(n, (events) => (outcomeAt(events) === outcome) === ((outcome === 'blocked') === isCeiling));
  const below = (count: number) => binomialAtMost(count - 1, n, rate);
  const [proven, blocked] = [below(first('proven')), below(first('blocked'))];
  return fateFrom(isCeiling ? { proven, blocked: 1 - blocked } : { proven: 1 - proven, blocked });
}

/** What is neither is let through unproven; sums of many small shares may be out by a rounding. */
export function fateFrom({ proven, blocked }: Pick<Fate, 'proven' | 'blocked'>): Fate {
  const own = { proven: Math.min(1, Math.max(0, proven)), blocked: Math.min(1, Math.max(0, blocked)) };
  return { ...own, unproven: Math.max(0, 1 - own.proven - own.blocked) };
}

/** Samples that all rounds may draw together, and how many rounds there are: with 100 the standard error of a share is at most 5 points. */
const MOST_DRAWS = 200_000;
const LEAST_ROUNDS = 100;
const MOST_ROUNDS = 1000;

/** How often a gate can be judged on so many samples while somebody waits. */
export const roundsFor = (samples: number): number =>
  Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.floor(MOST_DRAWS / Math.max(1, samples))));

/** The shares among candidates that are drawn at random, by the outcome of each. */
export function simulatedFate(rounds: number, outcome: () => keyof Fate): Fate {
  const counts = { proven: 0, unproven: 0, blocked: 0 };
  for (let round = 0; round < rounds; round += 1) counts[outcome()] += 1;
  return fateFrom({ proven: counts.proven / rounds, blocked: counts.blocked / rounds });
}
