import type { TaskComparison } from '../../compare/compare.ts';
import { type Feature, SHOWN_ALPHA } from '../../compare/drift-feature.ts';
import type { GateResult } from '../../domain/decision.ts';
import { DRIFT_LIMITS } from '../../domain/drift.ts';
import { formatCount, formatLevel, formatMargin, plural } from '../../domain/format.ts';
import { describeLimit, type Gate, type Policy } from '../../domain/gate.ts';
import type { MetricDeclaration } from '../../domain/metric.ts';
import { type ConfidenceLimits, limitsOfMost, testByLimits } from '../../stats/combined.ts';
import { binomialAtMost } from '../../stats/special/binomial.ts';
import { unknownTaskMessage } from '../messages.ts';
import { mismatchMessage } from '../mismatch-message.ts';
import { samplesByRoot } from '../needed.ts';
import { decideByLimits, isStop } from '../result.ts';
import { silenceOf } from '../sight.ts';
import { CHANGE } from './change.ts';
import { parseChange } from './limits.ts';
import type { Rule } from './rule.ts';

type DriftGate = Extract<Gate, { rule: 'max_drift' }>;

/**
 * Whether the answers of the two sides differ in a feature by more than the limit, either way, whatever is right. A pass proves that they
 * do not, a regression that they do, each at α. What was not kept, not asked alike, or cannot be read is no "no drift": prompts without a pair that
 * could be read are taken to have moved as far as can be, and below the coverage that the policy asks for nothing is said.
 */
function judgeDrift(gate: DriftGate, comparisons: readonly TaskComparison[], policy: Policy): GateResult {
  const comparison = comparisons.find(({ task }) => task === gate.task);
  const invalid = (...reasons: readonly string[]) => unjudged(gate, 'invalid', reasons, policy);
  if (comparison === undefined) return invalid(unknownTaskMessage(gate.task, comparisons));
  const { drift, mismatches } = comparison;
  const hard = mismatches.filter(({ severity }) => severity === 'hard');
  if (hard.length > 0) return invalid(...hard.map(mismatchMessage));
  if (drift === undefined) return invalid(`The answers to ${gate.task} were not compared.`);
  const { unmeasured, isStopped, answers, features } = drift;
  if (isStopped) return unjudged(gate, 'inconclusive', [notMeasured(gate, unmeasured ?? '')], policy);
  if (unmeasured !== null || answers === null) return invalid(notMeasured(gate, unmeasured ?? 'no answers'));
  const silence = silenceOf(gate, 'pass', {
    ...comparison,
    ...{ declaration: declarationOf(gate), baseline: () => null },
  });
  if (silence !== null) return invalid(silence);
  const named = features.filter(({ feature }) => feature === gate.feature);
  const own = named.filter((feature): feature is Feature => !('status' in feature));
  const [first] = own;
  const lost = named.find((feature) => 'status' in feature);
  if (lost !== undefined) return invalid(notMeasured(gate, lost.reason));
  if (first === undefined)
    return invalid(
      `Nothing tells the ${gate.feature} of the answers to ${gate.task}: ${NEEDS[gate.feature]}`,
    );
  const fewest = own.reduce((least, feature) => (feature.prompts < least.prompts ? feature : least), first);
  const { planned } = answers;
  if (fewest.prompts < policy.minCoverage.value * planned)
    return invalid(
      notMeasured(
        gate,
        `of ${plural(planned, 'prompt')} both answers to ${formatCount(fewest.prompts)} ${fewest.tooFew}, and at least ${formatLevel(policy.minCoverage.value)} must`,
      ),
    );
  const few = own.find(({ usedUnits }) => usedUnits < FEWEST);
  if (few !== undefined)
    return unjudged(
      gate,
      'inconclusive',
      [
        notMeasured(
          gate,
          `a limit is judged on at least ${FEWEST} independent prompts, and there are ${formatCount(few.usedUnits)}`,
        ),
      ],
      policy,
    );
  const limits = limitsOfMost(own.map(({ prompts, atWorst }) => atWorst((planned - prompts) / planned)));
  return judgedBy(gate, own, limits, planned, policy);
}

/** On fewer the limits of distances are too sure: docs/explanation/calibration.md. */
const FEWEST = 100;

/** What makes a feature that not every task has. */
const NEEDS: Readonly<Record<string, string>> = {
  meaning: 'add the scorer embedding_direction to it, for both sides.',
  judge: 'score it with a judge, on both sides.',
};

