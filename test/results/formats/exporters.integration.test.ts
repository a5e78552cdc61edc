import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { judgeResults } from '../../../src/app/judge.ts';
import { collect } from '../../../src/results/formats/collect.ts';
import { lmEval } from '../../../src/results/formats/lm-eval/lm-eval.ts';
import { exporterOf } from '../../../src/results/formats/registry.ts';
import { readRun } from '../../../src/results/store/reader.ts';
import { exportedRuns, scoredSample } from '../../support/exported-runs.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const judged = async (folder: string) => {
  const source = { kind: 'flag', name: '--max-drop' } as const;
  const gates = ['facts/acc=2pp', 'facts/bits_per_byte=0.1'].map((value) => ({
    ...{ rule: 'max_drop' as const, value, source },
  }));
  return judgeResults({
    ...{ configPath: null, overrides: { gates }, out: temporaryFolder() },
    folders: { baseline: join(folder, 'baseline'), candidate: join(folder, 'candidate') },
  });
};

describe('lm-eval', () => {
  test('what is exported comes to the same verdict as the run itself', async () => {
    const { runs, out } = await exportedRuns('lm-eval');
    const [before, after] = [await judged(runs), await judged(out)];
    expect(before.verdict).toBe('regression');
    expect(after.verdict).toBe(before.verdict);
    const numbers = ({ gates }: typeof before) =>
      gates.map(({ verdict, pairs, unscored, delta }) => ({ verdict, pairs, unscored, delta }));
    for (const [index, gate] of numbers(after).entries()) {
      const { delta, ...rest } = numbers(before)[index] ?? {};
      expect(gate).toMatchObject(rest);
      for (const end of ['value', 'low', 'high'] as const)
        expect(gate.delta?.[end]).toBeCloseTo(delta?.[end] ?? NaN, 12);
    }
  });

  test('lines and results are called as the harness calls them', async () => {
    const { out } = await exportedRuns('lm-eval');
    const folder = join(out, 'candidate', 'facts');
    const [results = '', samples = ''] = readdirSync(folder).sort();
    expect(results).toMatch(/^results_\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{6}\.json$/);
    expect(samples).toBe(results.replace('results_', 'samples_facts_').replace('.json', '.jsonl'));
    const { results: values, 'n-samples': counts } = JSON.parse(readFileSync(join(folder, results), 'utf8'));
    expect(counts).toEqual({ facts: { original: 200, effective: 200 } });
    expect(Object.keys(values.facts)).toEqual([
      ...['alias', 'acc,none', 'acc_stderr,none', 'bits_per_byte,none', 'bits_per_byte_stderr,none'],
    ]);
    const [first = ''] = readFileSync(join(folder, samples), 'utf8').split('\n');
    expect(JSON.parse(first)).toMatchObject({
      doc_id: 0,
      resps: [['candidate 0']],
      metrics: ['acc', 'bits_per_byte'],
    });
  });

  test('runs whose settings differ are still not compared', async () => {
    const { runs } = await exportedRuns('lm-eval');
    const { record, samples } = await readRun(join(runs, 'candidate', 'facts'));
    const versions = await Promise.all(
      ['prompt', 'harness_version'].map(async (field) => {
        const fingerprint = { ...record.fingerprint, [field]: 'another' };
        const out = temporaryFolder();
        await exporterOf('lm-eval').write({ record: { ...record, fingerprint }, samples }, out);
        return (await collect(await lmEval.load(out, 'candidate'))).runs[0]?.record.fingerprint.task_version;
      }),
    );
    expect(new Set(versions).size).toBe(2);
  });

  test.each([
    ['weights', { weight: 2 }, 'its samples have weights'],
    ['clusters', { cluster: 'a' }, 'its samples have clusters'],
    ['questions that nobody recorded', { input_digest: 'not recorded' }, 'nobody recorded what was asked'],
  ])('%s are refused', async (_what, change, message) => {
    const failing = exportedRuns('lm-eval', (side, index) => ({ ...scoredSample(side, index), ...change }));
    await expect(failing).rejects.toThrow(message);
  });
});

test('parquet has a row a sample and metric, read by another library than wrote it', async () => {
  const { runs, out } = await exportedRuns('parquet');
  const file = await asyncBufferFromFile(join(out, 'candidate', 'facts.parquet'));
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(400);
  expect(rows[14]).toMatchObject({ task: 'facts', metric: 'acc', score: null, unscored: 'error: refused' });
  expect(rows[17]).toMatchObject({ metric: 'bits_per_byte', score: null, numerator: 10, denominator: 3 });
  const run = await readRun(join(runs, 'candidate', 'facts'));
  const scores = rows.filter(({ metric }) => metric === 'acc').map(({ score }) => score);
  expect(scores).toEqual(run.samples.map(({ scores: { acc } }) => (typeof acc === 'number' ? acc : null)));
  const { key_value_metadata: metadata } = await parquetMetadataAsync(file);
  const kept = metadata?.find(({ key }) => key === 'weighbridge')?.value ?? 'null';
  expect(JSON.parse(kept)).toMatchObject({ task: 'facts', side: 'candidate' });
});
