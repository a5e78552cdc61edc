import type { TaskComparison } from '../compare/compare.ts';
import { correctedRates } from '../compare/corrected.ts';
import type { ImputedEstimate } from '../compare/imputed-estimate.ts';
import { FEWEST_MEASURED } from '../compare/measured.ts';
import { nameOf } from '../compare/metric-result.ts';
import { displayKey } from '../compare/pair.ts';
import type { AskedAgain } from '../compare/questions.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { DeltaEstimate, Estimate, GateResult, RepeatResult, TestResult } from '../domain/decision.ts';
import {
  formatChange,
  formatCount,
  formatDigest,
  formatLevel,
  formatValue,
  plural,
} from '../domain/format.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import { type MeasuredErrors, worseSign } from '../domain/metric.ts';
import type { StopReason } from '../domain/run.ts';
import type { ClassMetricName } from '../metrics/classes.ts';
import type { NotJudged } from '../metrics/corpus/aggregate.ts';
import type { Hypothesis } from './hypothesis.ts';
import type { SequentialOutcome } from './sequential.ts';
import { confidenceLimitOf, type TestedHypothesis } from './test-hypothesis.ts';

/** The messages that a reviewer reads. Each is a whole sentence: it carries its numbers, their units and what they mean. */

/** @param samples all that both sides have */
export function identicalMessage(samples: number): string {
  return `The candidate answers exactly as its baseline on all ${plural(samples, 'sample')}: was the adapter applied? Its weights are other ones, so that a model was asked that is not the one meant (policy.identical: warn lets it pass).`;
}

export function unknownTaskMessage(task: string, comparisons: readonly TaskComparison[]): string {
  const names = comparisons.map((comparison) => comparison.task);
  return `There is no task ${task} among the runs; ${names.length === 0 ? 'there are no runs' : `there are ${names.join(', ')}`}.`;
}

export function unknownMetricMessage(metric: string, { task, metrics }: TaskComparison): string {
  const names = metrics.map((known) => nameOf(known, metrics));
  return `No sample of ${task} has a score for ${metric}; ${names.length === 0 ? 'they have no scores at all' : `there are scores for ${names.join(', ')}`}.`;
}

/** Of a class nothing follows from a sum over all of them. */
export const classOfSumsMessage = ({ statistic, label }: ClassMetricName, task: string): string =>
  `${statistic} of the class ${JSON.stringify(label)} is counted from samples, and a run of ${task} holds sums alone: judge results that keep their samples, or gate a metric of all classes. To judge these again changes nothing.`;

export function ambiguousMetricMessage(metric: string, candidates: readonly MetricScores[]): string {
  const names = candidates.map(({ filter }) => `${metric},${filter ?? ''}`);
  return `${metric} has several filters, and each gives another value: name one of ${names.join(', ')}.`;
}

export function coverageMessage(usable: number, metric: MetricScores, minimum: number): string {
  const expected = metric.scores.length;
  const share = formatLevel(Math.floor((1e4 * usable) / expected) / 1e4);
  const why = (['baseline', 'candidate'] as const).flatMap((side) => {
    const reason = metric.whyUnscored[side];
    return reason === null
      ? []
      : ` Without a score on the ${side}: ${formatCount(metric.unscored[side])}, mostly because “${reason}”.`;
  });
  return `Only ${formatCount(usable)} of ${plural(expected, 'sample')} (${share}) have the scores that this gate needs; at least ${formatLevel(minimum)} must.${why.join('')}${aloneMessage(metric)}`;
}

