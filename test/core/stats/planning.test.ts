import { describe, expect, test } from 'vitest';
import { benjaminiHochberg, holm } from '../../../src/core/stats/multiplicity.ts';
import { pairsNeeded, samplesNeeded, smallestDetectableDrop } from '../../../src/core/stats/power.ts';
import { expectClose } from './close.ts';
import reference from './fixtures/reference.json' with { type: 'json' };

describe('power', () => {
  test.each(reference.power.ni)('pairs for a margin of $margin at discordance $disc', (row) => {
    expectClose(pairsNeeded(row.margin, row.disc, row, row.true_delta), row.n);
  });
  test.each(reference.power.mde)('smallest drop that $n pairs show', (row) => {
    expectClose(smallestDetectableDrop(row.n, row.disc, row), row.mde);
  });
  test.each(reference.power.miller)('samples with $k answers each', (row) => {
    const design = {
      between: row.omega2,
      within: { baseline: row.s2a, candidate: row.s2b },
      repeats: { baseline: row.k, candidate: row.k },
    };
    expectClose(samplesNeeded(row.mde, design, row), row.n);
  });
});

describe('multiplicity', () => {
  test.each(reference.multiplicity)('of $p.length p-values', (row) => {
    holm(row.p).forEach((p, i) => void expectClose(p, row.holm[i] ?? NaN));
    benjaminiHochberg(row.p).forEach((p, i) => void expectClose(p, row.bh[i] ?? NaN));
  });
  test('keeps five of McDonald’s 25 at a false discovery rate of a quarter', () => {
    expect(benjaminiHochberg(reference.multiplicity[0]?.p ?? []).filter((p) => p < 0.25)).toHaveLength(5);
  });
  test('of nothing is nothing', () => {
    expect([holm([]), benjaminiHochberg([])]).toEqual([[], []]);
  });
});
