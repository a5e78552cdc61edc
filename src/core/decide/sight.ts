import { aggregateEstimate } from '../compare/aggregate-only.ts';
import { silentOf } from '../compare/answers.ts';
import type { TaskComparison } from '../compare/compare.ts';
import { alone, estimateOf } from '../compare/estimate.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { Answers, BySide, Estimate, GateResult, Guessing } from '../domain/decision.ts';
import { assertNever } from '../domain/errors.ts';
import { formatLevel, formatLimit, formatValue, plural } from '../domain/format.ts';
import { type Gate, lossesOf, type Policy } from '../domain/gate.ts';
import { type MetricDeclaration, worseSign } from '../domain/metric.ts';
import type { TaskRole } from '../domain/run.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isRightOrWrong } from '../metrics/registry.ts';
import { clopperPearsonLower } from '../stats/clopper-pearson.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import { slackOf } from './hypothesis.ts';
import { locateMetric } from './locate.ts';
import { isStop } from './result.ts';

/** What there is to see of a metric besides its scores. */
export interface Sight {
  readonly task: string;
  readonly role: TaskRole | null;
  readonly declaration: MetricDeclaration;
  /** The baseline on all samples that it has; worked out where it is asked for. */
  readonly baseline: () => Estimate | null;
  readonly answers: BySide<Answers | null>;
  /** Whether answers without a text are known to be just that, and none that was not kept. */
  readonly keepsAnswers: boolean;
  readonly guessing: Guessing;
}

const sightOf = (metric: MetricScores, { task, role, answers, keepsAnswers, guessing }: TaskComparison) => ({
  ...{ task, role, declaration: metric.declaration, baseline: () => baselineOf(metric) },
  ...{ answers, keepsAnswers, guessing },
});

/**
 * What the scores cannot tell of a gate. A proven regression stays one: it was seen. Whatever else was found on a model that
 * said nothing, or by a gate that could not have failed, proves nothing.
 */
export function inSight(
  gate: Gate,
  judged: GateResult,
  comparisons: readonly TaskComparison[],
  policy: Policy,
): GateResult {
  if (judged.verdict === 'invalid') return judged;
  const own: Sight[] = [];
  // A gain is its gate's own metric, whose losses are looked at elsewhere; an average has no metric but those of its tasks.
  for (const named of gate.rule === 'average' ? gate.of : [gate]) {
    const located = locateMetric(named, comparisons);
    if ('faults' in located) return judged;
    own.push(sightOf(located.metric, located.comparison));
  }
  for (const sight of own) {
    const silence = silenceOf(gate, judged.verdict, sight);
    if (silence !== null) return unproven(judged, silence, 'invalid', policy);
  }
  return own.reduce(withOddities, seen(gate, judged, own, comparisons, policy));
}

/** What of the gate's answer could have been another one. */
function seen(
  gate: Gate,
  judged: GateResult,
  own: readonly Sight[],
  comparisons: readonly TaskComparison[],
  policy: Policy,
): GateResult {
  if (judged.verdict === 'regression') return judged;
  const [first] = own;
  const blind =
    gate.rule === 'average'
      ? blindAverageOf(gate, judged, own, policy)
      : first === undefined
        ? null
        : (blindSpotOf(gate, judged.margin, first, policy) ?? blindLossOf(gate, comparisons, policy));
  if (blind === null) return judged;
  const reason = `This gate ${blind}.`;
  if (gate.allowFloor === true) {
    return { ...judged, reasons: [...judged.reasons, `${reason} allow_floor lets it decide.`] };
  }
  const fix =
    'Nothing follows from it: gate what the baseline is good at, or say allow_floor: true where this is meant.';
  return { ...unproven(judged, `${reason} ${fix}`, 'inconclusive', policy), blind };
}

/** The same numbers without what seemed to follow from them; no sample more would change that. */
function unproven(
  judged: GateResult,
  reason: string,
  verdict: 'invalid' | 'inconclusive',
  { onInconclusive: { value: onInconclusive } }: Policy,
): GateResult {
  const leaning = verdict === 'inconclusive' && onInconclusive === 'lean' ? 'none' : null;
  return {
    ...judged,
    ...{ verdict, leaning, test: null, minimumDetectable: null, needed: null },
    reasons: [reason, ...judged.reasons.slice(0, 1)],
    blocks: judged.tier === 'blocking' && isStop(verdict, leaning, onInconclusive),
  };
}

/** By so much more often than of the baseline's an answer has to be odd before a reader is warned. */
const ODD = 0.25;

const ODDITIES: readonly { readonly of: (health: Answers) => number; readonly says: string }[] = [
  { of: silentOf, says: 'are empty or show nothing' },
  { of: ({ repeating }) => repeating, says: 'go in circles' },
  { of: ({ truncated }) => truncated ?? 0, says: 'were cut at the limit on their length' },
  { of: ({ identical }) => identical, says: 'are one and the same' },
];

