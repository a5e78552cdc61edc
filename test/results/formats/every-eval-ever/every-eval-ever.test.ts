import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everyEvalEver } from '../../../../src/results/formats/every-eval-ever/every-eval-ever.ts';
import { sharedData } from '../../../support/shared-data.ts';
import { jsonl, temporaryFolder } from '../../../support/temporary-folder.ts';
import { compare, type Files, load, loadPath } from '../load.ts';

type Overrides = Readonly<Record<string, unknown>>;

const SAMPLES = '98ea850e-7019-4728-a558-8b1819ec47c2_samples.jsonl';

const result = (overrides: Overrides = {}, metric: Overrides = {}, details: Overrides = {}) => ({
  evaluation_result_id: 'facts.acc',
  evaluation_name: 'facts',
  source_data: { dataset_name: 'facts', source_type: 'other' },
  metric_config: {
    ...{
      metric_id: 'accuracy',
      lower_is_better: false,
      score_type: 'continuous',
      min_score: 0,
      max_score: 1,
    },
    ...metric,
  },
  score_details: { score: 0.5, uncertainty: { standard_error: { value: 0.1 }, num_samples: 4 }, ...details },
  ...overrides,
});

const row = (number: number, overrides: Overrides = {}) => ({
  ...{ schema_version: '0.3.0', evaluation_id: 'e1', model_id: 'org/m', evaluation_name: 'facts' },
  evaluation_result_id: 'facts.acc',
  sample_id: `q${number}`,
  interaction_type: 'single_turn',
  input: { raw: `question ${number}`, reference: ['yes'] },
  output: { raw: ['no'] },
  answer_attribution: [],
  evaluation: { score: number % 2, is_correct: number % 2 === 1 },
  token_usage: { input_tokens: 3, output_tokens: 1, total_tokens: 4 },
  ...overrides,
});
const rows = [0, 1, 2, 3].map((number) => row(number));

const evaluation = (
  results: readonly unknown[],
  lines: readonly unknown[] | null,
  overrides: Overrides = {},
) => ({
  ...{ schema_version: '0.3.0', evaluation_id: 'e1', retrieved_timestamp: '1750000001' },
  source_metadata: {},
  eval_library: { name: 'inspect_ai', version: '0.3.1' },
  model_info: { name: 'm', id: 'org/m', additional_details: {} },
  evaluation_results: results,
  ...(lines === null
    ? {}
    : {
        detailed_evaluation_results: {
          ...{ format: 'jsonl', file_path: `data/c/org/m/${SAMPLES}`, hash_algorithm: 'sha256' },
          checksum: createHash('sha256')
            .update(jsonl(...lines))
            .digest('hex'),
          total_rows: lines.length,
        },
      }),
  ...overrides,
});

const files = (
  results: readonly unknown[] = [result()],
  lines: readonly unknown[] | null = rows,
  overrides: Overrides = {},
): Files => ({
  'e.json': JSON.stringify(evaluation(results, lines, overrides)),
  ...(lines === null ? {} : { [SAMPLES]: jsonl(...lines) }),
});
const loadAll = (...given: Parameters<typeof files>) => load(files(...given), '');

