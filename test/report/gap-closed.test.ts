import { expect, test } from 'vitest';
import type { GateResult } from '../../src/core/domain/decision.ts';
import { gapClosed } from '../../src/report/gap-closed.ts';

const gate = (from: number, change: number, more: Partial<GateResult> = {}) =>
  ({
    ...{ unit: 'rate', direction: 'higher_is_better' },
    ...{ baseline: { value: from, stderr: null, n: 10 }, delta: { value: change } },
    ...more,
  }) as GateResult;

test.each<[string, GateResult, number | null]>([
  ['half of what was left', gate(0.9, 0.05), 0.5],
  ['a tenth of what was left', gate(0.5, 0.05), 0.1],
  ['a loss', gate(0.5, -0.1), null],
  ['no change', gate(0.5, 0), null],
  ['toxicity that fell', gate(0.2, -0.05, { direction: 'lower_is_better' }), 0.25],
  ['nothing left to gain', gate(1, -0.1), null],
  ['no rate', gate(0.5, 0.1, { unit: 'number' }), null],
  ['no baseline', gate(0.5, 0.1, { baseline: null }), null],
  ['no delta', gate(0.5, 0.1, { delta: null }), null],
  ['the paired baseline first', gate(0, 0.1, { pairedBaseline: { value: 0.8, stderr: null, n: 5 } }), 0.5],
])('%s', (_, of, closed) => {
  const found = gapClosed(of);
  if (closed === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(closed, 12);
});