/** Signs of a broken model that no score need show, whatever the verdict. */
function withOddities(judged: GateResult, { answers, task }: Sight): GateResult {
  const { baseline, candidate } = answers;
  if (baseline === null || candidate === null || baseline.chosen || candidate.answers < FEWEST_ANSWERS)
    return judged;
  const found = ODDITIES.flatMap(({ of, says }) => {
    const [before, after] = [of(baseline) / baseline.answers, of(candidate) / candidate.answers];
    if (after - before < ODD) return [];
    return `${formatValue(after, 'rate')} of the candidate's answers to ${task} ${says}, against ${formatValue(before, 'rate')} of the baseline's: look at its outputs.`;
  });
  if (found.length === 0) return judged;
  return {
    ...judged,
    reasons: [...judged.reasons, ...found],
    warnings: [...(judged.warnings ?? []), ...found],
  };
}

/** From this share of answers on, a rate over all of them says more of the silence than of what was said. */
const NEAR_SILENT = 0.5;

/**
 * Why a silent candidate proves nothing, where no answer at all can be seen, or where a number that falls by silence fell with
 * it: rates of what is bad, ceilings, and whatever a safety task counts. Of another program an empty answer may be one that
 * was not kept, unless the baseline's were.
 */
export function silenceOf(
  gate: Pick<Gate, 'rule'>,
  verdict: Verdict,
  { declaration, role, answers, keepsAnswers, task }: Sight,
): string | null {
  const { baseline, candidate } = answers;
  if (candidate === null || (baseline ?? candidate).chosen) return null;
  const silent = silentOf(candidate);
  const shareOf = (side: typeof candidate) => silentOf(side) / side.answers;
  const spoke = baseline !== null && shareOf(baseline) < NEAR_SILENT;
  if (silent === candidate.samples && (spoke || keepsAnswers)) {
    return `All of the candidate's ${plural(silent, 'answer')} to ${task} are empty or show nothing, which is a broken checkpoint, template or stop text and no behaviour: look at what it is asked.`;
  }
  const falls =
    gate.rule === 'ceiling' ||
    gate.rule === 'max_group_gap' ||
    worseSign(declaration) === 1 ||
    role === 'safety';
  if (!falls || verdict === 'regression' || !spoke || shareOf(candidate) < NEAR_SILENT) return null;
  return `${formatValue(shareOf(candidate), 'rate')} of the candidate's answers to ${task} are empty or show nothing, against ${formatValue(shareOf(baseline), 'rate')} of the baseline's: silence keeps every ceiling and proves nothing. Look at its outputs.`;
}

/** What the baseline's own value is, on all samples that it has. */
function baselineOf(metric: MetricScores): Estimate | null {
  return metric.aggregates === undefined
    ? estimateOf(metric, alone('baseline'))
    : aggregateEstimate(metric, 'baseline');
}

/** Why no candidate could have failed this gate on one metric, or could have by guessing alone; null where it could see. */
export function blindSpotOf(
  gate: Exclude<Gate, { rule: 'average' }>,
  margin: number | null,
  sight: Sight,
  policy: Pick<Policy, 'alpha'>,
): string | null {
  switch (gate.rule) {
    case 'max_drop':
    case 'max_rise':
    case 'no_regression_by_group': {
      const allowed = margin ?? (gate.limit.kind === 'absolute' ? gate.limit.value : 0);
      return blindToLoss(sight, allowed, policy, gate.against);
    }
    case 'ceiling':
    case 'floor':
      return boundless(gate, sight);
    case 'min_gain':
    case 'net_gain':
    case 'max_group_gap':
    case 'max_new_failures':
    case 'max_drift':
      return null;
    default:
      return assertNever(gate);
  }
}

/** The first loss of a net gain that could not be seen: what cannot be lost pays for nothing. */
function blindLossOf(gate: Gate, comparisons: readonly TaskComparison[], policy: Policy): string | null {
  for (const loss of lossesOf(gate)) {
    const located = locateMetric(loss, comparisons);
    if ('faults' in located) continue;
    const blind = blindToLoss(sightOf(located.metric, located.comparison), 0, policy);
    if (blind !== null) return `weighs ${loss.task}/${loss.metric} and ${blind}`;
  }
  return null;
}

/**
 * The first task of an average that could not have lost anything, which would only water down what others lose; or all of them
 * together, where they have no more to lose than is allowed.
 */
function blindAverageOf(
  gate: Extract<Gate, { rule: 'average' }>,
  { margin, pairs, average = [] }: GateResult,
  own: readonly Sight[],
  policy: Policy,
): string | null {
  let most = 0;
  for (const [index, sight] of own.entries()) {
    const blind = blindToLoss(sight, 0, policy);
    if (blind !== null) return `averages ${sight.task}/${sight.declaration.name} and ${blind}`;
    most += (average[index]?.share ?? 0) * mostToLose(sight.declaration, sight.baseline());
  }
  return most > (margin ?? 0) + slackOf(Math.max(1, pairs))
    ? null
    : `cannot see a loss: the tasks of ${gate.task} have no more to lose than it allows`;
}

