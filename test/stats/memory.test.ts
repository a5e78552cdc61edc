import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

test('ten million pairs are judged in a heap that an array of them does not fit', () => {
  const bench = resolve(import.meta.dirname, '../../bench/statistics.ts');
  const flags = ['--max-old-space-size=64', '--import', 'tsx', bench, '10000000'];
  const found = JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' }));
  expect(found).toMatchObject({
    ...{ pairs: 10_000_000, tango: 'regression', pairedT: 'regression', mcnemar: true, bets: 'regression' },
  });
  expect(found.heapMiB).toBeLessThan(32);
}, 120_000);