describe('an evaluation with samples', () => {
  test('becomes a run', async () => {
    const { format, runs, faults } = await loadAll();
    expect(format).toBe(everyEvalEver);
    expect(faults).toEqual([]);
    expect(runs[0]?.record).toMatchObject({
      ...{ task: 'facts', planned: 4, started: '2025-06-15T15:06:41.000Z' },
      metrics: [{ name: 'accuracy', unit: 'rate', direction: 'higher_is_better', range: { min: 0, max: 1 } }],
      fingerprint: { harness: 'inspect_ai', harness_version: '0.3.1' },
    });
    expect(runs[0]?.samples[1]).toMatchObject({
      ...{ id: 'q1', output: 'no', scores: { accuracy: 1 }, usage: { prompt_tokens: 3, output_tokens: 1 } },
      input_digest: expect.stringMatching(/^sha256:/),
    });
  });

  test('of which one asks more than once has clusters', async () => {
    const { runs } = await loadAll([result({}, {}, { score: 0.6, uncertainty: null })], [...rows, row(1)]);
    expect(runs[0]?.samples.at(-1)).toMatchObject({ id: 'q1#2', cluster: 'q1' });
  });

  test('may have several metrics, joined by the id of the result', async () => {
    const second = { evaluation_result_id: 'facts.f1' };
    const { runs, faults } = await loadAll(
      [result(), result(second, { metric_id: 'f1' }, { score: 0.25 })],
      [...rows, ...rows.map((each) => ({ ...each, ...second, evaluation: { score: 0.25 } }))],
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[1]?.scores).toEqual({ accuracy: 1, f1: 0.25 });
  });

  test('whose rows do not say to which of two metrics they belong has aggregates only', async () => {
    const anonymous = rows.map(({ evaluation_result_id: _id, ...rest }) => rest);
    const { runs } = await loadAll(
      [result(), result({ evaluation_result_id: 'b' }, { metric_id: 'f1' })],
      anonymous,
    );
    expect(runs[0]?.record.aggregates).toHaveLength(2);
  });

  test.each<[string, Overrides, unknown]>([
    ['an error', { error: 'refused\nat', evaluation: { score: 0 } }, { unscored: 'error: refused' }],
    [
      'an error that counted as 0',
      { error: 'refused', evaluation: { score: 0 } },
      { unscored: 'error: refused' },
    ],
  ])('%s has no score', async (_what, overrides, expected) => {
    const { runs, faults } = await loadAll([result()], [row(0, overrides), ...rows.slice(1)]);
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[0]?.scores.accuracy).toEqual(expected);
  });

  test('NaN has no score', async () => {
    const text = jsonl(...rows).replace('"score":0', '"score":NaN');
    const { detailed_evaluation_results: _checksum, ...rest } = evaluation([result()], rows) as Record<
      string,
      unknown
    >;
    const named = { format: 'jsonl', file_path: `data/c/org/m/${SAMPLES}` };
    const given = {
      'e.json': JSON.stringify({ ...rest, detailed_evaluation_results: named }),
      [SAMPLES]: text,
    };
    const { runs, faults } = await load(given, '');
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[0]?.scores.accuracy).toEqual({ unscored: 'NaN' });
  });

  test('an unknown level has no score', async () => {
    const levels = result(
      {},
      { score_type: 'levels', has_unknown_level: true, min_score: 0, max_score: 3 },
      { score: 2 / 3 },
    );
    const { runs, faults } = await loadAll(
      [levels],
      [row(0, { evaluation: { score: -1 } }), ...rows.slice(1)],
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[0]?.scores.accuracy).toEqual({ unscored: 'unknown level' });
  });

  test.each([
    ['fractions', (score: number) => score],
    ['per cent', (score: number) => score * 100],
  ])('of a percentage may be %s', async (_what, scale) => {
    const percent = result({}, { metric_unit: 'percent', max_score: 100 }, { score: 50 });
    const lines = rows.map((each) => ({ ...each, evaluation: { score: scale(each.evaluation.score) } }));
    const { runs, faults } = await loadAll([percent], lines);
    expect(faults).toEqual([]);
    expect(runs[0]?.record.metrics[0]?.unit).toBe('rate');
    expect(runs[0]?.samples.map(({ scores }) => scores.accuracy)).toEqual([0, 1, 0, 1]);
  });

  test('may be rounded', async () => {
    const thirds = result({}, {}, { score: 0.67, uncertainty: { num_samples: 3 } });
    expect((await loadAll([thirds], [row(1), row(2), row(3)])).faults).toEqual([]);
  });
});

describe('an evaluation without samples', () => {
  test('has aggregates, on the scale of a rate', async () => {
    const { runs, faults } = await loadAll(
      [
        result(
          {},
          { metric_unit: 'percent', max_score: 100 },
          { score: 75, uncertainty: { standard_error: { value: 2 } } },
        ),
        result(
          { evaluation_name: 'elo' },
          { metric_id: null, min_score: '-Infinity', max_score: 'Infinity' },
          { score: 1250, uncertainty: null },
        ),
      ],
      null,
    );
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => [record.task, record.aggregates])).toEqual([
      ['elo', [{ metric: 'score', value: 1250, stderr: null, n: null }]],
      [
        'facts',
        [
          {
            metric: 'accuracy',
            value: 0.75,
            stderr: 0.02,
            n: null,
            rounded: { n: [297, 844], value: expect.closeTo(0.005, 9) },
          },
        ],
      ],
    ]);
    expect(runs[0]?.record).toMatchObject({
      planned: 0,
      metrics: [{ unit: 'number', range: { min: null, max: null } }],
    });
  });
});

