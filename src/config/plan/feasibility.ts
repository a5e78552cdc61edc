import { type Forecast, type Forecasts, UNCHANGED } from '../../core/decide/forecast.ts';
import { ASSUMED_DISCORDANCE } from '../../core/decide/hypothetical.ts';
import { ruleOf } from '../../core/decide/rules/registry.ts';
import { failureRate } from '../../core/decide/rules/value.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { plural } from '../../core/domain/format.ts';
import { describeLimit, type Gate, type Policy } from '../../core/domain/gate.ts';
import type { MetricDeclaration } from '../../core/domain/metric.ts';
import type { Design } from '../../core/domain/run.ts';
import { pairsNeeded, smallestDetectableDrop } from '../../core/stats/power.ts';
import { normalQuantile } from '../../core/stats/special/normal.ts';
import { cleanCorrected, cleanNeeded } from './corrected.ts';
import { betShare, cleanSamples, lookPlan } from './in-order.ts';

/** Probability with which an unchanged model should be certified. */
const POWER = 0.9;

/**
 * What a dataset of this size can do for a gate:
 * - `certifies`: an unchanged model is proven safe with 90 % probability;
 * - `undecided`: it can be, but will often not be, and the policy's `on_inconclusive` decides;
 * - `leans`: it never can be, whatever the candidate answers, and the policy lets it lean to pass;
 * - `hopeless`: even a candidate that answers everything as its baseline does would be blocked;
 * - `unknown`: it depends on numbers that only a run shows.
 */
export type FeasibilityOutcome = 'certifies' | 'undecided' | 'leans' | 'hopeless' | 'unknown';

export interface Feasibility {
  readonly gate: string;
  readonly samples: number;
  readonly outcome: FeasibilityOutcome;
  /** Smallest limit that this many samples certify, in the metric's unit; null where unknown. */
  readonly certifiable: number | null;
  /** Of a gate on a gain: the smallest one that is proven to be more than its limit. */
  readonly provableGain?: number;
  /** Samples with which the gate's own limit would be certified; null where unknown or impossible. */
  readonly needed: number | null;
  /**
   * Share of the samples that an unchanged candidate is expected to need when it is evaluated as far as its verdict takes,
   * which at worst is all of them; null where every sample is evaluated, or where that is unknown.
   */
  readonly expectedShare: number | null;
  /** What becomes of candidates, first of unchanged ones; absent where nobody asked for it. */
  readonly forecasts?: Forecasts;
  /** One sentence for people. */
  readonly says: string;
}

/** What of a dataset decides what it can show. */
export interface DatasetSize {
  /** Samples that will be asked; of several tasks, as many of one task as would be as certain. */
  readonly evaluated: number;
  /** Samples of all tasks, where these are several. */
  readonly inAll?: number;
  /** Whether that is all of them, answered once: a part of a benchmark cannot speak of exactly that benchmark by itself. */
  readonly isWhole: boolean;
  /** Share of the answers that a candidate is taken to flip; as is assumed, where nothing was measured. */
  readonly discordance?: number;
}

type Answer = Pick<Feasibility, 'outcome' | 'certifiable' | 'provableGain' | 'needed' | 'expectedShare'>;

/** What the number of samples means for one gate; pure. */
export function feasibilityOf(
  gate: Gate,
  metric: MetricDeclaration,
  size: DatasetSize,
  policy: Policy,
  evaluation: Design = 'full',
): Feasibility {
  const { evaluated, inAll: samples = evaluated } = size;
  const found = answerFor(gate, metric, { ...size, evaluation }, policy);
  const needed =
    found.needed === null ? null : Math.ceil(((found.needed * samples) / evaluated) * (1 - 1e-12));
  const answer = { ...found, needed };
  const says = message(gate, metric, samples, answer, policy);
  // Only means of one task are looked at as they come.
  const isLooked = ruleOf(gate).scope === 'metric' && metric.kind === 'mean';
  const all = evaluation === 'sequential' && !isLooked ? '; it takes all of them' : '';
  return { gate: gate.id, samples, ...answer, says: `${says}${all}` };
}