/** With what cannot be seen, by which alone two ids may differ. */
const quotedId = (id: string): string =>
  JSON.stringify(id.slice(0, 60)).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (unseen) => `\\u${unseen.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Where each side has samples that the other lacks, these are more often named otherwise than others. */
function aloneMessage({ scores, unpaired, pairOf }: MetricScores): string {
  const [before, after] = [unpaired.baseline, unpaired.candidate];
  if (before === 0 || after === 0) return '';
  const first: { baseline?: string; candidate?: string } = {};
  for (const { key } of scores) {
    const pair = pairOf?.(key) ?? null;
    if (pair !== null && pair.candidate === null) first.baseline ??= key;
    if (pair !== null && pair.baseline === null) first.candidate ??= key;
    if (first.baseline !== undefined && first.candidate !== undefined) break;
  }
  const such = (key = '') => quotedId(displayKey(key));
  return ` ${formatCount(before)} are in the baseline alone (such as ${such(first.baseline)}) and ${formatCount(after)} in the candidate alone (such as ${such(first.candidate)}): ids have to be written alike.`;
}

export function capMessage(task: string): string {
  return `The runs of ${task} were capped to a part of its samples, and nobody says that it was drawn at random, so that it cannot say what the whole benchmark shows: remove the cap, or judge with target: population.`;
}

/** A sum over tasks is never narrowed to a finite list, however a capped task was drawn. */
export function cappedSumMessage(task: string): string {
  return `The runs of ${task} were capped to a part of its samples, and a sum over several tasks speaks of a whole benchmark only where every task was evaluated whole: remove the cap, or judge with target: population.`;
}

export function drawMessage(drawn: number, population: number): string {
  return `This speaks of all ${formatCount(population)} samples of the task, of which ${formatCount(drawn)} were drawn at random.`;
}

export function corpusMetricMessage(metric: string): string {
  return `${metric} is a function of all samples at once, and nobody says which: gate a metric with a score a sample, or keep its parts and name its aggregate.`;
}

export function notJudgedMessage(metric: string, { says, instead }: NotJudged): string {
  return `${metric} is shown and never judged: ${says}: gate ${instead}.`;
}

export function noValueMessage(metric: string): string {
  return `The candidate's scores add up to no value of ${metric}.`;
}

/** About a gate that was judged on the first samples of a random order. */
export function sequentialMessage({ tested, metric, planned }: SequentialOutcome): string {
  const { method } = tested.test;
  const seen = metric.scores.length;
  const of = `${formatCount(seen)} of ${plural(planned, 'planned sample')}`;
  if (tested.verdict === 'inconclusive')
    return `Looked at as it went (${method}), and undecided after ${of}.`;
  return `Decided by a sequential test (${method}) after ${of}; samples after that change nothing.`;
}

export function stopMessage(seen: number, planned: number, because: StopReason | undefined): string {
  const why = because === 'regression' ? 'since a regression was proven' : 'before this gate was decided';
  return `The evaluation stopped after ${formatCount(seen)} of ${plural(planned, 'planned sample')}, ${why}: here nothing is proven or ruled out. With --full, or policy.evaluation: full, all of them are evaluated.`;
}

const NO_RESAMPLES =
  'The samples allow no interval: some resamples of them have no value, or too few show any difference.';

const NO_INTERVAL =
  'Less than two independent samples of one weight have no interval: nothing can be proven or ruled out.';

function deltaMessage(
  name: string,
  baseline: Estimate,
  candidate: Estimate,
  delta: DeltaEstimate,
  metric: MetricScores,
): string {
  const { unit } = metric.declaration;
  const interval =
    delta.low === null || delta.high === null
      ? 'no interval'
      : `${formatLevel(delta.level)} interval ${formatChange(delta.low, unit)} to ${formatChange(delta.high, unit)}`;
  const from = `from ${formatValue(baseline.value, unit)} to ${formatValue(candidate.value, unit)}`;
  const count = plural(candidate.n, metric.aggregates === undefined ? 'pair' : 'sample');
  return `${name} went ${from}, a change of ${formatChange(delta.value, unit)} (${interval}, ${count}).`;
}

/** Rounded down: what is certain is less than that of one sample more. */
function effectiveMessage(effective: number, samples: number): string {
  return `Clusters, weights or lengths leave ${plural(samples, 'sample')} as much to say as ${formatCount(Math.floor(effective))} independent ones of one weight (effective sample size).`;
}

function valueMessage(
  name: string,
  candidate: Estimate,
  confidenceLimit: GateResult['bound'],
  { declaration: { unit } }: MetricScores,
): string {
  const limit =
    confidenceLimit === null
      ? 'no limit'
      : `${formatLevel(confidenceLimit.level)} ${confidenceLimit.side} limit ${formatValue(confidenceLimit.value, unit)}`;
  return `${name} is ${formatValue(candidate.value, unit)} for the candidate (${limit}, ${plural(candidate.n, 'sample')}).`;
}

