import type { TaskComparison } from '../compare/compare.ts';
import {
  agreementOn,
  type CorrectedChange,
  correctedChange,
  correctedInterval,
  LEAST_KAPPA,
  shownCorrection,
} from '../compare/judge-agreement.ts';
import { judgeLikes } from '../compare/judge-likes.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { GateResult, JudgeAgreement } from '../domain/decision.ts';
import { formatChange } from '../domain/format.ts';
import { type Gate, metricsOfGate, type NamedMetric, type Policy } from '../domain/gate.ts';
import type { Grading, HumanLabels, TaskLabels } from '../domain/labels.ts';
import type { JudgedGate } from './gate.ts';
import type { Hypothesis } from './hypothesis.ts';
import { locateMetric } from './locate.ts';
import { isStop } from './result.ts';
import { saidLikes } from './said-likes.ts';

/** A metric of the gate that a model graded. */
interface GradedMetric {
  readonly metric: MetricScores;
  readonly comparison: TaskComparison;
  readonly judge: NonNullable<MetricScores['declaration']['judge']>;
}

/** Whether a model graded any of the gate's metrics. */
export const isJudged = (gate: Gate, comparisons: readonly TaskComparison[]): boolean =>
  gradedMetrics(gate, comparisons).length > 0;

function gradedMetrics(gate: Gate, comparisons: readonly TaskComparison[]): readonly GradedMetric[] {
  return metricsOfGate(gate).flatMap((named: NamedMetric) => {
    const located = locateMetric(named, comparisons);
    if (!('comparison' in located)) return [];
    const { judge } = located.metric.declaration;
    return judge === undefined ? [] : [{ ...located, judge }];
  });
}

/**
 * A gate on grades that a model gave blocks only where people are known to agree with it: where the lower limit of kappa is high
 * enough. Otherwise it is advisory, whatever the config says. Where the judge is proven to see another change than people do, what
 * people see decides (PPI++), and where labels are named that cannot be had, nothing does.
 */
export function weighJudge(
  gate: Gate,
  judged: JudgedGate,
  comparisons: readonly TaskComparison[],
  labels: HumanLabels,
  policy: Policy,
): GateResult {
  const result = weighed(gate, judged, comparisons, labels, policy);
  const { judge } = result;
  const own = gradedMetrics(gate, comparisons).find((each) => each.judge.of.includes(judge?.metric ?? ''));
  if (judge === undefined || own === undefined) return result;
  const { comparison } = own;
  const grading = labels.get(comparison.task)?.metrics.get(judge.metric);
  const likes = judgeLikes(comparison, judge.metric, grading, policy.alpha.value);
  if (likes === null) return result;
  return {
    ...result,
    judge: { ...judge, likes },
    reasons: [...result.reasons, ...saidLikes(likes, result.unit)],
  };
}

function weighed(
  gate: Gate,
  { result, hypothesis }: JudgedGate,
  comparisons: readonly TaskComparison[],
  labels: HumanLabels,
  policy: Policy,
): GateResult {
  const graded = gradedMetrics(gate, comparisons);
  const alpha = policy.alpha.value;
  const own = graded.map((each) => ({ ...each, labels: labels.get(each.comparison.task) }));
  const fault = own.find((each) => each.labels?.fault != null)?.labels?.fault;
  if (fault != null) return withoutLabels(result, fault);
  const agreements = own.flatMap(({ comparison, judge, labels: given }) =>
    judge.of.map((name) => agreementIn(comparison, name, judge, given, alpha)),
  );
  const [worst] = agreements.sort((one, other) => (one.low ?? -Infinity) - (other.low ?? -Infinity));
  if (worst === undefined) return result;
  // Of grades that are missing nothing follows for the judge either: to be without them must not let a merge go.
  if (result.verdict === 'invalid' && own.some((each) => each.labels !== undefined))
    return { ...result, judge: worst };
  const judged = { ...result, judge: worst };
  if (worst.low === null || worst.low < LEAST_KAPPA)
    return advisory(
      judged,
      whyNotTrusted(worst, own.find((each) => each.labels !== undefined)?.labels?.file),
    );
  const favoured = own.flatMap((each) =>
    (each.judge.apart === true ? each.judge.of : []).filter((name) => isFavoured(each, name, alpha)),
  )[0];
  if (favoured !== undefined)
    return advisory(
      judged,
      `the judge is proven to see another change of ${favoured} than people do, of whose grades none follow for this one: gate ${favoured}, which is then decided by theirs`,
    );
  const trusted = { ...judged, reasons: [...result.reasons, `T${agreed(worst).slice(1)}.`] };
  // Where there is a hypothesis, it is about one metric.
  const [only] = own;
  if (only === undefined || hypothesis === null || only.judge.apart === true) return trusted;
  return corrected(trusted, worst, only, hypothesis, policy);
}

function agreementIn(
  { metrics }: TaskComparison,
  name: string,
  judge: GradedMetric['judge'],
  labels: TaskLabels | undefined,
  alpha: number,
): JudgeAgreement {
  const metric = metrics.find(({ declaration }) => declaration.name === name);
  const none = { baseline: 0, candidate: 0 };
  // A criterion of which there are no scores is agreed on by nobody.
  if (metric === undefined) {
    const unknown = { exact: null, kappa: null, low: null, high: null, needed: null };
    return {
      metric: name,
      labels: none,
      ...unknown,
      level: 1 - 2 * alpha,
      bias: { baseline: null, candidate: null },
    };
  }
  return agreementOn(metric, judge, labels?.metrics.get(name), alpha);
}

