import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

test('ten million pairs are judged in a heap that an array of them does not fit', () => {
  const bench = resolve(import.meta.dirname, '../../../bench/statistics.ts');
  const flags = ['--max-old-space-size=64', '--import', 'tsx', bench, '10000000'];
  const found = JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' }));
  const regression = 'regression';
  expect(found).toMatchObject({
    ...{ pairs: 10_000_000, tango: regression, mcnemar: true, bets: regression, pairedT: regression },
    ...{ skewed: regression, clustered: regression, stratified: regression, linearised: { df: 9_999_999 } },
  });
  // Of numbers near 0.01, summed ten million times.
  expect(found.errors.linearised).toBeLessThan(1e-14);
  expect(found.errors.clustered).toBeLessThan(1e-14);
  // Changes are even on −2..4, lengths on 50..150, and R is 0.01.
  const variance = (7 ** 2 - 1) / 12 + 0.01 ** 2 * ((101 ** 2 - 1) / 12);
  expect(found.linearised.stderr / (Math.sqrt(variance / 1e7) / 100)).toBeCloseTo(1, 3);
  expect(found.heapMiB).toBeLessThan(32);
}, 240_000);
