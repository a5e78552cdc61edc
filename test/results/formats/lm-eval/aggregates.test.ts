import { expect, test } from 'vitest';
import { findFormat } from '../../../../src/results/formats/registry.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { compare } from '../load.ts';
import { load, python, RESULTS, results } from './build.ts';

const legacy = (
  rows: Readonly<Record<string, unknown>>,
  config: Readonly<Record<string, unknown>> | null = {},
) => ({
  'out.json': python({
    results: rows,
    versions: Object.fromEntries(Object.keys(rows).map((task) => [task, 0])),
    ...(config === null ? {} : { config: { model: 'gpt2', num_fewshot: 0, ...config } }),
  }),
});

const record = async (files: Readonly<Record<string, string>>) => {
  const { runs, faults } = await load(files);
  expect(faults).toEqual([]);
  return runs[0]?.record;
};

test('results of 0.3 are aggregates, with a standard error where there is one', async () => {
  const run = await record(
    legacy({
      arc: { acc: 0.5, acc_stderr: 0.02, acc_norm: 0.4, samples: 7 },
      lambada: { ppl: 6.1, ppl_stderr: 0.1 },
    }),
  );
  expect(run).toMatchObject({
    task: 'arc',
    planned: 0,
    aggregates: [
      { metric: 'acc', value: 0.5, stderr: 0.02, n: 626 },
      { metric: 'acc_norm', value: 0.4, stderr: null, n: null },
    ],
  });
  expect(run?.metrics.map(({ name, unit }) => [name, unit])).toEqual([
    ['acc', 'rate'],
    ['acc_norm', 'rate'],
  ]);
});

test('the oldest have no settings, and are known all the same', async () => {
  const files = legacy({ arc: { acc: 0.5 } }, null);
  expect(await findFormat(temporaryFolder(files))).not.toBeNull();
  expect((await record(files))?.aggregates).toHaveLength(1);
});

test('per cent is no rate, so that a side in per cent and one in parts are two metrics', async () => {
  const run = await record(
    legacy({ 'jsquad-1.1-0.4': { exact_match: 47.4, f1: 61.7 } }, { num_fewshot: [3, 3] }),
  );
  expect(run?.metrics.map(({ unit, range }) => [unit, range.max])).toEqual([
    ['number', null],
    ['number', null],
  ]);
  expect(run?.fingerprint.few_shot).toBe('[3,3]');
});

test('values are compared also where nobody said of how many samples they are', async () => {
  const paths = [0.4, 0.5].map((rouge) =>
    temporaryFolder(legacy({ sums: { rouge1: rouge, rouge1_stderr: 0.01 } })),
  );
  const { of } = await compare(paths[0] ?? '', paths[1] ?? '');
  expect(of('sums/rouge1')).toMatchObject({
    baseline: { value: 0.4, stderr: 0.01, n: null },
    candidate: { value: 0.5, stderr: 0.01, n: null },
    delta: { value: expect.closeTo(0.1, 12), low: null, high: null },
    evidence: 'weak',
  });
});

test('a list of answers inside a row is counted, and is no metric', async () => {
  const run = await record(legacy({ mgsm: { acc: 0.5, details: [{ acc: 'True' }, { acc: 'False' }] } }));
  expect(run?.aggregates).toEqual([{ metric: 'acc', value: 0.5, stderr: null, n: 2 }]);
});

test('0.4 without any samples is the same, with the number of documents', async () => {
  const run = await record({ [RESULTS]: python(results()) });
  expect(run?.aggregates).toEqual([
    { metric: 'acc', filter: 'none', value: 0.5, stderr: 0.28867513459481287, n: 4 },
  ]);
});

test('a group stands for its leaves', async () => {
  const leaf = { 'acc,none': 0.5, 'acc_stderr,none': 0.1 };
  const { runs, faults } = await load({
    [RESULTS]: python(
      results({
        results: { mmlu: { 'acc,none': 0.5, 'acc_stderr,none': 0.05 }, mmlu_a: leaf, mmlu_b: leaf },
        group_subtasks: { mmlu: ['mmlu_a', 'mmlu_b'] },
        configs: {},
        higher_is_better: {},
        'n-samples': { mmlu_a: { original: 4, effective: 4 }, mmlu_b: { original: 6, effective: 6 } },
      }),
    ),
  });
  expect(faults).toEqual([]);
  expect(runs.map(({ record: { task, aggregates } }) => [task, aggregates?.[0]?.n])).toEqual([['mmlu', 10]]);
});

test.each([
  ['N/A', 'neither samples nor a number'],
  [NaN, 'neither samples nor a number'],
])('a value of %s is no evidence', async (value, message) => {
  const { runs, faults } = await load({
    [RESULTS]: python(results({ results: { facts: { 'acc,none': value } } })),
  });
  expect(runs).toEqual([]);
  expect(faults).toEqual([expect.stringContaining(message)]);
});

test.each(['N/A', NaN, -1])('a standard error of %s is none', async (stderr) => {
  const run = await record({
    [RESULTS]: python(results({ results: { facts: { 'acc,none': 0.5, 'acc_stderr,none': stderr } } })),
  });
  expect(run?.aggregates?.[0]?.stderr).toBeNull();
});
