import { correctedEstimate } from '../../compare/corrected.ts';
import { isZeroOrOne } from '../../compare/ends.ts';
import { CANDIDATE } from '../../compare/estimand.ts';
import { alone, estimateOf } from '../../compare/estimate.ts';
import { imputeCandidate } from '../../compare/impute.ts';
import type { MetricScores } from '../../compare/scores.ts';
import { formatValue } from '../../domain/format.ts';
import type { Policy } from '../../domain/gate.ts';
import { mulberry32, shuffled } from '../../stats/random.ts';
import { ratioOfSums } from '../../stats/ratio.ts';
import { canProveRate } from '../anytime.ts';
import { drawAnew, RESAMPLES, unitsByGroup } from '../draw-anew.ts';
import {
  type Ahead,
  type Fate,
  type Forecasts,
  fateOfRate,
  type MetricAhead,
  outcomeOfEstimate,
  outcomeOfTested,
  roundsFor,
  simulatedFate,
  UNCHANGED,
} from '../forecast.ts';
import { fateOfFailures } from '../forecast-in-order.ts';
import type { Hypothesis, HypothesisOrRefusal } from '../hypothesis.ts';
import { estimateOfEvents } from '../hypothetical.ts';
import { decideInOrder, isLookedAt } from '../sequential.ts';

export const NOT_STORED = {
  missing: "the baseline's own answers: name results of it as the baseline",
} as const;

/** What becomes of candidates that are as good as the baseline, under a ceiling or floor. */
export function valueForecast(
  asked: HypothesisOrRefusal,
  { metrics: [own], evaluation }: Ahead,
  policy: Policy,
): Forecasts {
  const { stored, declaration } = own;
  const baseline = stored === null ? null : estimateOf(stored, alone('baseline'));
  if (stored === null || baseline === null) return NOT_STORED;
  if ('refusal' in asked) return [];
  const isInferred = declaration.errors !== undefined;
  // What is behind the scores of a scorer with known errors is inferred from all of them, whatever the policy says.
  const target = isInferred ? { ...policy.target, value: 'population' as const } : policy.target;
  const inOrder = evaluation === 'sequential' && !isInferred;
  const fate = fateOfValue(asked, own, stored, inOrder, { ...policy, target });
  return [{ of: `${UNCHANGED}, at the baseline's ${formatValue(baseline.value, declaration.unit)},`, fate }];
}

function fateOfValue(
  asked: Hypothesis,
  own: MetricAhead,
  stored: MetricScores,
  inOrder: boolean,
  policy: Policy,
): Fate {
  const { declaration, rows, isWhole } = own;
  const parts = stored.scores.flatMap((score) => CANDIDATE.read(score) ?? []);
  const isCounted = isZeroOrOne(stored, parts) && stored.scores.every(({ cluster }) => cluster === null);
  if (!isCounted) return fateOfScores(asked, own, stored, inOrder, policy);
  const n = rows.length;
  const rate = ratioOfSums(parts);
  const estimateAt = (events: number) => {
    const observed = estimateOfEvents(events, n);
    return correctedEstimate(observed, declaration) ?? observed;
  };
  const isDecidedEarly =
    inOrder &&
    policy.target.value !== 'benchmark' &&
    (isLookedAt(asked.tolerance, n) || canProveRate(asked, n, policy.alpha.value));
  if (!isDecidedEarly) return fateOfRate(asked, n, rate, policy, isWhole, estimateAt);
  return asked.sign === 1
    ? fateOfFailures(asked, n, rate, policy, estimateAt)
    : fateOfFailures(asked, n, 1 - rate, policy, (failures) => estimateAt(n - failures));
}

/** Of any other scores: those of the baseline drawn anew, and judged by the gate's own test. */
function fateOfScores(
  asked: Hypothesis,
  { rows, isWhole }: MetricAhead,
  stored: MetricScores,
  inOrder: boolean,
  policy: Policy,
): Fate {
  const units = unitsByGroup([stored]);
  const random = mulberry32(rows.length);
  return simulatedFate(roundsFor(rows.length), () => {
    const [drawn = []] = drawAnew(units, 1, random, rows.length / stored.scores.length);
    const scores = shuffled(drawn, random);
    const metric = { ...stored, scores, resamples: RESAMPLES };
    const looked = inOrder ? decideInOrder(asked, metric, scores, !isWhole, policy) : null;
    if (looked !== null) return outcomeOfTested(looked.tested, policy);
    const estimate = imputeCandidate(metric);
    return estimate === null
      ? outcomeOfTested(null, policy)
      : outcomeOfEstimate(asked, estimate, policy, isWhole);
  });
}
