import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { GateResult } from '../../../src/core/domain/decision.ts';
import type { GateRule, Policy } from '../../../src/core/domain/gate.ts';
import { ACC, run } from '../compare/build.ts';
import { decideOne, floor, gate, maxDrop, minGain } from './build.ts';

/** A sample, with the cluster that it belongs to. */
interface Row {
  readonly baseline: number;
  readonly candidate: number;
  readonly cluster: number | null;
}

interface Asked {
  readonly rule: GateRule;
  readonly target?: Policy['target']['value'];
}

/** 3 proven, 2 leant on, 1 leant against, 0 proven worse. */
function merit({ verdict, leaning }: GateResult): number {
  if (verdict === 'pass') return 3;
  if (verdict === 'regression') return 0;
  return leaning === 'pass' ? 2 : 1;
}

function judged(rows: readonly Row[], { rule, target = 'population' }: Asked): GateResult {
  const side = (of: 'baseline' | 'candidate') =>
    run(
      rows.map((row) => row[of]),
      ACC,
      {},
      (index) => {
        const cluster = rows[index]?.cluster ?? null;
        return cluster === null ? {} : { cluster: `passage ${cluster}` };
      },
    );
  const compared = compareTask(side('baseline'), side('candidate'));
  return decideOne(compared, gate(rule, { allowFloor: true }), { target }).result;
}

/** So many units of `size` samples each of which fell, rose and stayed; the last five stayed wrong. */
function units(size: number, fell: number, rose: number, count: number): Row[] {
  return Array.from({ length: count * size }, (_, index): Row => {
    const cluster = Math.floor(index / size);
    const [baseline, candidate] =
      cluster < fell ? [1, 0] : cluster < fell + rose ? [0, 1] : cluster < count - 5 ? [1, 1] : [0, 0];
    return { baseline, candidate, cluster: size === 1 ? null : cluster };
  });
}

const raised = (rows: readonly Row[], count: number, to: number): Row[] =>
  rows.map((row, index) => (index < rows.length - count ? row : { ...row, candidate: to }));

describe('one answer more that is right never makes a verdict worse', () => {
  // Tango's test passed or leant to pass, and with the last sample raised Student's t did not.
  test.each([
    { size: 2, fell: 0, rose: 1, limit: 0.02, to: 1 },
    { size: 2, fell: 0, rose: 3, limit: 0.02, to: 1 },
    { size: 2, fell: 1, rose: 4, limit: 0.05, to: 1 },
    { size: 2, fell: 3, rose: 3, limit: 0.1, to: 1 },
    { size: 1, fell: 0, rose: 1, limit: 0.02, to: 0.5 },
    { size: 1, fell: 1, rose: 4, limit: 0.05, to: 0.5 },
  ])('where scores are no longer all at an end: %o', ({ size, fell, rose, limit, to }) => {
    const rows = units(size, fell, rose, 20);
    const asked = { rule: maxDrop(limit) };
    const before = judged(rows, asked);
    expect(before.test?.method).toBe('tango');
    const after = judged(raised(rows, 1, to), asked);
    expect(after.test?.method).toMatch(/t$/);
    expect(merit(after)).toBeGreaterThanOrEqual(merit(before));
  });

  // The wider interval of the better candidate turned a pass of the benchmark into an undecided gate of the population.
  test.each([1, 2, 3])('where `auto` speaks of the benchmark, %i raised', (count) => {
    const rows = Array.from({ length: 60 }, (_, index): Row => {
      const candidate = index < 18 ? 0.1 : index < 21 ? 0.4 : 0.5;
      return { baseline: 0.5, candidate, cluster: null };
    });
    const asked = { rule: maxDrop(0.15), target: 'auto' } as const;
    expect(merit(judged(raised(rows, count, 1), asked))).toBeGreaterThanOrEqual(merit(judged(rows, asked)));
  });

  const SCORES = [0, 0.25, 0.5, 1];
  const unit = fc.record({
    ends: fc.constantFrom<readonly [number, number]>([1, 1], [1, 1], [1, 1], [0, 0], [1, 0], [0, 1]),
    between: fc.option(fc.constantFrom(...SCORES), { freq: 12, nil: null }),
  });
  const drawn = fc.record({
    units: fc.array(unit, { minLength: 8, maxLength: 60 }),
    size: fc.constantFrom(1, 2, 3),
    rule: fc
      .tuple(fc.constantFrom(maxDrop, minGain, floor), fc.constantFrom(0.01, 0.02, 0.05, 0.1, 0.15, 0.6))
      .map(([rule, limit]) => rule(limit)),
    target: fc.constantFrom<Policy['target']['value']>('population', 'auto'),
    at: fc.nat(),
    to: fc.nat(),
  });

  test('by all kinds of scores, clusters and limits', () => {
    fc.assert(
      fc.property(drawn, ({ units: own, size, rule, target, at, to }) => {
        const rows = own.flatMap(({ ends: [baseline, candidate], between }, cluster) =>
          Array.from({ length: size }, (_, index): Row => {
            // Clusters are of right and wrong answers.
            const other = size === 1 ? (between ?? candidate) : between === null || index > 0 ? candidate : 1;
            return { baseline, candidate: other, cluster: size === 1 ? null : cluster };
          }),
        );
        const low = rows.flatMap((row, index) => (row.candidate < 1 ? [index] : []));
        fc.pre(low.length > 0);
        const place = low[at % low.length];
        const better = rows.map((row, index) => {
          if (index !== place) return row;
          const higher = size === 1 ? SCORES.filter((score) => score > row.candidate) : [1];
          return { ...row, candidate: higher[to % higher.length] ?? 1 };
        });
        const asked = { rule, target };
        expect(merit(judged(better, asked))).toBeGreaterThanOrEqual(merit(judged(rows, asked)));
      }),
      { numRuns: 100 },
    );
  });
});
