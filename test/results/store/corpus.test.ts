import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { readRun } from '../../../src/results/store/reader.ts';
import { serializeRunRecord } from '../../../src/results/store/run-record.ts';
import { parseSample, serializeSample } from '../../../src/results/store/sample-codec.ts';
import { record, sample } from '../../core/compare/build.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const F1 = declareMetric('f1_macro');
const at = { file: 'samples.jsonl', line: 1 };
const read = (score: unknown, metric = F1) =>
  parseSample(
    JSON.stringify({ ...sample('a', {}), scores: { f1_macro: score } }),
    { metrics: new Map([['f1_macro', metric]]), repeats: 1 },
    at,
  );

describe('parts of a corpus metric', () => {
  test('come back as they were', () => {
    const one = sample('a', { f1_macro: { parts: [2, -1] } });
    expect(
      parseSample(serializeSample(one).trim(), { metrics: new Map([['f1_macro', F1]]), repeats: 1 }, at),
    ).toEqual(one);
  });

  test.each([
    [1, 'must be parts'],
    [{ parts: [1, 1], more: 1 }, 'must be parts'],
    [{ parts: { 0: 1 } }, 'must be parts'],
    [{ parts: [1] }, 'f1_macro needs 2 parts, and there are 1'],
    [{ parts: [1, null] }, 'part 2 cannot be a predicted class'],
    [{ parts: [1, 1.5] }, 'part 2 cannot be a predicted class'],
  ])('%j is refused', (score, message) => {
    expect(() => read(score)).toThrow(message);
  });

  test('of an aggregate that nobody names cannot be read', () => {
    const { aggregate: _, ...nameless } = F1;
    expect(() => read({ parts: [1, 1] }, nameless)).toThrow('nobody says how this metric follows');
  });
});

async function stored(overrides: Parameters<typeof record>[0], lines = '') {
  const folder = join(temporaryFolder(), 'facts');
  mkdirSync(folder);
  writeFileSync(join(folder, 'run.json'), serializeRunRecord(record(overrides)));
  writeFileSync(join(folder, 'samples.jsonl'), lines);
  return readRun(folder);
}

describe('runs', () => {
  const aggregates = [{ metric: 'acc', value: 0.7, stderr: null, n: 100 }];
  test('of sums alone are whole', async () => {
    expect((await stored({ aggregates })).incomplete).toBeNull();
    expect((await stored({})).incomplete).toBe('has no samples');
  });
  test('of sums alone have no samples', async () => {
    const run = await stored({ aggregates }, serializeSample(sample('a', { acc: 1 })));
    expect(run.incomplete).toBe('says complete with 1 of 0 samples');
  });
  test.each([
    [{ ...F1, kind: 'mean' }, 'only a corpus metric has an aggregate'],
    [{ ...F1, group_average: 'macro' }, 'only a mean can be averaged over groups'],
  ] as const)('with a contradiction in a metric are refused', async (metric, message) => {
    await expect(stored({ metrics: [metric], primary_metric: 'f1_macro' })).rejects.toThrow(message);
  });
});