interface Size extends DatasetSize {
  readonly evaluation: Design;
}

export const NOTHING_KNOWN = { certifiable: null, needed: null, expectedShare: null };

function answerFor(gate: Gate, metric: MetricDeclaration, size: Size, policy: Policy): Answer {
  if (size.evaluated === 0) return { outcome: 'hopeless', ...NOTHING_KNOWN };
  if (metric.unit !== 'rate' || metric.kind !== 'mean') return { outcome: 'unknown', ...NOTHING_KNOWN };
  const { scope, limitSign } = ruleOf(gate);
  // How the samples fall into groups, and what other tasks lose, is known only after a run.
  if (scope !== 'metric' && scope !== 'average') return { outcome: 'unknown', ...NOTHING_KNOWN };
  const { limit } = gate;
  if (typeof limit === 'number') {
    if (metric.errors === undefined) return judgeValue(failureRate(limitSign, limit), size, policy);
    // The failures of a floor are what its scorer does not find, of which it knows less.
    return limitSign === 1
      ? judgeCorrected(limit, cleanCorrected(metric.errors), size, policy)
      : { outcome: 'unknown', ...NOTHING_KNOWN };
  }
  // A relative limit is largest at a baseline of 100 %, so what is hopeless there is hopeless everywhere.
  return limitSign === 1 ? judgeDrop(limit.value, size, policy) : judgeGain(limit.value, size, policy);
}

/**
 * At α = .05 and 90 % these are 2.93·√(d/n) and 8.56·d/m²; an unchanged model, so no true difference. Looked at ten times
 * the factors are 3.08 and 9.47: looks have their price, which stopping early pays back many times over.
 */
function certification(
  margin: number,
  { evaluated, evaluation, discordance = ASSUMED_DISCORDANCE }: Size,
  alpha: number,
) {
  const errors = { alpha, power: POWER };
  const samples = margin > 0 ? pairsNeeded(margin, discordance, errors) : null;
  const certifiable = smallestDetectableDrop(evaluated, discordance, errors);
  const price =
    evaluation === 'full'
      ? 1
      : lookPlan(evaluated, alpha, POWER).reach / (normalQuantile(1 - alpha) + normalQuantile(POWER));
  return {
    certifiable: certifiable * price,
    needed: samples === null ? null : Math.ceil(samples * price ** 2),
  };
}

/** In a sequential evaluation; bets on a benchmark or looks at a change. */
function shareOfChange(margin: number, size: Size, policy: Policy): number | null {
  const { evaluated, evaluation, discordance = ASSUMED_DISCORDANCE } = size;
  if (evaluation === 'full' || margin <= 0) return null;
  const alpha = policy.alpha.value;
  if (!judgesBenchmark(margin, size, policy)) {
    const distance = margin / Math.sqrt(discordance / evaluated);
    return lookPlan(evaluated, alpha, POWER).share(distance);
  }
  return size.isWhole ? betShare(evaluated, margin, discordance, alpha) : 1;
}

function judgeDrop(margin: number, size: Size, policy: Policy): Answer {
  const alpha = policy.alpha.value;
  const figures = {
    ...certification(margin, size, alpha),
    expectedShare: shareOfChange(margin, size, policy),
  };
  if (judgesBenchmark(margin, size, policy) || margin >= figures.certifiable) {
    return { outcome: 'certifies', ...figures };
  }
  // Tango's score test without a discordant pair is z(−m) = √(n·m / (1 − m)), so z² / (n + z²) is both the smallest
  // margin that identical answers prove and the half-width of their interval.
  const z =
    size.evaluation === 'full' ? normalQuantile(1 - alpha) : lookPlan(size.evaluated, alpha, POWER).last;
  const identical = z ** 2 / (size.evaluated + z ** 2);
  const outcome = outcomeAt(identical, clean(size.evaluated, policy.leanAlpha.value), margin, policy);
  return { outcome, ...figures };
}

