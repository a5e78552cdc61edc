import { estimateDelta } from '../../compare/estimate.ts';
import { byCodeUnits, displayKey, type SamplePair } from '../../compare/pair.ts';
import type { PairedScore } from '../../compare/score-table.ts';
import type { MetricScores } from '../../compare/scores.ts';
import type { CaseResult, GateResult } from '../../domain/decision.ts';
import { formatCount, plural } from '../../domain/format.ts';
import type { Gate, Policy } from '../../domain/gate.ts';
import { worseSign } from '../../domain/metric.ts';
import { isUnscored, SEVERITIES } from '../../domain/sample.ts';
import { fisherFewer } from '../../stats/fisher.ts';
import { ratioOfSums } from '../../stats/ratio.ts';
import { binomialAtMost } from '../../stats/special/binomial.ts';
import { type Ahead, balanced, type Forecasts, fateFrom, outcomeUnder, UNCHANGED } from '../forecast.ts';
import { factsOf, invalidGate, isStop } from '../result.ts';
import { listed } from './by-group.ts';
import { isFlipped, MOVES_UNKNOWN } from './change-forecast.ts';
import type { Rule } from './rule.ts';

type CasesGate = Extract<Gate, { rule: 'max_new_failures' }>;

/** A case that passes less often than this fails: of several answers most failed. */
const MOSTLY = 0.5;

/**
 * Judges test cases one by one, as a test runner does. The claim is about these cases and no population that they were drawn from, so that
 * there is no interval and no test: with one answer each, what was seen is all there is to see. Of several answers to a case, one that
 * disagrees is chance: one that always passed fails when most of the candidate's answers do. Any other that either side passes at
 * times is flaky and blocks nothing, unless the candidate is proven to pass it less often: by Fisher's exact test at alpha divided by the number
 * of flaky cases (Bonferroni). A case that has no score on either side leaves nothing to say of it, and so of the suite.
 */
function judgeCases(gate: CasesGate, metric: MetricScores, policy: Policy): GateResult {
  if (metric.declaration.kind !== 'mean')
    return invalidGate(gate, metric, [`${gate.metric} is no score of single cases.`]);
  const missing = metric.scores.flatMap((score) => missingIn(score, metric));
  if (metric.scores.length === 0) return invalidGate(gate, metric, [`${gate.task} has no case.`]);
  if (missing.length > 0)
    return invalidGate(gate, metric, [
      `${plural(missing.length, 'case')} could not be judged: ${listed(missing)}.`,
    ]);

  const [graded] = metric.scores.flatMap((score) => gradedIn(score, metric));
  if (graded !== undefined)
    return invalidGate(gate, metric, [`${gate.metric} is no pass or failure: ${graded}.`]);
  const all = metric.scores.map((score) => ({ ...caseOf(score, metric), score })).sort(gravestFirst);
  const doubted = all.filter(({ passed: { baseline, candidate } }) =>
    baseline === 1 ? candidate >= MOSTLY && candidate < 1 : baseline > 0,
  );
  const alpha = policy.alpha.value / doubted.length;
  const worse = new Set(doubted.filter(({ score }) => fewerPass(score, metric) <= alpha));
  const cases = (of: (each: (typeof all)[number]) => boolean): CaseResult[] =>
    all.filter(of).map(({ score: _, ...result }) => result);
  const steady = cases((each) => each.passed.baseline === 1 || worse.has(each));
  const failed = cases(
    (each) => worse.has(each) || (each.passed.baseline === 1 && each.passed.candidate < MOSTLY),
  );
  const flaky = cases((each) => doubted.includes(each) && !worse.has(each));
  const limit = gate.limit.value;
  const isBroken = breaks(failed, limit);
  const isBlind = !breaks(steady, limit) && gate.allowFloor !== true;
  const verdict = isBlind ? 'inconclusive' : isBroken ? 'regression' : 'pass';
  const leaning = isBlind && policy.onInconclusive.value === 'lean' ? 'none' : null;
  return {
    ...factsOf(gate, metric, null, null),
    delta: estimateDelta(metric, null, policy.alpha.value),
    cases: { failed, flaky },
    margin: null,
    verdict,
    bound: null,
    leaning,
    test: { method: 'cases', statistic: failed.length, pSafe: null, pWorse: null },
    minimumDetectable: null,
    needed: null,
    blocks: gate.tier === 'blocking' && isStop(verdict, leaning, policy.onInconclusive.value),
    reasons: [
      isBlind
        ? `The baseline passes ${plural(steady.filter(({ severity }) => severity !== 'warn').length, 'case')} that could block, which the limit of ${formatCount(limit)} allows to fail: nothing could break it.`
        : failuresMessage(failed, steady.length),
      ...(flaky.length === 0
        ? []
        : [
            `${plural(flaky.length, 'flaky case')}, which ${flaky.length === 1 ? 'blocks' : 'block'} nothing: ${named(flaky)}.`,
          ]),
    ],
  };
}

