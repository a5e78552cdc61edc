import { describe, expect, test } from 'vitest';
import { lines, load, loadFacts, python, RESULTS, ROWS, results, row, samplesName } from './build.ts';

describe('several filters', () => {
  const filtered = ['strict', 'loose'].flatMap((filter) => ROWS.map((each) => ({ ...each, filter })));
  const own = { results: { facts: { 'acc,strict': 0.5, 'acc,loose': 0.75 } } };
  const values = [...ROWS.map(({ acc }) => acc), 0, 1, 1, 1];
  const rows = filtered.map((each, index) => ({ ...each, acc: values[index] }));

  test('keep a line each, and documents are counted once', async () => {
    const { runs, faults } = await loadFacts(rows, own);
    expect(faults).toEqual([]);
    expect(runs[0]?.record.planned).toBe(4);
    expect(runs[0]?.samples.map(({ filter }) => filter).filter((filter) => filter === 'loose')).toHaveLength(
      4,
    );
    expect(new Set(runs[0]?.samples.map(({ id }) => id)).size).toBe(4);
  });

  test('up to 0.4.6 are told by their order, and checked by their aggregates', async () => {
    const unnamed = rows.map(({ filter: _filter, metrics: _metrics, ...each }) => each);
    const { runs, faults } = await loadFacts(unnamed, own);
    expect(faults).toEqual([]);
    expect(runs).toEqual(
      (await loadFacts(rows, own)).runs.map((run) => ({ ...run, folder: expect.any(String) })),
    );
    const swapped = [...unnamed.slice(4), ...unnamed.slice(0, 4)];
    expect((await loadFacts(swapped, own)).faults).toEqual([expect.stringContaining('by the samples')]);
    expect((await loadFacts(unnamed.slice(1), own)).faults).toEqual([
      expect.stringContaining('3 samples of the filter loose'),
    ]);
  });

  test.each([
    ['a filter short of a line', rows.slice(0, -1), /3 samples of the filter loose/],
    ['a filter that the results do not have', [...rows, row(9, { filter: 'other' })], /no filter "other"/],
  ])('%s is refused', async (_what, given, message) => {
    expect((await loadFacts(given, own)).faults).toEqual([expect.stringMatching(message)]);
  });
});

test('0.4.0 to 0.4.2: an array without hashes, named by the arguments of the model', async () => {
  const old = ROWS.map(({ doc_id, doc, target, arguments: asked, resps, filtered_resps, acc }) => ({
    ...{ doc_id, doc, target, arguments: asked, resps, filtered_resps, acc },
  }));
  const { results: own, configs, versions } = results();
  const files = {
    'results.json': python({
      ...{ results: own, configs, versions, 'n-shot': {} },
      config: { model: 'hf', model_args: 'pretrained=org/m' },
    }),
    'pretrained__org__m_facts.jsonl': JSON.stringify(old, null, 2),
  };
  const { runs, faults } = await load(files);
  expect(faults).toEqual([]);
  expect(runs[0]?.samples).toHaveLength(4);
  expect(new Set(runs[0]?.samples.map(({ id }) => id)).size).toBe(4);
  expect(runs[0]?.record.model.source).toContain('org/m');
});

