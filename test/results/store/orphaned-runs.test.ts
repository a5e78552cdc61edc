import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setAsideOrphanedRuns } from '../../../src/results/store/orphaned-runs.ts';
import { writeRun } from '../../support/run-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('runs of tasks that nobody names go to the superseded ones, and nothing else moves', async () => {
  const out = temporaryFolder({ 'baseline/notes/readme.txt': 'mine' });
  expect(await setAsideOrphanedRuns(out, 'candidate', [])).toEqual([]);
  writeRun(out, 'baseline', 3, () => true, {});
  const facts = readFileSync(join(out, 'baseline/facts/run.json'), 'utf8');
  expect(await setAsideOrphanedRuns(out, 'baseline', ['facts'])).toEqual([]);

  for (const number of [1, 2]) {
    const to = join(out, `superseded/baseline/facts.${number}`);
    expect(await setAsideOrphanedRuns(out, 'baseline', ['other'])).toEqual([
      { from: join(out, 'baseline/facts'), to },
    ]);
    expect(readFileSync(join(to, 'run.json'), 'utf8')).toBe(facts);
    expect(existsSync(join(out, 'baseline/facts'))).toBe(false);
    writeRun(out, 'baseline', 3, () => true, {});
  }
  expect(existsSync(join(out, 'baseline/notes/readme.txt'))).toBe(true);
});