/**
 * Of candidates whose answers flip: none of the critical cases may fail, and of normal ones as many as the limit. Before the baseline has
 * answered nobody knows which it passes: as many flip of those as would of all.
 */
function forecastCases(
  { limit, allowFloor }: CasesGate,
  { metrics: [own] }: Ahead,
  policy: Policy,
): Forecasts {
  const { rows, stored, discordance } = own;
  if (!isFlipped(own)) return MOVES_UNKNOWN;
  const steady =
    stored === null
      ? rows
      : stored.scores.flatMap((score) =>
          score.baseline !== null && passedShare(score.baseline) === 1 ? caseOf(score, stored) : [],
        );
  const of = (severity: CaseResult['severity']) =>
    steady.filter((each) => (each.severity ?? 'normal') === severity).length;
  const [critical, normal] = [of('critical'), of('normal')];
  if (critical === 0 && normal <= limit.value && allowFloor !== true) {
    const unheard = outcomeUnder({ verdict: 'inconclusive', leaning: 'none' }, policy.onInconclusive.value);
    return [{ of: UNCHANGED, fate: fateFrom({ proven: 0, blocked: unheard === 'blocked' ? 1 : 0 }) }];
  }
  const share = Math.min(1, (balanced(discordance).worse * rows.length) / Math.max(1, steady.length));
  const passes = (1 - share) ** critical * binomialAtMost(limit.value, normal, share);
  return [{ of: UNCHANGED, fate: fateFrom({ proven: passes, blocked: 1 - passes }), passes: 'pass' }];
}

/** Whether so many failures are too many: one of a critical case, or more than the limit of normal ones. */
function breaks(failures: readonly CaseResult[], limit: number): boolean {
  const of = (severity: CaseResult['severity']) =>
    failures.filter((each) => each.severity === severity).length;
  return of('critical') > 0 || of('normal') > limit;
}

const SIDES = ['baseline', 'candidate'] as const;

/** What is missing of a case, by its name. */
function missingIn(score: PairedScore, metric: MetricScores): string[] {
  const pair = metric.pairOf?.(score.key) ?? null;
  return SIDES.flatMap((side) =>
    score[side] === null ? [`${displayKey(score.key)} (${side}: ${whyMissing(pair, side, metric)})`] : [],
  );
}

function whyMissing(
  pair: SamplePair | null,
  side: (typeof SIDES)[number],
  { declaration }: MetricScores,
): string {
  const sample = pair?.[side] ?? null;
  if (sample === null) return 'it was not run';
  const given = sample.scores[declaration.name];
  return given !== undefined && isUnscored(given) ? given.unscored : 'it has no score';
}

/** A case of which an answer neither passes nor fails; where nobody kept the scores of several answers, their mean has to do. */
function gradedIn(score: PairedScore, metric: MetricScores): string[] {
  const answers = SIDES.map((side) => answersOf(score, side, metric));
  return answers.flat().every((answer) => answer === 0 || answer === 1)
    ? []
    : [`${displayKey(score.key)} scores ${answers.map((each) => each.join(', ')).join(' and ')}`];
}

