import { type ShownHypothesis, shownHypothesisOf } from '../core/decide/rules/registry.ts';
import type { GateResult } from '../core/domain/decision.ts';
import type { Block, Mark, Scale } from './blocks.ts';
import { formatChange, formatValue } from './format.ts';
import { changeOf, forbiddenEnd, isMeasured } from './gate-rules.ts';
import { type Inline, inline } from './inline.ts';

/** The interval of a gate against its limit; nothing where there is no single interval. */
export function figureOf(gate: GateResult): Block[] {
  const hypothesis = shownHypothesisOf(gate);
  const scale = hypothesis === null ? null : scaleOf(gate, hypothesis);
  return hypothesis === null || scale === null
    ? []
    : [{ kind: 'figure', scale, words: wordsOf(gate, hypothesis) }];
}

/** Where everything lies, with a tenth of room on both sides; null where there is nothing to draw. */
function scaleOf(gate: GateResult, hypothesis: ShownHypothesis): Scale | null {
  const limit = limitOf(hypothesis);
  const span = spanOf(gate, hypothesis, limit);
  if (span === null) return null;
  const { low, value, high, marks } = span;
  const points = [low, value, high, ...marks.map(({ at }) => at)].flatMap((point) => point ?? []);
  const [least, most] = [Math.min(...points), Math.max(...points)];
  const pad = most > least ? (most - least) * 0.1 : Math.abs(most) * 0.1 || 1;
  const place = (point: number) => (point - (least - pad)) / (most - least + 2 * pad);
  const placeOrNull = (point: number | null) => (point === null ? null : place(point));
  return {
    safeSide: hypothesis.sign === 1 ? 'less' : 'greater',
    limit: place(limit),
    low: placeOrNull(low),
    value: place(value),
    high: placeOrNull(high),
    marks: marks.map(({ at, label }) => ({ at: place(at), label })),
  };
}

/** The boundary, a degradation, where it lies among the values that are shown. */
const limitOf = ({ sign, boundary }: ShownHypothesis): number => (boundary === 0 ? 0 : sign * boundary);

function spanOf(gate: GateResult, { estimand, sign }: ShownHypothesis, limit: number) {
  const { candidate, baseline, bound, unit } = gate;
  const delta = changeOf(gate);
  if (estimand === 'delta') {
    if (delta === null) return null;
    const marks: Mark[] = [{ at: limit, label: formatChange(limit, unit) }];
    if (limit !== 0) marks.push({ at: 0, label: formatChange(0, unit) });
    return { low: delta.low, value: delta.value, high: delta.high, marks };
  }
  if (candidate === null) return null;
  const marks: Mark[] = [{ at: limit, label: formatValue(limit, unit) }];
  if (baseline !== null && baseline.value !== limit)
    marks.push({ at: baseline.value, label: `baseline ${formatValue(baseline.value, unit)}` });
  const { value } = candidate;
  const end = isMeasured(gate) ? value : (bound?.value ?? null);
  return sign === 1 ? { low: value, value, high: end, marks } : { low: end, value, high: value, marks };
}

/** The figure for those who do not see it. */
function wordsOf(gate: GateResult, hypothesis: ShownHypothesis): Inline {
  if (gate.test?.method === 'benchmark') {
    return gate.verdict === 'pass'
      ? inline`The observed value lies within the limit, and every sample of the benchmark was seen.`
      : inline`The observed value lies beyond the limit, and every sample of the benchmark was seen.`;
  }
  if (isMeasured(gate))
    return inline`The measured value lies ${gate.verdict === 'pass' ? 'within' : 'beyond'} the limit.`;
  switch (gate.verdict) {
    case 'pass':
      return inline`All that the data allow lies within the limit.`;
    case 'regression':
      return inline`All that the data allow lies beyond the limit.`;
    case 'inconclusive':
      return forbiddenEnd(gate, hypothesis) === null
        ? inline`The samples leave the forbidden side open.`
        : inline`The limit lies inside of what the data allow.`;
    case 'invalid':
      return inline`Nothing is known, so the numbers prove nothing.`;
  }
}
