import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { suggestLimits } from '../../../src/core/decide/suggest.ts';
import { judgedRounds } from './rounds.ts';

test('limits that are suggested stop as many unchanged candidates as is said, on fresh noise', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge-suggest-'));
  try {
    const noise = { samples: 2000, forgetsFrom: 0, loss: 0 };
    const known = await judgedRounds(join(folder, 'known'), { ...noise, count: 8, maxDrop: '3pp', seed: 3 });
    const [limit] = suggestLimits({ runs: known }, { falseBlocks: 0.2, alpha: 0.05, leanAlpha: 0.25 });
    if (limit === undefined) expect.unreachable();
    const maxDrop = `${(limit.maxDrop * 100).toFixed(3)}pp`;
    const runs = await judgedRounds(join(folder, 'fresh'), { ...noise, count: 300, maxDrop, seed: 77 });
    const share = runs.filter(({ blocked }) => blocked).length / runs.length;
    // 300 rounds tell a share of 20 % with a standard error of 2.3 points.
    expect(Math.abs(share - limit.blocksUnchanged)).toBeLessThan(0.07);
  } finally {
    await rm(folder, { recursive: true });
  }
});
