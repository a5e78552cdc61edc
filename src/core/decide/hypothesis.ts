import type { Estimate } from '../domain/decision.ts';
import { assertNever } from '../domain/errors.ts';
import { formatLimit, formatMargin } from '../domain/format.ts';
import type { GateRule, SingleRule } from '../domain/gate.ts';
import type { MetricDeclaration } from '../domain/metric.ts';

/**
 * What a gate asks, with direction, relative limits and logarithmic scales worked out: whether the number `about` lies
 * on the safe side of `boundary`. Everything after this speaks of numbers being greater or less, never of better.
 */
export interface Hypothesis {
  /** The candidate − baseline difference, or the candidate's own value; on the judged scale. */
  readonly about: 'delta' | 'candidate';
  readonly safeSide: 'greater' | 'less';
  readonly boundary: number;
  /** The limit in the metric's own unit. */
  readonly margin: number;
  /** The width on the judged scale against which uncertainty is measured: half-widths within twice it can lean. */
  readonly tolerance: number;
  /** What a pass proves, such as `a drop of 2 pp or more`, said as what is ruled out. */
  readonly forbidden: string;
}

/** What a rule is about: the candidate's change, or its own value whatever the baseline does. */
export function estimandOf({ rule }: GateRule): Hypothesis['about'] {
  switch (rule) {
    case 'max_drop':
    case 'min_gain':
    case 'no_regression_by_group':
    case 'net_gain':
      return 'delta';
    case 'ceiling':
    case 'floor':
      return 'candidate';
    default:
      return assertNever(rule);
  }
}

export type HypothesisOrRefusal = Hypothesis | { readonly refusal: string };

/** @param baseline the baseline's shown value, against which relative limits count; null when there is none */
export function hypothesisOf(
  rule: SingleRule,
  metric: MetricDeclaration,
  baseline: Estimate | null,
): HypothesisOrRefusal {
  switch (rule.rule) {
    case 'max_drop':
    case 'min_gain':
      return changeClaim(rule, metric, baseline);
    case 'ceiling':
    case 'floor':
      return valueClaim(rule, metric);
    default:
      return assertNever(rule);
  }
}

type ChangeRule = Extract<GateRule, { rule: 'max_drop' | 'min_gain' }>;

function changeClaim(
  { rule, limit }: ChangeRule,
  metric: MetricDeclaration,
  baseline: Estimate | null,
): HypothesisOrRefusal {
  if (baseline === null) return { refusal: 'The baseline has no value to compare with.' };
  const margin = limit.kind === 'relative' ? limit.value * Math.abs(baseline.value) : limit.value;
  if (!(margin >= 0) || !Number.isFinite(margin))
    return { refusal: `A limit of ${margin} is not a size of change.` };
  if (limit.kind === 'relative' && limit.value > 0 && margin === 0) {
    return {
      refusal:
        'A limit relative to the baseline has no size, since the baseline is 0: give an absolute limit.',
    };
  }
  const better = metric.direction === 'higher_is_better' ? 1 : -1;
  const shownBoundary = rule === 'max_drop' ? -better * margin : better * margin;
  const boundary = metric.scale === 'log' ? Math.log1p(shownBoundary / baseline.value) : shownBoundary;
  if (!Number.isFinite(boundary)) {
    return {
      refusal: `A change of ${formatMargin(margin, metric.unit)} is beyond all values that the metric can take.`,
    };
  }
  return {
    about: 'delta',
    safeSide: better > 0 ? 'greater' : 'less',
    boundary: boundary === 0 ? 0 : boundary,
    margin,
    tolerance: Math.abs(boundary),
    forbidden: forbiddenChange(rule, margin, metric),
  };
}

function forbiddenChange(
  rule: ChangeRule['rule'],
  margin: number,
  { direction, unit }: MetricDeclaration,
): string {
  const isHigherBetter = direction === 'higher_is_better';
  const size = formatMargin(margin, unit);
  if (rule === 'max_drop') return `a ${isHigherBetter ? 'drop' : 'rise'} of more than ${size}`;
  return `a ${isHigherBetter ? 'gain' : 'reduction'} of less than ${size}`;
}

type ValueRule = Extract<GateRule, { rule: 'ceiling' | 'floor' }>;

function valueClaim({ rule, limit }: ValueRule, metric: MetricDeclaration): HypothesisOrRefusal {
  const isCeiling = rule === 'ceiling';
  if (isCeiling === (metric.direction === 'higher_is_better')) {
    const [better, other] = isCeiling ? ['higher', 'floor'] : ['lower', 'ceiling'];
    return {
      refusal: `${metric.name} is better when ${better}, so a ${rule} would stop improvements: use a ${other}.`,
    };
  }
  const boundary = metric.scale === 'log' ? Math.log(limit) : limit;
  if (!Number.isFinite(boundary))
    return { refusal: `A ${rule} of ${limit} is beyond all values that the metric can take.` };
  const ideal = isCeiling ? metric.range.min : metric.range.max;
  return {
    about: 'candidate',
    safeSide: isCeiling ? 'less' : 'greater',
    boundary,
    margin: limit,
    tolerance: metric.scale === 'log' || ideal === null ? Math.abs(boundary) : Math.abs(boundary - ideal),
    forbidden: `a value ${isCeiling ? 'above' : 'below'} ${formatLimit(limit, metric.unit)}`,
  };
}
