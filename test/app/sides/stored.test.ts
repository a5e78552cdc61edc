import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSides } from '../../../src/app/sides/stored.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a side that is not there is a fault of that side', async () => {
  const folder = temporaryFolder();
  const both = await readSides({ baseline: join(folder, 'b'), candidate: join(folder, 'c') });
  expect(both.baseline.faults.map(String)).toEqual([expect.stringContaining('no results of the baseline')]);
  expect(both.candidate.faults.map(String)).toEqual([expect.stringContaining('no results of the candidate')]);
});