/** How far the baseline's value lies from the worst there is. */
function mostToLose(declaration: MetricDeclaration, baseline: Estimate | null): number {
  const worst = worstOf(declaration);
  return worst === null || baseline === null ? Infinity : Math.abs(baseline.value - worst);
}

const worstOf = (declaration: MetricDeclaration): number | null =>
  worseSign(declaration) === 1 ? declaration.range.max : declaration.range.min;

const SAME = 0.95;
const HALF = 0.5;
const FEWEST_ANSWERS = 10;

function blindToLoss(
  sight: Sight,
  allowed: number,
  { alpha: { value: alpha } }: Pick<Policy, 'alpha'>,
  name: 'baseline' | 'anchor' = 'baseline',
): string | null {
  const baseline = sight.baseline();
  if (baseline === null) return null;
  const { declaration } = sight;
  const { unit, range } = declaration;
  const value = `the ${name}'s ${declaration.name} of ${formatValue(baseline.value, unit)}`;
  const worst = worstOf(declaration);
  if (worst !== null && mostToLose(declaration, baseline) <= allowed + slackOf(baseline.n)) {
    return `cannot see a loss: ${value} could get worse by no more than the limit, since ${formatValue(worst, unit)} is the worst there is`;
  }
  const guess = guessOf(sight);
  if (guess !== null) {
    const low = lowerLimitOf(baseline, declaration, alpha);
    if (low <= guess.value) {
      return `cannot see a loss: ${value} is not proven to be better than ${formatValue(guess.value, unit)}, which ${guess.by} gets (its ${formatLevel(1 - 2 * alpha)} interval begins at ${formatValue(Math.max(low, range.min ?? low), unit)})`;
    }
  }
  const same = sameAnswers(sight, name);
  return same === null ? null : `cannot see a loss: ${same}`;
}

/** What somebody gets who has not read the questions, of metrics that count right answers. */
function guessOf({
  declaration,
  guessing: { chance, majority },
}: Sight): { readonly value: number; readonly by: string } | null {
  if (declaration.aggregate === 'mcc') return { value: 0, by: 'a guess' };
  if (declaration.aggregate === 'auc') return { value: 0.5, by: 'a guess' };
  if (worseSign(declaration) === 1 || declaration.unit !== 'rate' || declaration.kind !== 'mean') return null;
  const byChance = chance === null ? null : { value: chance, by: 'a guess among its choices' };
  const isByTarget = majority !== null && isRightOrWrong(declaration.name);
  const byMajority = isByTarget ? { value: majority, by: 'always giving the commonest answer' } : null;
  return byChance === null || (byMajority !== null && byMajority.value > byChance.value)
    ? byMajority
    : byChance;
}

/** Of a rate by counting, where that is lower: a mean of nothing but ones shows no spread. */
function lowerLimitOf(
  { value, stderr, n }: Estimate,
  { kind, unit }: MetricDeclaration,
  alpha: number,
): number {
  const byError = stderr === null ? -Infinity : value - normalQuantile(1 - alpha) * stderr;
  const isRate = kind === 'mean' && unit === 'rate' && value >= 0 && value <= 1;
  return isRate ? Math.min(byError, clopperPearsonLower(value * n, n, alpha)) : byError;
}

/**
 * Which side gives nearly every question the same answer, though they have different ones: as the targets say, or where these do not
 * tell, as the other side answers. One sentence of refusal may be all that a safety task asks for.
 */
function sameAnswers(
  { declaration, role, answers: { baseline, candidate }, guessing: { majority } }: Sight,
  name: 'baseline' | 'anchor',
): string | null {
  if (worseSign(declaration) === 1) return null;
  const differ = (other: Answers | null) =>
    majority === null
      ? role !== 'safety' && other !== null && other.identical < HALF * other.answers
      : majority < SAME;
  for (const [side, own, other] of [
    [name, baseline, candidate],
    ['candidate', candidate, baseline],
  ] as const) {
    if (own === null || own.answers < FEWEST_ANSWERS || own.identical < SAME * own.answers) continue;
    if (!differ(other)) continue;
    return `the ${side} gives the same answer to ${formatValue(own.identical / own.answers, 'rate')} of all questions, whatever they ask`;
  }
  return null;
}

/** A limit on a value that no value, or no guess, breaks. */
function boundless(
  { rule, limit }: Extract<Gate, { rule: 'ceiling' | 'floor' }>,
  sight: Sight,
): string | null {
  const { range, unit, name } = sight.declaration;
  const shown = `cannot fail: a ${rule} of ${formatLimit(limit, unit)}`;
  if (
    rule === 'ceiling' ? range.max !== null && limit >= range.max : range.min !== null && limit <= range.min
  )
    return `${shown} is the worst that ${name} can be`;
  const guess = rule === 'floor' ? guessOf(sight) : null;
  return guess !== null && limit <= guess.value
    ? `${shown} is no more than ${formatValue(guess.value, unit)}, which ${guess.by} gets`
    : null;
}