/** Whether the judge is proven to see another change than people in a metric that stands for this one. */
function isFavoured(
  { comparison, labels }: GradedMetric & { readonly labels: TaskLabels | undefined },
  name: string,
  alpha: number,
): boolean {
  const metric = comparison.metrics.find(({ declaration }) => declaration.name === name);
  const grading = labels?.metrics.get(name);
  return (
    metric !== undefined &&
    grading !== undefined &&
    correctedChange(metric, grading, alpha)?.isBiased === true
  );
}

const withoutLabels = (result: GateResult, fault: string): GateResult => ({
  ...result,
  ...{ verdict: 'invalid', leaning: null, test: null, minimumDetectable: null, needed: null },
  reasons: [`What the judge is worth cannot be told: ${fault}`],
  blocks: result.tier === 'blocking',
});

const advisory = (
  { judge, ...result }: GateResult & { readonly judge: JudgeAgreement },
  why: string,
): GateResult => ({
  ...result,
  judge: result.tier === 'blocking' ? { ...judge, demotes: true } : judge,
  tier: 'advisory',
  blocks: false,
  reasons: [`Advisory, since ${why}.`, ...result.reasons],
});

/** @param file of the labels; undefined where none is named */
function whyNotTrusted(judge: JudgeAgreement, file: string | undefined): string {
  const n = judge.labels.baseline + judge.labels.candidate;
  if (n === 0 && file !== undefined) {
    return `none of the grades in ${file} is of an answer that was given here: have people grade some of these answers`;
  }
  if (n === 0) {
    return "nobody's grades say what the judge is worth: have people grade some of these answers, and name the file as labels of the judge";
  }
  if (judge.kappa === null)
    return `the judge and people give all ${n} answers the same grade, which tells nothing of it`;
  const cure =
    judge.needed === null
      ? 'Another rubric or another judge would have to agree better'
      : `About ${judge.needed} labels would show that it may block, if that holds`;
  return `${agreed(judge)}, and the lower limit has to be ${LEAST_KAPPA}. ${cure}`;
}

function agreed({ kappa, low, high, level, labels, metric }: JudgeAgreement): string {
  const two = (value: number | null) => (value ?? Number.NaN).toFixed(2).replace('-', '−');
  const n = labels.baseline + labels.candidate;
  return `the judge agrees with people on ${n} answers by ${metric} with kappa ${two(kappa)} (${Math.round(level * 100)} % interval ${two(low)} to ${two(high)})`;
}

/** People's grades of the metric itself: of a mean of criteria those answers of which all are graded. */
function gradingOf({ judge, labels }: GradedMetric & { readonly labels: TaskLabels | undefined }): Grading {
  const gradings = judge.of.map((name) => labels?.metrics.get(name));
  const meanOn = (side: 'baseline' | 'candidate'): ReadonlyMap<string, number> => {
    const [first, ...others] = gradings.map((grading) => grading?.[side] ?? new Map<string, number>());
    const means = new Map<string, number>();
    for (const [key, grade] of first ?? []) {
      const more = others.flatMap((each) => each.get(key) ?? []);
      if (more.length === others.length) {
        means.set(key, more.reduce((total, each) => total + each, grade) / gradings.length);
      }
    }
    return means;
  };
  return { baseline: meanOn('baseline'), candidate: meanOn('candidate') };
}

function corrected(
  result: GateResult,
  judge: JudgeAgreement,
  own: GradedMetric & { readonly labels: TaskLabels | undefined },
  hypothesis: Hypothesis,
  policy: Policy,
): GateResult {
  const alpha = policy.alpha.value;
  const change = hypothesis.estimand === 'delta' ? correctedChange(own.metric, gradingOf(own), alpha) : null;
  // What could not be judged, or could not have failed, is not proven by anybody's grades.
  if (change === null || result.verdict === 'invalid' || result.blind !== undefined) return result;
  const shown = shownCorrection(change, change.isBiased, alpha);
  const say = (value: number | null) => formatChange(value ?? Number.NaN, result.unit);
  const says = `With the grades of people on ${change.labels} samples (PPI++) the change is ${say(shown.value)} (${say(shown.low)} to ${say(shown.high)})`;
  const told = { ...result, judge: { ...judge, corrected: shown } };
  if (!change.isBiased) return { ...told, reasons: [...result.reasons, `${says}.`] };
  // Samples that were looked at as they came have no fixed test.
  const isFixed = result.sequence === undefined;
  const within = (at: number) => isFixed && degradationAt(change, hypothesis, at).high < hypothesis.boundary;
  const beyond = isFixed && degradationAt(change, hypothesis, alpha).low > hypothesis.boundary;
  const verdict = within(alpha) ? 'pass' : beyond ? 'regression' : 'inconclusive';
  const isLean = verdict === 'inconclusive' && policy.onInconclusive.value === 'lean';
  const leaning = isLean ? (within(policy.leanAlpha.value) ? 'pass' : 'regression') : null;
  return {
    ...told,
    ...{ verdict, leaning, test: null, minimumDetectable: null, needed: null },
    reasons: [
      `The judge is proven to see another change than people do, so that theirs decides. ${says}.`,
      ...result.reasons.slice(1),
    ],
    blocks: result.tier === 'blocking' && isStop(verdict, leaning, policy.onInconclusive.value),
  };
}

/** Turned so that plus is worse. */
function degradationAt(change: CorrectedChange, { sign }: Hypothesis, alpha: number) {
  const { low, high } = correctedInterval(change, alpha);
  return sign === 1 ? { low, high } : { low: -high, high: -low };
}
