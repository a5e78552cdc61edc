import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nemo } from '../../../../src/results/formats/nemo/nemo.ts';
import { jsonl, temporaryFolder } from '../../../support/temporary-folder.ts';
import { compare, type Files, load } from '../load.ts';

type Overrides = Readonly<Record<string, unknown>>;

const row = (number: number, overrides: Overrides = {}) => ({
  ...{ problem_idx: number, repeat: 0, reward: number % 2, scorer_rewards: {}, prompt: `q${number}` },
  ...{ model_response: 'Paris', extracted_answer: 'Paris', expected_answer: 'Paris' },
  ...{ scoring_details: { method: 'exact' }, metadata: { category: 'capitals' }, tokens: 1 },
  ...overrides,
});
const rows = [0, 1, 2, 3].map((number) => row(number));

const bundle = (
  lines: readonly ReturnType<typeof row>[],
  scores: Overrides = { 'pass@1': { value: 0.5 } },
  config: Overrides = {},
) => ({
  ...{
    run_id: 'eval-20261121T020000Z-facts',
    config_hash: 'sha256:a',
    sdk_version: '0.3.0',
    timestamp: '2026-11-21T02:00:00',
  },
  config: { model: 'org/m', temperature: 0, api_key: 'sk-secret', ...config },
  benchmark: {
    name: 'facts',
    samples: new Set(lines.map((each) => each.problem_idx)).size,
    repeats: 1,
    scores,
  },
  n_results: lines.length,
});
const NAME = 'eval-20261121T020000Z-facts.json';
const files = (lines = rows, ...rest: [Overrides?, Overrides?]): Files => ({
  [NAME]: JSON.stringify(bundle(lines, ...rest), null, 2),
  'results.jsonl': jsonl(...lines),
});

describe('a bundle', () => {
  test.each(['', NAME])('becomes a run, named by %j', async (name) => {
    const { format, runs, faults } = await load(files(), name);
    expect(format).toBe(nemo);
    expect(faults).toEqual([]);
    expect(runs[0]?.record).toMatchObject({
      ...{ task: 'facts', planned: 4, started: '2026-11-21T02:00:00' },
      metrics: [{ name: 'reward', unit: 'rate', direction: 'higher_is_better' }],
      fingerprint: { harness: 'nemo-evaluator', harness_version: '0.3.0', generation: '{"temperature":0}' },
    });
    expect(runs[0]?.samples[1]).toMatchObject({
      id: '1',
      group: 'capitals',
      output: 'Paris',
      scores: { reward: 1 },
    });
    expect(JSON.stringify(runs)).not.toContain('sk-secret');
  });

  test('with repeats has the scores of all answers to a problem, and none where one is missing', async () => {
    const { runs, faults } = await load(
      files(
        [
          row(1),
          row(2),
          row(3),
          row(1, { repeat: 1, reward: 0, model_response: ' Rome' }),
          row(3, { repeat: 1 }),
        ],
        { 'pass@1': { value: 0.5 } },
        { repeats: 2 },
      ),
      '',
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.record).toMatchObject({ planned: 3, fingerprint: { repeats: 2 } });
    expect(runs[0]?.samples.map(({ id, scores, repeats }) => [id, scores.reward, repeats])).toEqual([
      ['1', 0.5, { scores: { reward: [1, 0] }, same_as: [0, 1] }],
      ['2', { unscored: '1 of 2 repeats have a score: the others are not there' }, undefined],
      ['3', 1, { scores: { reward: [1, 1] }, same_as: [0, 0] }],
    ]);
  });

  test('that asked for more answers than any problem has lacks them of each', async () => {
    const { runs } = await load(files([row(1), row(1, { repeat: 1 })], {}, { repeats: 3 }), '');
    expect(runs[0]?.samples[0]?.scores.reward).toEqual({
      unscored: '2 of 3 repeats have a score: the others are not there',
    });
  });

  test.each(['solve_failed', 'infra_error', 'graceful_error', 'system_error'])(
    'has no score where %s was given a reward of 0',
    async (method) => {
      const broken = row(0, { reward: 0, scoring_details: { method, error: 'refused\nat' } });
      const { runs, faults } = await load(files([broken, ...rows.slice(1)]), '');
      expect(faults).toEqual([]);
      expect(runs[0]?.samples[0]?.scores.reward).toEqual({ unscored: `${method}: refused` });
    },
  );

  test('has no score where the judge failed', async () => {
    const { runs } = await load(
      files([row(0, { scoring_details: { judge: { error: 'no answer' } } }), ...rows.slice(1)]),
      '',
    );
    expect(runs[0]?.samples[0]?.scores.reward).toEqual({ unscored: 'judge: no answer' });
  });

  test('has no score where the reward is NaN', async () => {
    const given = files([row(0), row(1, { reward: '?' })], {});
    const { runs, faults } = await load(
      { ...given, 'results.jsonl': String(given['results.jsonl']).replace('"?"', 'NaN') },
      '',
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[1]?.scores.reward).toEqual({ unscored: 'NaN' });
  });

  test('may lie in a folder for each benchmark', async () => {
    const two = Object.entries(files()).flatMap(([name, text]) => [
      [`facts/${name}`, text],
      [`other/${name}`, String(text).replace('"name": "facts"', '"name": "other"')],
    ]);
    const { runs, faults } = await load(Object.fromEntries(two), '');
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => record.task)).toEqual(['facts', 'other']);
    expect(new Set(runs.map(({ record }) => record.model.digest)).size).toBe(1);
  });
});