/** The score of each answer of a side. */
const answersOf = (score: PairedScore, side: (typeof SIDES)[number], { declaration, pairOf }: MetricScores) =>
  pairOf?.(score.key)?.[side]?.repeats?.scores[declaration.name] ?? [passedShare(score[side])];

/** How likely it is by chance that so few of the candidate's answers pass. */
function fewerPass(score: PairedScore, metric: MetricScores): number {
  const [before, after] = [answersOf(score, 'baseline', metric), answersOf(score, 'candidate', metric)];
  const counted = (answers: readonly unknown[]) => ({
    successes: answers.filter((answer) => answer === 1).length,
    of: answers.length,
  });
  return fisherFewer(counted(before), counted(after));
}

const passedShare = (part: PairedScore['baseline']): number => (part === null ? 0 : ratioOfSums([part]));

/** Of samples that are no test cases all are normal ones. */
function caseOf({ key, baseline, candidate }: PairedScore, metric: MetricScores): CaseResult {
  const pair = metric.pairOf?.(key) ?? null;
  const known = SIDES.map((side) => pair?.[side]?.case?.severity ?? 'normal');
  return {
    id: pair?.candidate?.id ?? key,
    // Where sides differ the graver counts: no side lowers what the other has.
    severity: SEVERITIES.find((severity) => known.includes(severity)) ?? 'normal',
    checks: pair?.candidate?.case?.failed ?? [],
    passed: {
      baseline: passedShare(baseline),
      candidate: passedShare(candidate),
    },
  };
}

const gravestFirst = (a: CaseResult, b: CaseResult): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byCodeUnits(a.id, b.id);

const named = (cases: readonly CaseResult[]): string =>
  listed(cases.map(({ id, severity }) => (severity === 'normal' ? id : `${id} (${severity})`)));

function failuresMessage(failed: readonly CaseResult[], steady: number): string {
  const passed = `${plural(steady, 'case')} that the baseline passes`;
  if (failed.length === 0) return `None of ${passed} fails.`;
  return `${formatCount(failed.length)} of ${passed} ${failed.length === 1 ? 'fails' : 'fail'}: ${named(failed)}.`;
}

/** How many samples that the baseline passes may fail, whatever share of all they are. */
export const MAX_NEW_FAILURES: Rule<'max_new_failures'> = {
  ...{ name: 'max_new_failures', key: 'max_new_failures', scope: 'cases', written: 'count' },
  ...{ estimand: 'delta', limitSign: 1 },
  description:
    'So many cases that the baseline passes may fail, such as 0: unit tests of a model, each named in the report. A critical case may never fail, and one of the severity `warn` never blocks.',
  flag: 'cases that the baseline passes and that may fail, such as behaviour/passed=0',
  signFor: () => -1,
  parse(written, unit) {
    if (unit !== 'rate')
      return {
        ok: false,
        message: 'the metric is no share of passes, so that nothing fails',
        fix: 'gate a metric of 0 and 1, such as `passed` of a task of cases',
      };
    if (!/^(?:0|[1-9]\d{0,8})$/.test(String(written)))
      return {
        ok: false,
        message: `${JSON.stringify(written)} is no number of cases`,
        fix: 'write a whole number, such as 0',
      };
    return { ok: true, value: { kind: 'count', value: Number(written) } };
  },
  misfit: (direction) => (worseSign({ direction }) === -1 ? null : { better: 'lower', use: 'max_rise' }),
  // How many cases there are is known when they are read.
  allowsEverything: () => false,
  hypothesis: () => ({ refusal: 'Test cases are no single question.' }),
  judgeMetric: judgeCases,
  forecast: forecastCases,
  limitPhrase: () => ['new failures: at most', ''],
  outcomePhrase: (holds) => [holds ? 'within the allowed' : 'and the limit is', ''],
  questionPhrase: 'has more new failures than',
};
