import { describe, expect, test } from 'vitest';
import { findFormat } from '../../../../src/results/formats/registry.ts';
import { checkRunRecord } from '../../../../src/results/store/run-record.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { compare } from '../load.ts';
import { lines, load, python, RESULTS, ROWS, results, samplesName } from './build.ts';

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
      {
        metric: 'acc',
        value: 0.5,
        stderr: 0.02,
        n: null,
        rounded: { n: [397, 1112], value: expect.closeTo(0.05, 9) },
      },
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

describe('numbers that were rounded to four places', () => {
  // Open LLM Leaderboard cards and `make_table` of 0.3 write them so.
  const rows = {
    arc_challenge: { acc: 0.1911, acc_stderr: 0.0115, acc_norm: 0.2287, acc_norm_stderr: 0.0123 },
    gsm8k: { acc: 0.0167, acc_stderr: 0.0035 },
    mmlu: { acc: 0.2601, acc_stderr: 0.0037 },
    mmlu_anatomy: { acc: 0.2519, acc_stderr: 0.0375 },
  };

  test('say between which numbers of samples they can be, and that of a group nothing', async () => {
    const { runs, faults } = await load(legacy(rows));
    expect(faults).toEqual([]);
    const counts = new Map(
      runs.map(({ record: { task, aggregates } }) => [task, aggregates?.[0]?.rounded?.n ?? null]),
    );
    for (const [task, n] of [
      ['arc_challenge', 1172],
      ['gsm8k', 1319],
      ['mmlu_anatomy', 135],
    ] as const) {
      const [fewest, most] = counts.get(task) ?? [0, 0];
      expect([fewest <= n && n <= most, most < 1.1 * fewest]).toEqual([true, true]);
    }
    expect(counts.get('mmlu')).toBeNull();
  });

  test('are written to a run directory and read again', async () => {
    const { runs } = await load(legacy(rows));
    for (const { record: own } of runs) expect(checkRunRecord(own, 'run.json')).toEqual(own);
  });
});

describe('answers inside the results file', () => {
  const detail = (question: string, acc: unknown) => ({
    ...{
      question,
      context: `examples, then ${question}`,
      completion: 'so 4',
      extracted_answer: 4,
      answer: 4,
      acc,
    },
  });
  const two = [detail('q1', true), detail('q2', false)];

  test('of forks of 0.2 are its samples', async () => {
    const { runs, faults } = await load(legacy({ mgsm: { acc: 0.5, acc_stderr: 0.5, details: two } }));
    expect(faults).toEqual([]);
    expect(runs[0]?.record).toMatchObject({ task: 'mgsm', planned: 2 });
    expect(runs[0]?.record.aggregates).toBeUndefined();
    expect(runs[0]?.samples).toMatchObject([
      { index: 0, scores: { acc: 1 }, output: 'so 4' },
      { index: 1, scores: { acc: 0 }, output: 'so 4' },
    ]);
    expect(runs[0]?.samples[0]).not.toHaveProperty('filter');
  });

  test('that do not give the value of the row are a fault', async () => {
    const { runs, faults } = await load(legacy({ mgsm: { acc: 0.9, details: two } }));
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringContaining('mgsm/acc is 0.9 in the results file and 0.5')]);
  });

  test.each([
    ['without what was asked', [{ acc: true }, { acc: false }]],
    ['of which one has no score', [detail('q1', true), detail('q2', undefined)]],
    ['of which one is no answer', [detail('q1', true), 'q2']],
  ])('%s are counted, and are no metric', async (_, details) => {
    const run = await record(legacy({ mgsm: { acc: 0.5, details } }));
    expect(run?.aggregates).toEqual([{ metric: 'acc', value: 0.5, stderr: null, n: 2 }]);
  });

  test('of simple_evaluate, dumped as a whole, are its samples', async () => {
    const beside = await load({ [RESULTS]: python(results()), [samplesName('facts')]: lines(ROWS) });
    const { runs, faults } = await load({ [RESULTS]: python(results({ samples: { facts: ROWS } })) });
    expect(faults).toEqual([]);
    expect(runs[0]?.samples).toEqual(beside.runs[0]?.samples);
    const torn = await load({ [RESULTS]: python(results({ samples: { facts: ROWS.slice(1) } })) });
    expect(torn.faults).toEqual([expect.stringContaining('3 samples, and the run evaluated 4 documents')]);
  });
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