describe('what is refused', () => {
  const whole = files();
  test.each<[string, Files, RegExp]>([
    ['a bundle without results', { [NAME]: whole[NAME] ?? '' }, /no results.jsonl beside/],
    [
      'results that are missing',
      { ...whole, 'results.jsonl': jsonl(...rows.slice(1)) },
      /3 results of 3 problems are here, and the bundle counts 4 of 4/,
    ],
    [
      'a number that does not follow',
      files(rows, { 'pass@1': { value: 0.75 } }),
      /pass@1 is 0.75 in the bundle and 0.5 by the results/,
    ],
    ['a result twice', files([row(1), row(1)]), /:2: problem 1 has two results of repeat 0/],
    ['no results', files([]), /0 results of 0 problems/],
    ['a reward outside of its range', files([row(0, { reward: 50 })], {}), /is 50, outside of 0 to 1/],
    [
      'a torn last line',
      { ...whole, 'results.jsonl': jsonl(...rows).slice(0, -20) },
      /:4: the last line is cut off/,
    ],
    ['a row without a problem', { ...whole, 'results.jsonl': '{"reward": 1}\n' }, /:1 \(problem_idx\)/],
    [
      'two runs in one folder',
      { ...whole, 'eval-later.json': whole[NAME] ?? '' },
      /2 runs in one folder[\s\S]*eval-later.json/,
    ],
    [
      'two models',
      {
        ...Object.fromEntries(Object.entries(whole).map(([name, text]) => [`a/${name}`, text])),
        [`b/${NAME}`]: JSON.stringify({
          ...bundle(rows, {}, { model: 'org/n' }),
          benchmark: { name: 'b', samples: 4 },
        }),
      },
      /several models lie here[\s\S]*org\/m[\s\S]*org\/n/,
    ],
    [
      'a bundle without a benchmark',
      { [NAME]: '{"run_id": "eval-1", "config_hash": "a", "n_results": 1}' },
      /benchmark/,
    ],
    [
      'a name that no task has',
      { ...whole, [NAME]: String(whole[NAME]).replace('"name": "facts"', '"name": "a\\u0007"') },
      /no name of a task/,
    ],
  ])('%s', async (_what, given, message) => {
    const { format, runs, faults } = await load(given, '');
    expect(format).toBe(nemo);
    expect(runs).toEqual([]);
    expect(faults.join()).toMatch(message);
  });
});

test('other settings are a hard mismatch', async () => {
  const folder = temporaryFolder({
    ...Object.fromEntries(Object.entries(files()).map(([name, text]) => [`a/${name}`, text])),
    ...Object.fromEntries(
      Object.entries(files(rows, {}, { temperature: 1, max_problems: 4 })).map(([name, text]) => [
        `b/${name}`,
        text,
      ]),
    ),
  });
  const { comparability } = await compare(join(folder, 'a'), join(folder, 'b'));
  expect(comparability.map(({ field, severity }) => [field, severity])).toEqual([
    ['generation', 'hard'],
    ['limit', 'hard'],
  ]);
});

test('what was asked and expected is kept for people, a conversation turn by turn', async () => {
  const prompt = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Capital of France?' },
  ];
  const { runs } = await load(files([row(0, { prompt }), ...rows.slice(1)]));
  expect(runs[0]?.samples.map(({ asked }) => asked).slice(0, 2)).toEqual([
    { question: 'Capital of France?', turns: [{ role: 'system', text: 'Be brief.' }], reference: 'Paris' },
    { question: 'q1', reference: 'Paris' },
  ]);
});
