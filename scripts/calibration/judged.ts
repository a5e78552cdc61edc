import { estimateOf, paired } from '../../src/core/compare/estimate.ts';
import { imputeCandidate, imputeDelta } from '../../src/core/compare/impute.ts';
import type { PairedScore } from '../../src/core/compare/score-table.ts';
import type { MetricScores } from '../../src/core/compare/scores.ts';
import { hypothesisOf } from '../../src/core/decide/rules/registry.ts';
import { type TestedHypothesis, testHypothesis } from '../../src/core/decide/test-hypothesis.ts';
import type { Change, SingleRule } from '../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import { ALPHA } from './exact.ts';

/** Scores of which none is missing. */
export function metricOf(declaration: MetricDeclaration, scores: readonly PairedScore[]): MetricScores {
  return {
    ...{ declaration, filter: null, scores },
    ...{ unpaired: { baseline: 0, candidate: 0 }, unscored: { baseline: 0, candidate: 0 } },
    whyUnscored: { baseline: null, candidate: null },
  };
}

/** A rule as a gate judges it; null where it is not judged at all. */
export function testRule(
  declaration: MetricDeclaration,
  scores: readonly PairedScore[],
  rule: SingleRule,
): TestedHypothesis | null {
  const metric = metricOf(declaration, scores);
  const hypothesis = hypothesisOf(rule, declaration, estimateOf(metric, paired('baseline')));
  if ('refusal' in hypothesis) throw new Error(hypothesis.refusal);
  const estimate =
    hypothesis.estimand === 'delta' ? imputeDelta(metric, hypothesis.relative) : imputeCandidate(metric);
  return estimate === null ? null : testHypothesis(hypothesis, estimate, ALPHA, 'population');
}

/** A `max_drop`, likewise. */
export const testDrop = (
  declaration: MetricDeclaration,
  scores: readonly PairedScore[],
  limit: Change,
): TestedHypothesis | null => testRule(declaration, scores, { rule: 'max_drop', limit });

export interface Errors {
  readonly pass: number;
  readonly regression: number;
}

/** Shares of runs that pass and fail, of scores drawn anew each time. */
export function sharesOf(
  runs: number,
  declaration: MetricDeclaration,
  limit: Change,
  draw: () => readonly PairedScore[],
): Errors {
  const shares = { pass: 0, regression: 0, inconclusive: 0 };
  for (let run = 0; run < runs; run += 1) {
    const verdict = testDrop(declaration, draw(), limit)?.verdict ?? 'inconclusive';
    shares[verdict] += 1 / runs;
  }
  return shares;
}

/** Both sides of a sample whose scores differ by `delta`, about the middle of [low, high]. */
export function sidesOf(delta: number, low = 0, high = 1): Pick<PairedScore, 'baseline' | 'candidate'> {
  const middle = (low + high) / 2;
  return {
    baseline: { numerator: middle - delta / 2, denominator: 1 },
    candidate: { numerator: middle + delta / 2, denominator: 1 },
  };
}
