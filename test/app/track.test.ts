import { expect, test } from 'vitest';
import { TRACKERS } from '../../src/adapters/trackers/registry.ts';
import { trackedRun } from '../../src/app/track.ts';
import { INVALID, PASS, REGRESSION } from '../report/examples.ts';

const GIVEN = { started: '2026-11-29T00:00:00.000Z', files: [] };

test('a tracker gets every value with its change, its limits, and whether it merges', () => {
  const run = trackedRun(REGRESSION, GIVEN);
  expect(run.metrics['facts/acc']).toBeTypeOf('number');
  expect(run.metrics['facts/acc/delta_low']).toBeLessThan(run.metrics['facts/acc/delta'] ?? NaN);
  expect(run.succeeded).toBe(false);
  expect(run.tags['weighbridge.verdict']).toBe('regression');
  expect(trackedRun(PASS, GIVEN).succeeded).toBe(true);
});

test('what is not known is no number', () => {
  const { metrics, succeeded } = trackedRun(INVALID, GIVEN);
  for (const value of Object.values(metrics)) expect(Number.isFinite(value)).toBe(true);
  expect(succeeded).toBe(false);
});

test('a tracker that does not answer says so, and what to look at', async () => {
  const target = { url: 'http://127.0.0.1:9', experiment: 'x' };
  await expect(TRACKERS.mlflow?.log(trackedRun(PASS, GIVEN), target, {})).rejects.toMatchObject({
    kind: 'platform',
    message: expect.stringContaining('MLflow at http://127.0.0.1:9 could not be reached'),
  });
});