describe('what is refused', () => {
  test.each<[string, Files, RegExp]>([
    [
      'samples that are not there',
      { 'e.json': files()['e.json'] ?? '' },
      /samples of this evaluation are not beside it/,
    ],
    [
      'a number that does not follow',
      files([result({}, {}, { score: 0.75 })]),
      /is 0.75 in the evaluation and 0.5 by the samples/,
    ],
    [
      'fewer samples than were counted',
      files([result({}, {}, { uncertainty: { num_samples: 5 } })]),
      /has 4 samples of 5/,
    ],
    [
      'a number outside of its bounds',
      files([result({}, {}, { score: 75 })], null),
      /is 75, outside of its bounds/,
    ],
    ['two results of one name', files([result(), result()], null), /two results are called facts\/accuracy/],
    ['no direction', files([result({}, { lower_is_better: undefined })], null), /lower_is_better/],
    ['an old version', files([result()], null, { schema_version: '0.1.0' }), /only versions 0.2 and 0.3/],
    [
      'samples of another evaluation',
      files([result()], [row(0, { evaluation_id: 'e2' })]),
      /:1: a sample of the evaluation e2/,
    ],
    ['a row without an id', files([result()], [row(0, { sample_id: '' })]), /sample_id/],
    [
      'a task that no folder can have',
      files([result({ evaluation_name: 'a\u0000b' })], null),
      /no name of a task/,
    ],
    ['a file that is cut off', { 'e.json': (files()['e.json'] as string).slice(0, -9) }, /not JSON/],
    [
      'two models',
      {
        ...files([result()], null),
        'f.json': JSON.stringify(evaluation([result()], null, { model_info: { id: 'org/n' } })),
      },
      /2 models here[\s\S]*#model=org\/m[\s\S]*#model=org\/n/,
    ],
    [
      'a metric called __proto__',
      files([result({}, { metric_id: '__proto__' })], null),
      /cannot have this name/,
    ],
  ])('%s', async (_what, given, message) => {
    const { format, runs, faults } = await load(given, '');
    expect(format).toBe(everyEvalEver);
    expect(runs).toEqual([]);
    expect(faults.join()).toMatch(message);
  });

  test('a path in the file leads nowhere', async () => {
    const outside = evaluation([result()], rows);
    const text = JSON.stringify(outside).replace(`data/c/org/m/${SAMPLES}`, '../../etc/passwd');
    expect((await load({ 'e.json': text }, '')).faults.join()).toContain('put passwd into');
  });

  test('two runs of a task', async () => {
    const folder = temporaryFolder({
      ...files([result()], null),
      'f.json': JSON.stringify(evaluation([result()], null)),
    });
    await expect(compare(folder, folder)).rejects.toThrow(/2 results of the task "facts"/);
  });

  test.each(['{"schema_version": 1}', '[]', ''])('%s is another thing', async (text) => {
    expect((await load({ 'e.json': text }, '')).format).toBeNull();
  });
});

test('two models in one folder are compared by name, and a template that differs is found', async () => {
  const other = rows.map((each) => ({
    ...each,
    model_id: 'org/n',
    input: { ...each.input, formatted: '<s>' },
  }));
  const folder = temporaryFolder({
    ...Object.fromEntries(Object.entries(files()).map(([name, text]) => [`m/${name}`, text])),
    'n/e.json': JSON.stringify(evaluation([result()], other, { model_info: { id: 'org/n' } })),
    [`n/${SAMPLES}`]: jsonl(...other),
  });
  const { comparability, of } = await compare(`${folder}#model=org/m`, `${folder}#model=org/n`);
  expect(comparability).toMatchObject([{ field: 'inputs', severity: 'hard' }]);
  expect(of('facts/accuracy')?.baseline?.n).toBe(4);
});

const data = sharedData('every_eval_ever');
const at = (name: string) => join(data ?? '', name);

describe.skipIf(data === null)('collected evaluations', () => {
  test('of version 0.2, aggregates only', async () => {
    const { runs, faults } = await loadPath(at('98ea850e-7019-4728-a558-8b1819ec47c2.json'));
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(6);
    expect(runs.find(({ record }) => record.task === 'IFEval')?.record.aggregates).toEqual([
      { metric: 'score', value: 0.4486, stderr: null, n: null },
    ]);
  });

  test('of version 0.3 whose one sample does not add up to its score', async () => {
    const { runs, faults } = await loadPath(at('f3a1c0de-4b2e-4c1a-9f6d-1b7e5a2c8d40.json'));
    expect(runs).toEqual([]);
    expect(faults.join()).toContain(
      'demo-source.demo_bench/accuracy is 0.75 in the evaluation and 1 by the samples',
    );
  });
});