describe('groups', () => {
  const leaf = (name: string, values: readonly number[]) => ({
    name,
    rows: values.map((acc, document) => row(document, { acc })),
    mean: values.reduce((a, b) => a + b, 0) / values.length,
  });
  const leaves = [leaf('mmlu_a', [1, 1, 1, 1]), leaf('mmlu_b', [0, 1])];
  const OVER_DOCUMENTS = 5 / 6;
  const OVER_TASKS = 3 / 4;

  const loadGroup = (
    aggregate: number,
    changes: Readonly<Record<string, unknown>> = {},
    without = '',
    top: Readonly<Record<string, unknown>> = {},
  ) =>
    load({
      [RESULTS]: python({
        ...results(),
        results: {
          ...Object.fromEntries(leaves.map(({ name, mean }) => [name, { 'acc,none': mean }])),
          mmlu: { 'acc,none': aggregate },
          mmlu_stem: { 'acc,none': 1 },
          ...changes,
        },
        configs: {},
        higher_is_better: {},
        'n-samples': {},
        group_subtasks: { mmlu: ['mmlu_stem', 'mmlu_b'], mmlu_stem: ['mmlu_a'], mmlu_a: [], mmlu_b: [] },
        ...top,
      }),
      ...Object.fromEntries(
        leaves
          .filter(({ name }) => name !== without)
          .map(({ name, rows }) => [samplesName(name), lines(rows)]),
      ),
    });

  test('are one task, each sample with its leaf; a document that two leaves share is two', async () => {
    const { runs, faults } = await loadGroup(OVER_DOCUMENTS);
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => record.task)).toEqual(['mmlu']);
    expect(runs[0]?.record.planned).toBe(6);
    expect(new Set(runs[0]?.samples.map(({ id }) => id)).size).toBe(6);
    expect(runs[0]?.samples.map(({ group }) => group).sort()).toEqual([
      ...Array(4).fill('mmlu_a'),
      ...Array(2).fill('mmlu_b'),
    ]);
    expect(runs[0]?.samples.every(({ weight }) => weight === undefined)).toBe(true);
  });

  test('that weigh every task alike keep doing so', async () => {
    const { runs, faults } = await loadGroup(OVER_TASKS);
    expect(faults).toEqual([]);
    const samples = runs[0]?.samples ?? [];
    expect(samples.some(({ weight }) => weight !== undefined)).toBe(false);
    expect(runs[0]?.record.metrics).toMatchObject(
      ['acc', 'prob_correct', 'nll', 'brier_score'].map((name) => ({ name, group_average: 'macro' })),
    );
  });

  test('with another aggregate than either mean are refused', async () => {
    const { runs, faults } = await loadGroup(0.6);
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(/mmlu\/acc is 0\.6 in the results file and 0\.83/)]);
  });

  test('without one of their leaves are no group, and the leaf is a fault', async () => {
    const { runs, faults } = await loadGroup(OVER_DOCUMENTS, {}, 'mmlu_b');
    expect(runs.map(({ record }) => record.task)).not.toContain('mmlu');
    expect(faults).toEqual([expect.stringContaining('"mmlu_b"')]);
  });

  const means = (aggregation: string) => ({
    configs: Object.fromEntries(
      leaves.map(({ name }) => [name, { metric_list: [{ metric: 'acc', aggregation }] }]),
    ),
    group_subtasks: { mmlu: ['mmlu_a', 'mmlu_b'] },
  });

  test.each([undefined, { alias: 'mmlu', ' ': ' ' }])(
    'whose own value is %j are the mean over documents, as their tasks say',
    async (mmlu) => {
      const { runs, faults } = await loadGroup(0, { mmlu }, '', means('mean'));
      expect(faults).toEqual([]);
      expect(runs.map(({ record, samples }) => [record.task, samples.length])).toEqual([['mmlu', 6]]);
      expect(runs[0]?.record.metrics[0]).toMatchObject({ name: 'acc', kind: 'mean' });
      expect(runs[0]?.record.metrics[0]).not.toHaveProperty('group_average');
    },
  );

  test.each([
    ['by another function', '', means('median')],
    ['without the samples of a leaf', 'mmlu_b', means('mean')],
  ])('without a value and %s are taken apart', async (_, without, more) => {
    const { runs } = await loadGroup(0, { mmlu: { alias: 'mmlu' } }, without, more);
    expect(runs.map(({ record }) => record.task)).not.toContain('mmlu');
  });

  test('without an aggregate are taken apart', async () => {
    const { runs } = await loadGroup(0, { mmlu: { alias: 'mmlu' } });
    expect(runs.map(({ record }) => record.task)).toEqual(['mmlu_b', 'mmlu_stem']);
  });

  test('that name each other lose no leaf', async () => {
    const { runs, faults } = await load({
      [RESULTS]: python({ ...results(), group_subtasks: { a: ['b', 'facts'], b: ['a'] } }),
      [samplesName('facts')]: lines(ROWS),
    });
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => record.task)).toEqual(['facts']);
  });
});