function judgedBy(
  gate: DriftGate,
  own: readonly Feature[],
  limits: ConfidenceLimits,
  planned: number,
  policy: Policy,
): GateResult {
  const alpha = policy.alpha.value;
  const measured = own.map(({ summary, prompts, usedUnits }) => ({ ...summary(), prompts, usedUnits }));
  const furthest = measured.reduce((most, each) =>
    Math.abs(each.effect.value) > Math.abs(most.effect.value) ? each : most,
  );
  const { verdict, leaning: ofLimits } = decideByLimits(limits, gate.limit.value, policy);
  // A p-value on the level to the digit is on it, however it was rounded.
  const isFew = atLimit(gate, measured, planned) >= policy.leanAlpha.value * (1 - 1e-9);
  const leaning = ofLimits === 'pass' && isFew ? 'regression' : ofLimits;
  const { pGreater: pWorse, pLess: pSafe } = testByLimits(limits, gate.limit.value);
  const p = Math.abs(furthest.effect.value) > gate.limit.value ? pWorse : pSafe;
  // A part of the baseline's is shown in its unit, as every relative limit is.
  const scale = gate.limit.kind === 'relative' ? Math.abs(furthest.baseline ?? 1) : 1;
  const side = (value: number | null) =>
    value === null ? null : { value, stderr: null, n: furthest.prompts };
  const { value, low, high } = furthest.effect;
  const scaled = (end: number | null) => (end === null ? null : end * scale);
  const { unit } = DRIFT_LIMITS[gate.feature];
  const delta = {
    ...{ value: value * scale, low: scaled(low), high: scaled(high) },
    ...{ level: 1 - 2 * SHOWN_ALPHA, method: 'drift' },
  };
  const [least, most] = [limits.lower(alpha), limits.upper(alpha)].map((end) =>
    Number.isFinite(end) ? formatMargin(end * scale, unit) : 'any size',
  );
  return {
    ...emptyResult(gate),
    ...{ verdict, leaning, margin: gate.limit.value * scale, delta, pairs: furthest.prompts },
    ...{ baseline: side(furthest.baseline), candidate: side(furthest.candidate) },
    unpaired: { baseline: 0, candidate: planned - furthest.prompts },
    test: { method: 'drift', statistic: null, pSafe, pWorse },
    needed: verdict === 'inconclusive' ? samplesByRoot(furthest.prompts, p, alpha) : null,
    blocks: gate.tier === 'blocking' && isStop(verdict, leaning, policy.onInconclusive.value),
    reasons: [
      `The drift in ${gate.feature} of the answers to ${plural(furthest.prompts, 'prompt')} of ${gate.task} lies between ${least} and ${most} (${formatLevel(1 - 2 * alpha)} interval)${unread(planned - furthest.prompts)}.`,
    ],
  };
}

/**
 * How probable so small a share is at the limit where every answer that moves moves one way. As of any other share, a lean also takes
 * this: where hardly any answer moved, its interval is too sure at `lean_alpha` (docs/explanation/method.md, undecided gates).
 */
function atLimit(
  { feature, limit }: DriftGate,
  own: readonly (ReturnType<Feature['summary']> & Pick<Feature, 'prompts' | 'usedUnits'>)[],
  planned: number,
): number {
  if (DRIFT_LIMITS[feature].unit !== 'rate') return 0;
  const probabilities = own.map(({ prompts, usedUnits, effect }) => {
    const unseen = (planned - prompts) / planned;
    const moved = unseen + (1 - unseen) * Math.abs(effect.value);
    return binomialAtMost(moved * usedUnits, usedUnits, limit.value);
  });
  return Math.max(...probabilities);
}

const unread = (prompts: number): string =>
  prompts === 0
    ? ''
    : `, with ${plural(prompts, 'prompt')} of which not both answers can be read taken to have moved as far as can be`;

const notMeasured = ({ feature, task }: DriftGate, why: string): string =>
  `The drift in ${feature} of the answers to ${task} was not measured: ${why}.`;

/** How a drift is told where a metric would be: less is better. */
const declarationOf = ({ feature }: DriftGate): MetricDeclaration => ({
  ...{ name: feature, direction: 'lower_is_better', kind: 'corpus', scale: 'linear', weak: false },
  ...{ unit: DRIFT_LIMITS[feature].unit, range: { min: 0, max: DRIFT_LIMITS[feature].most } },
});

const emptyResult = (gate: DriftGate) => ({
  ...{ id: gate.id, task: gate.task, metric: gate.metric, rule: gate.rule, tier: gate.tier },
  ...{ limit: describeLimit(gate, 'other'), margin: null, unit: DRIFT_LIMITS[gate.feature].unit },
  ...({ direction: 'lower_is_better', baseline: null, candidate: null, delta: null, bound: null } as const),
  ...{ pairs: 0, flips: null, test: null, minimumDetectable: null, needed: null },
  ...{ unpaired: { baseline: 0, candidate: 0 }, unscored: { baseline: 0, candidate: 0 } },
});

/** Silence is no evidence, so that nothing leans on it. */
function unjudged(
  gate: DriftGate,
  verdict: 'invalid' | 'inconclusive',
  reasons: readonly string[],
  { onInconclusive: { value: onInconclusive } }: Policy,
): GateResult {
  const leaning = verdict === 'inconclusive' && onInconclusive === 'lean' ? 'none' : null;
  const blocks = gate.tier === 'blocking' && isStop(verdict, leaning, onInconclusive);
  return { ...emptyResult(gate), verdict, leaning, blocks, reasons };
}

/** How far answers may drift, whatever is right. */
export const MAX_DRIFT: Rule<'max_drift'> = {
  ...CHANGE,
  ...{ name: 'max_drift', key: 'max_drift', scope: 'answers', limitSign: 1 },
  description:
    "Answers may differ from the baseline's by less than this, either way, whatever is right: `metric: chat/vocabulary`, `max_drift: 0.1`. `length` takes `10%rel`; `refusal`, `format`, `language`, `repetition` `5pp`; `vocabulary`, `meaning`, `judge` a number.",
  flag: null,
  signFor: () => 1,
  parse(written, unit) {
    const parsed = parseChange(written, unit);
    if (!parsed.ok || parsed.value.value > 0) return parsed;
    return {
      ok: false,
      message: 'no two models answer so alike that a drift of 0 could be proven',
      fix: 'write the drift that does not matter, such as 5pp, 10%rel or 0.05',
    };
  },
  allowsEverything: () => false,
  hypothesis: () => ({ refusal: 'A drift of answers is no single question.' }),
  judgeTasks: judgeDrift,
  forecast: () => ({ missing: 'the answers of both sides' }),
  limitPhrase: () => ['may drift by less than', ''],
  outcomePhrase: (holds) => [holds ? 'within the allowed' : 'more than the allowed', ''],
  questionPhrase: 'drifted by more than',
};
