import { agreementOn, LEAST_KAPPA } from '../../src/core/compare/judge-agreement.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import { HIGHER } from '../../src/core/metrics/traits.ts';
import { metricOf } from '../calibration/judged.ts';
import type { Verdict } from './recorded.ts';

const ALPHA = 0.05;

type Scale = NonNullable<MetricDeclaration['judge']>;

/** Right or wrong. */
export const TWO: Scale = { min: 0, max: 1, of: ['judge'] };
/** With something between. */
export const THREE: Scale = { ...TWO, step: 0.5 };

/** A rate that a judge gives. */
export const judged = (judge: Scale): MetricDeclaration => ({ ...HIGHER, name: 'judge', judge });

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
export const points = (value: number): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}`;
const two = (value: number | null) => (value ?? Number.NaN).toFixed(2).replace('-', '−');

/** As a gate sees the agreement: how many labels, the same, κ, labels that would do, whether it could block, and the bias. */
export function agreementCells(verdicts: readonly Verdict[], scale: Scale) {
  const keyOf = ({ id, model }: Verdict) => JSON.stringify([model, id]);
  const scores = verdicts.map((verdict) => ({
    ...{ key: keyOf(verdict), cluster: null, group: null, weight: 1, baseline: null },
    candidate: { numerator: verdict.judge, denominator: 1 },
  }));
  const people = new Map(verdicts.map((verdict) => [keyOf(verdict), verdict.person]));
  const declaration = judged(scale);
  const found = agreementOn(
    metricOf(declaration, scores),
    scale,
    { baseline: new Map(), candidate: people },
    ALPHA,
  );
  const { exact, kappa, low, high, needed, bias } = found;
  const blocks = low !== null && low >= LEAST_KAPPA;
  return {
    labels: String(found.labels.candidate),
    same: percent(exact ?? Number.NaN),
    kappa: `${two(kappa)} (${two(low)} to ${two(high)})`,
    blocks: blocks ? 'yes' : 'no',
    /** Never, where κ itself is too low. */
    needed: blocks ? '' : (needed?.toString() ?? 'none'),
    bias: points(bias.candidate?.value ?? Number.NaN),
  };
}