/** What an observed rate and the limit beside it have to do with each other. */
function correctedMessage(observed: number, errors: MeasuredErrors): string {
  const share = (rate: number) => formatValue(rate, 'rate');
  const from = (low: number, high: number) => (low === high ? share(low) : `${share(low)} to ${share(high)}`);
  const { sensitivity, specificity } = errors;
  const { low, high } = correctedRates(observed, errors);
  const behind = Number.isNaN(low + high) ? 'nobody knows how many' : from(low, high);
  return `That is what the scorer calls so. It finds ${from(sensitivity.least.rate, sensitivity.most.rate)} of what is there, and is wrong about ${from(1 - specificity.most.rate, 1 - specificity.least.rate)} of the rest, so that ${behind} are behind it: the limit, and the verdict, are about those.`;
}

/** Without p-values, which mean nothing to most who read a comment: `explain` has them, beside a sentence. */
export function verdictMessage(
  { verdict, target, test }: TestedHypothesis,
  { forbidden }: Hypothesis,
): string {
  if (target === 'benchmark') return benchmarkMessage(verdict, forbidden);
  const stated = capitalise(forbidden);
  switch (verdict) {
    case 'pass':
      return `${stated} is ruled out.`;
    case 'regression':
      return `${stated} is proven.`;
    case 'inconclusive':
      return `${stated} is neither ruled out${openBy(test.pSafe)} nor proven${openBy(test.pWorse)}.`;
  }
}

const openBy = (p: TestResult['pSafe']): string => (p === null ? ' (missing scores leave it open)' : '');

function benchmarkMessage(verdict: TestedHypothesis['verdict'], forbidden: string): string {
  const seen = 'Judged on exactly this benchmark, without inference to other questions';
  switch (verdict) {
    case 'pass':
      return `${seen}: there is not ${forbidden}.`;
    case 'regression':
      return `${seen}: there is ${forbidden}.`;
    case 'inconclusive':
      return `${seen}: whether there is ${forbidden} depends on samples that have no score.`;
  }
}

/**
 * Signs that a run is broken rather than bad. Every answer worthless is what a wrong regular expression or template looks
 * like, and where both sides share it, nothing changed and the gate may well pass.
 */
export function warnings({ declaration }: MetricScores, candidate: Estimate | null): string[] {
  const { range, kind, name } = declaration;
  const isLowest = candidate?.value === 0 && (range.min === 0 || (candidate.stderr ?? 0) === 0);
  if (worseSign(declaration) !== -1 || !isLowest) return [];
  const samples = plural(candidate.n, 'sample');
  // Of all samples at once, such as of one class, a sample has no score of its own.
  return kind === 'corpus'
    ? [
        `${name} of the candidate's ${samples} is exactly 0, which is more often a broken format or template than a lost skill: look at its outputs.`,
      ]
    : [
        `Every one of the candidate's ${samples} scored exactly 0, which is more often a broken format or template than a lost skill: look at its outputs.`,
      ];
}

/** A ceiling at the limit would pass in 10 to 17 % of runs where 5 % is promised (docs/explanation/method.md, latency and cost). */
export const timeValueMessage = (metric: string): string =>
  `${metric} is measured by a clock, and its own value has tails on which this would be proven too often: limit its change, or set a ceiling to a time that most answers keep (_p95, _p50).`;

export const machineUnknownMessage = (metric: string): string =>
  `Nobody recorded on which machine ${metric} was measured, so that two of them cannot be ruled out: let Weighbridge ask both models.`;

/** Seconds of two machines say as much of the machines as of the models. */
export const machinesMessage = (metric: string, machines: readonly string[]): string =>
  `${metric} was measured on different machines, which are not compared: ${machines.slice(0, 3).join(' | ')}. Evaluate both sides on one.`;

/** Each is 0 or 1: of shares there can be fewer behind the same error, which is what is judged by. */
function roundedMessage(side: string, [fewest, most]: readonly [number, number]): string {
  const lies =
    fewest === most
      ? `n is ${formatCount(fewest)}`
      : `n lies between ${formatCount(fewest)} and ${formatCount(most)}, and is taken as ${formatCount(fewest)}`;
  return `How many samples the ${side} rests on is not said. By its value and standard error, which were rounded, ${lies} where each is right or wrong; the error is taken as large as it can have been.`;
}