/** Never hopeless: a gain may be as large as it likes. Certified means that a gain of twice the limit is proven. */
function judgeGain(limit: number, size: Size, policy: Policy): Answer {
  const certified = certification(limit, size, policy.alpha.value);
  const decided = judgesBenchmark(limit, size, policy) || limit >= certified.certifiable;
  // A candidate that gains twice the limit is the mirror image of one without a drop.
  const expectedShare = shareOfChange(limit, size, policy);
  const provable = provableGain(limit, size, policy.alpha.value);
  return {
    outcome: decided ? 'certifies' : 'undecided',
    ...certified,
    provableGain: provable,
    expectedShare,
  };
}

/**
 * The gain that is proven to exceed the limit as surely as an unchanged model is proven to lose less than one: whoever gains more
 * than models are taken to flip flips as many answers as that, all the same way.
 */
function provableGain(limit: number, size: Size, alpha: number): number {
  const { discordance = ASSUMED_DISCORDANCE } = size;
  let [low, high] = [limit, 1];
  for (let step = 0; step < 40; step += 1) {
    const gain = (low + high) / 2;
    const variance = Math.max(discordance, gain) - gain ** 2;
    const { certifiable } = certification(limit, { ...size, discordance: variance }, alpha);
    if (gain - limit < certifiable) low = gain;
    else high = gain;
  }
  return high;
}

/**
 * Zero events among n prove a rate below 1 − α^(1/n) (Clopper-Pearson), so a ceiling c needs n ≥ ln α / ln(1 − c). A
 * sequential evaluation asks that test too, at its end, where its own would need more samples than there are.
 */
function judgeValue(limit: number, size: Size, policy: Policy): Answer {
  const alpha = policy.alpha.value;
  const samples = size.evaluated;
  const isBenchmark = policy.target.value === 'benchmark';
  const certifiable = clean(samples, alpha);
  const needed = limit <= 0 ? null : limit >= 1 ? 1 : Math.ceil(Math.log(alpha) / Math.log1p(-limit));
  const seen = size.evaluation === 'full' || isBenchmark ? null : cleanSamples(samples, limit, alpha);
  const figures = { certifiable, needed, expectedShare: seen === null ? null : seen / samples };
  if (isBenchmark || certifiable <= limit) return { outcome: 'certifies', ...figures };
  const outcome = outcomeAt(certifiable, clean(samples, policy.leanAlpha.value), limit, policy);
  return { outcome, ...figures };
}

/** As `judgeValue`, of a scorer with known errors: whatever the target and the evaluation, by the fixed test on all samples. */
function judgeCorrected(limit: number, ruledOut: typeof clean, size: Size, policy: Policy): Answer {
  const alpha = policy.alpha.value;
  const certifiable = ruledOut(size.evaluated, alpha);
  const figures = { ...NOTHING_KNOWN, certifiable, needed: cleanNeeded(limit, ruledOut, alpha) };
  if (certifiable <= limit) return { outcome: 'certifies', ...figures };
  return {
    outcome: outcomeAt(certifiable, ruledOut(size.evaluated, policy.leanAlpha.value), limit, policy),
    ...figures,
  };
}

/** The smallest rate that so many samples without one event rule out at a level; so many pairs without a flip lean no further. */
const clean = (samples: number, level: number): number => 1 - level ** (1 / samples);

/**
 * @param best what the best of all candidates would prove
 * @param leant the smallest limit at which it would still lean to pass
 */
function outcomeAt(best: number, leant: number, limit: number, policy: Policy): FeasibilityOutcome {
  switch (policy.onInconclusive.value) {
    case 'lean':
      return leant > limit ? 'hopeless' : best >= limit ? 'leans' : 'undecided';
    case 'block':
      return best >= limit ? 'hopeless' : 'undecided';
    case 'warn':
      return 'undecided';
  }
}

/** Whether the verdict speaks of exactly these samples, where nothing stays undecided: method.md, step C. */
export function judgesBenchmark(
  margin: number,
  { evaluated, isWhole }: DatasetSize,
  policy: Policy,
): boolean {
  switch (policy.target.value) {
    case 'benchmark':
      return true;
    case 'population':
      return false;
    case 'auto': {
      const halfWidth = normalQuantile(1 - policy.alpha.value) * Math.sqrt(ASSUMED_DISCORDANCE / evaluated);
      return isWhole && halfWidth <= margin / 3;
    }
  }
}

