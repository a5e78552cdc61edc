import { describe, expect, test } from 'vitest';
import { collect } from '../../../../src/results/formats/collect.ts';
import { findFormat } from '../../../../src/results/formats/registry.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const load = async (content: unknown, choices = '') => {
  const file = `${temporaryFolder({ 'results.json': JSON.stringify(content) })}/results.json${choices}`;
  const format = await findFormat(file);
  return format === null ? null : collect(await format.load(file, 'candidate'));
};

const RUN = {
  info: { run_id: 'a'.repeat(32), run_name: 'brave-owl', status: 'FINISHED', start_time: '1796002051945' },
  data: {
    metrics: [
      { key: 'facts/acc', value: 0.71, timestamp: '1', step: '0' },
      { key: 'facts/acc/stderr', value: 0.02 },
      { key: 'exact_match', value: 0.5 },
      { key: 'learning_rate', value: 2e-4 },
    ],
  },
  inputs: { dataset_inputs: [{ dataset: { name: 'facts', digest: 'abc' } }] },
};
const withRun = (change: object) => ({ run: { ...RUN, ...change } });

describe('the numbers of a run', () => {
  test('are values without samples, by task and metric; what nobody can judge is left out', async () => {
    const read = await load(withRun({}));
    expect(read?.faults).toEqual([]);
    expect(read?.runs.map(({ record, samples }) => [record.task, record.aggregates, samples])).toEqual([
      [
        'facts',
        [
          {
            metric: 'acc',
            value: 0.71,
            stderr: 0.02,
            n: null,
            rounded: { n: [328, 924], value: expect.closeTo(0.005, 9) },
          },
        ],
        [],
      ],
      ['mlflow', [{ metric: 'exact_match', value: 0.5, stderr: null, n: null }], []],
    ]);
    expect(read?.runs[0]?.record.started).toBe('2026-11-30T01:27:31.945Z');
  });

  test.each([
    ['a run that goes on', { info: { ...RUN.info, status: 'RUNNING' } }, 'RUNNING, not FINISHED'],
    ['one that failed', { info: { ...RUN.info, status: 'FAILED' } }, 'FAILED, not FINISHED'],
    ['no number', { data: { metrics: [{ key: 'facts/acc', value: 'NaN' }] } }, 'facts/acc is NaN'],
    ['an empty text', { data: { metrics: [{ key: 'facts/acc', value: '' }] } }, 'a run of MLflow'],
    ['per cent', { data: { metrics: [{ key: 'facts/acc', value: 71 }] } }, 'facts/acc is 71'],
    ['nothing known', { data: { metrics: [{ key: 'quality', value: 3 }] } }, 'which way quality is better'],
  ])('%s is a fault', async (_what, change, message) => {
    const read = await load(withRun(change));
    expect(read?.runs).toEqual([]);
    expect(read?.faults.map((fault) => fault.message)).toEqual([expect.stringContaining(message)]);
  });

  test('of our own tracker have the baseline beside them, which is no task, and a blocked one has failed', async () => {
    const metrics = [
      ...RUN.data.metrics,
      { key: 'facts/acc/baseline', value: 0.7 },
      { key: 'facts/acc/delta', value: 0.01 },
    ];
    const data = { metrics, tags: [{ key: 'weighbridge.verdict', value: 'regression' }] };
    const read = await load(withRun({ data, info: { ...RUN.info, status: 'FAILED' } }));
    expect(read?.faults).toEqual([]);
    expect(read?.runs.map(({ record }) => record.task)).toEqual(['facts', 'mlflow']);
  });
});

describe('a table of samples', () => {
  const columns = [
    'inputs',
    'ground_truth',
    'outputs',
    'exact_match/v1/score',
    'quality',
    'quality/v1/justification',
  ];
  const data = [
    ['1 + 1', '2', '2', 1, 4, 'fine'],
    ['1 + 2', '3', '4', 0, null, 'poor'],
    ['1 + 1', '2', '3', 0, 2, 'poor'],
  ];

  test('has a metric a column of scores, and samples by what was asked', async () => {
    const read = await load({ columns, data }, '#higher=quality');
    expect(read?.faults).toEqual([]);
    const [run] = read?.runs ?? [];
    expect(run?.record.task).toBe('results');
    expect(run?.record.metrics.map(({ name, unit }) => [name, unit])).toEqual([
      ['exact_match', 'rate'],
      ['quality', 'number'],
    ]);
    expect(run?.samples.map(({ scores, output }) => [scores, output])).toEqual([
      [{ exact_match: 1, quality: 4 }, '2'],
      [{ exact_match: 0, quality: { unscored: 'no score in the table' } }, '4'],
      [{ exact_match: 0, quality: 2 }, '3'],
    ]);
    expect(run?.samples[2]?.cluster).toBe(run?.samples[0]?.id);
  });

  test.each([
    ['a row with a value too few', { columns, data: [['1 + 1']] }, '1 values in a row, and 6 columns'],
    [
      'two rows of one id',
      {
        columns: ['id', 'exact_match'],
        data: [
          ['a', 1],
          ['a', 0],
        ],
      },
      'two rows have the id "a"',
    ],
    [
      'nothing that tells samples',
      { columns: ['exact_match'], data: [[1]] },
      'no column tells one sample from another',
    ],
    ['two columns of one name', { columns: ['id', 'id'], data: [] }, 'two columns are called "id"'],
    [
      'a score that is a text',
      { columns: ['id', 'exact_match'], data: [['a', 'good']] },
      'exact_match is no number',
    ],
  ])('%s is a fault', async (_what, table, message) => {
    const read = await load(table);
    expect(read?.runs).toEqual([]);
    expect(read?.faults.map((fault) => fault.message)).toEqual([expect.stringContaining(message)]);
  });

  test('with the columns of a plain table is one', async () => {
    const read = await load({
      columns: ['task', 'id', 'metric', 'score'],
      data: [
        ['facts', 'a', 'acc', 1],
        ['facts', 'b', 'acc', 0],
      ],
    });
    expect(
      read?.runs.map(({ record, samples }) => [record.task, samples.map(({ scores }) => scores)]),
    ).toEqual([['facts', [{ acc: 1 }, { acc: 0 }]]]);
  });
});