/** What a reader should know before trusting the numbers, whatever the verdict. */
export function cautions(metric: MetricScores, estimate: ImputedEstimate | null): string[] {
  const { declaration, scores } = metric;
  const missing = metric.aggregates === undefined ? scores.length - (estimate?.n ?? scores.length) : 0;
  const found: string[] = [];
  if (missing > 0) {
    found.push(
      `${plural(missing, 'sample')} without scores counted as bad as can be for a pass and as good as can be for a failure.`,
    );
  }
  for (const side of ['baseline', 'candidate'] as const) {
    const rounded = metric.aggregates?.[side]?.rounded;
    if (rounded !== undefined) found.push(roundedMessage(side, rounded.n));
  }
  if (metric.askedAgain !== undefined) found.push(askedAgainMessage(metric.askedAgain));
  if (metric.repeats !== undefined) found.push(...noiseMessage(metric.repeats));
  if (estimate?.sparse) {
    found.push(
      declaration.kind === 'corpus'
        ? 'Fewer than ten independent samples differ, so one more at the worst possible value was assumed.'
        : 'Few independent samples moved far, so one more at the worst possible value was assumed, or from ten on a part of one.',
    );
  }
  if (metric.machines !== undefined) {
    found.push(...measuredMessages(metric.machines, estimate));
  } else if (estimate?.rangeless) {
    found.push(
      `Nobody says between which values ${declaration.name} lies, and what these few samples say of it depends on that: declare its range, or evaluate at least 200 independent samples.`,
    );
  } else if (estimate?.approximate) {
    found.push(
      declaration.kind === 'mean'
        ? `Nobody says between which values ${declaration.name} lies, so the range that was seen was taken for it: the error is approximate.`
        : `Fewer than 100 independent samples of scores without a range: the error is approximate.`,
    );
  }
  if (declaration.weak) {
    found.push(
      `${declaration.name} is weak evidence by its own declaration: read the samples before trusting it.`,
    );
  }
  return found;
}

function measuredMessages(machines: readonly string[], estimate: ImputedEstimate | null): string[] {
  return [
    `Measured on ${machines.join(' | ')}, each side at its own time: what the machine did otherwise then is in the change.`,
    ...(estimate?.rangeless
      ? [`So few answers say nothing of a time, whose tails are long: measure at least ${FEWEST_MEASURED}.`]
      : []),
  ];
}

/** Share of the variance from which on more answers help more than anything that is left. */
const MOSTLY_NOISE = 0.5;

/** Without any chance between answers the variance would be 1 − share of what it is; an estimate of all is one of nearly all. */
function noiseMessage({ noiseShare: share, answers }: RepeatResult): string[] {
  if (share === null || share <= MOSTLY_NOISE) return [];
  const { baseline, candidate } = answers;
  const each = baseline === candidate ? `${baseline}` : `${baseline} and ${candidate}`;
  const least = Math.min(baseline, candidate) < 2 ? 'At least ' : '';
  return [
    capitalise(
      `${least}${formatLevel(share)} of the variance of the deltas is chance between answers to one question, of which there are ${each}: raise repeats, which could narrow the interval to ${Math.sqrt(Math.max(0.01, 1 - share)).toFixed(2)} of its width.`,
    ),
  ];
}

function askedAgainMessage({ rows, of, first }: AskedAgain): string {
  const named = formatDigest(first.map(displayKey).join(' and '));
  return `${formatCount(rows)} of ${plural(of, 'row')} ask the same as another, such as ${named}: the rows of one question are one cluster.`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What was observed, and what follows from it. */
export function gateMessages(
  gate: Gate,
  {
    baseline,
    candidate,
    delta,
    effective,
  }: Pick<GateResult, 'baseline' | 'candidate' | 'delta' | 'effective'>,
  metric: MetricScores,
  hypothesis: Hypothesis,
  tested: TestedHypothesis | null,
  policy: Policy,
): string[] {
  const name = `${gate.metric} on ${gate.task}${gate.against === undefined ? '' : `, against the ${gate.against},`}`;
  const observed =
    hypothesis.estimand === 'candidate' && candidate !== null
      ? [
          valueMessage(
            name,
            candidate,
            confidenceLimitOf(hypothesis, tested, metric, policy.alpha.value),
            metric,
          ),
        ]
      : baseline !== null && candidate !== null && delta !== null
        ? [deltaMessage(name, baseline, candidate, delta, metric)]
        : [];
  const { errors } = metric.declaration;
  if (errors !== undefined && hypothesis.estimand === 'candidate' && candidate !== null)
    observed.push(correctedMessage(candidate.value, errors));
  if (effective !== undefined) observed.push(effectiveMessage(effective, candidate?.n ?? 0));
  if (tested === null) {
    return [...observed, metric.declaration.kind === 'corpus' ? NO_RESAMPLES : NO_INTERVAL];
  }
  return [...observed, verdictMessage(tested, hypothesis)];
}