const points = (share: number): string => String(Number(Math.min(100, 100 * share).toPrecision(2)));

function message(
  gate: Gate,
  metric: MetricDeclaration,
  samples: number,
  answer: Answer,
  policy: Policy,
): string {
  const limit = describeLimit(gate, metric.unit === 'rate' ? 'rate' : 'other');
  const isValue = ruleOf(gate).estimand === 'candidate';
  const { outcome, certifiable, provableGain: gain, needed, expectedShare } = answer;
  if (samples === 0) return `${gate.id}: the task has no samples`;
  const count = plural(samples, 'sample');
  const share = certifiable === null ? '' : points(certifiable);
  const smallest = isValue
    ? `${count} without one failure show a rate below ${share}%`
    : `${count} can prove ${share}pp`;
  const need =
    needed === null ? 'no number of samples proves it' : `${limit} needs ${plural(needed, 'sample')}`;
  const early =
    expectedShare === null
      ? ''
      : `; ${isValue ? 'a clean' : 'an unchanged'} candidate is expected to take ${(100 * expectedShare).toFixed(0)} % of them, at worst all`;
  switch (outcome) {
    case 'unknown':
      return `${gate.id}: which limit ${count} can prove is known only after a run`;
    case 'certifies':
      return `${gate.id}: ${count} ${samples === 1 ? 'is' : 'are'} enough for ${limit}${early}`;
    case 'undecided':
      return gain === undefined
        ? `${gate.id}: ${smallest}, ${need}${early}`
        : `${gate.id}: ${count} can prove it of candidates that gain about ${points(gain)}pp or more${early}`;
    case 'leans':
      return `${gate.id}: ${smallest}, ${need}; until then no result is a proven pass, and ${isValue ? 'one without a failure' : 'the best'} leans to pass (lean_alpha ${policy.leanAlpha.value})${early}`;
    case 'hopeless':
      return `${gate.id}: ${smallest}, ${need}; even a candidate without any fault would be blocked`;
  }
}

/** With what becomes of candidates, told behind all else; of a gate that blocks each of them that is told already. */
export function withForecasts(
  feasibility: Feasibility,
  forecasts: Forecasts,
  { onInconclusive }: Policy,
): Feasibility {
  if (feasibility.outcome === 'hopeless') return feasibility;
  const words =
    'missing' in forecasts
      ? `; what becomes of ${UNCHANGED} is not known without ${forecasts.missing}`
      : forecasts.map((forecast) => fateWords(forecast, onInconclusive.value)).join('');
  return { ...feasibility, forecasts, says: `${feasibility.says}${words}` };
}

/** `; of unchanged candidates 33 % are proven, 39 % lean to pass unproven and 28 % are blocked` */
function fateWords(
  { of, fate, passes = 'are proven' }: Forecast,
  onInconclusive: Policy['onInconclusive']['value'],
): string {
  const unproven = { lean: 'lean to pass unproven', block: '', warn: 'merge unproven' }[onInconclusive];
  const parts = [
    `${shareWords(fate.proven)} ${passes}`,
    ...(fate.unproven === 0 || unproven === '' ? [] : [`${shareWords(fate.unproven)} ${unproven}`]),
    `${shareWords(fate.blocked)} are blocked`,
  ];
  return `; of ${of} ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** No share that can be is called none or all. */
function shareWords(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  if (share < 1 && share > 0.995) return 'over 99 %';
  return `${(100 * share).toFixed(0)} %`;
}

/** The gate as an error of whoever wrote it, when a blocking gate could only ever block. */
export function hopelessGate(gate: Gate, feasibility: Feasibility): WeighbridgeError | undefined {
  if (feasibility.outcome !== 'hopeless' || gate.tier === 'advisory') return undefined;
  const { source } = gate;
  return new WeighbridgeError('config', feasibility.says, {
    ...(source.kind === 'file' ? { at: { file: source.file, line: source.line } } : {}),
    fix: 'use a larger dataset, raise the limit, or make the gate advisory',
  });
}
