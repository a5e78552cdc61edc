import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lighteval } from '../../../../src/results/formats/lighteval/lighteval.ts';
import { findFormat } from '../../../../src/results/formats/registry.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { python } from '../lm-eval/build.ts';
import { compare, load as loadAny } from '../load.ts';
import { parquet } from './build.ts';

type Members = Readonly<Record<string, unknown>>;

const TIME = '2025-11-21T02-02-49.864881';
const RESULTS = `out/results/org/m/results_${TIME}.json`;
const details = (task: string) => `out/details/org/m/${TIME}/details_${task}_${TIME}.parquet`;

const results = (
  rows: Members = { 'gsm8k:0': { extractive_match: 0.75, extractive_match_stderr: 0.25 } },
  own: Members = {},
) =>
  python({
    config_general: { lighteval_sha: 'abc', model_config: { model_name: 'org/m', api_key: 'hf_secret' } },
    results: {
      ...rows,
      all: { extractive_match: 0.75, extractive_match_stderr: 0.25 },
      'g:_average|0': { a: 1 },
    },
    versions: { 'gsm8k:0': 0 },
    config_tasks: { gsm8k: { metrics: [{ metric_name: 'extractive_match', higher_is_better: true }] } },
    summary_tasks: {},
    ...own,
  });

const load = (files: Readonly<Record<string, string | Uint8Array>>, name = 'out') =>
  loadAny(files, name || '.');

const WHOLE = { [RESULTS]: results(), [details('gsm8k|0')]: parquet([1, 0, 1, 1]) };

describe('results with details', () => {
  test.each(['out', RESULTS])('are found by %s', async (name) => {
    expect(await findFormat(temporaryFolder(WHOLE))).toBe(lighteval);
    const { runs, faults } = await load(WHOLE, name);
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => record.task)).toEqual(['gsm8k:0']);
    expect(runs[0]?.record).toMatchObject({
      planned: 4,
      metrics: [{ name: 'extractive_match', direction: 'higher_is_better', kind: 'mean' }],
      fingerprint: { harness: 'lighteval', harness_version: 'abc', few_shot: 0, task_version: 0 },
    });
    expect(runs[0]?.samples[1]).toMatchObject({
      id: '1',
      scores: { extractive_match: 0 },
      output: 'answer 1',
    });
    expect(JSON.stringify(runs)).not.toContain('hf_secret');
  });

  test.each(['home/someone/work/team/models/run/checkpoint-200', 'data/results/m'])(
    'of a model that was named by its path, %s',
    async (model) => {
      const files = {
        [`out/results/${model}/results_${TIME}.json`]: results(),
        [`out/details/${model}/${TIME}/details_gsm8k|0_${TIME}.parquet`]: parquet([1, 0, 1, 1]),
      };
      for (const name of ['out', Object.keys(files)[0] ?? '']) {
        const { runs, faults } = await load(files, name);
        expect(faults).toEqual([]);
        expect(runs.map(({ samples }) => samples.length)).toEqual([4]);
      }
    },
  );

  test('may be named with bars', async () => {
    const files = {
      [RESULTS]: results({ 'community|gpqa|0': { extractive_match: 0.5 } }),
      [details('community|gpqa|0')]: parquet([1, 0]),
    };
    expect((await load(files)).runs.map(({ record }) => record.task)).toEqual(['community:gpqa:0']);
  });

  test.each([null, NaN, Infinity])('%s is unscored, never 0', async (score) => {
    const files = {
      [RESULTS]: results({ 'gsm8k:0': { extractive_match: NaN } }),
      [details('gsm8k|0')]: parquet([score, 1]),
    };
    const { runs, faults } = await load(files);
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[0]?.scores.extractive_match).toMatchObject({ unscored: expect.any(String) });
  });

  test('more than fit in one batch are all read', async () => {
    const scores = Array.from({ length: 1203 }, (_, index) => index % 2);
    const files = {
      [RESULTS]: results({ 'gsm8k:0': { extractive_match: 601 / 1203 } }),
      [details('gsm8k|0')]: parquet(scores),
    };
    const { runs, faults } = await load(files);
    expect(faults).toEqual([]);
    expect(new Set(runs[0]?.samples.map(({ id }) => id)).size).toBe(1203);
  });
});

describe('the hashes of a task', () => {
  const HASHES = {
    hash_examples: 'a',
    hash_full_prompts: 'b',
    hash_input_tokens: 'c',
    hash_cont_tokens: 'd',
  };
  const side = (change: Members, saved: boolean) => ({
    [RESULTS]: results(undefined, { summary_tasks: { 'gsm8k|0': { hashes: { ...HASHES, ...change } } } }),
    ...(saved ? { [details('gsm8k|0')]: parquet([1, 0, 1, 1]) } : {}),
  });
  const differing = async (change: Members, saved = true) => {
    const [a, b] = [side({}, saved), side(change, saved)].map((files) => join(temporaryFolder(files), 'out'));
    const { comparability } = await compare(a ?? '', b ?? '');
    return comparability.map(({ field }) => field);
  };

  test('of what was asked must agree', async () => {
    expect(await differing({})).toEqual([]);
    expect(await differing({ hash_examples: 'other' })).toEqual(['dataset']);
    expect(await differing({ hash_full_prompts: 'other' })).toEqual(['prompt']);
  });

  test('of what was answered differ where two models do', async () => {
    expect(await differing({ hash_cont_tokens: 'other' })).toEqual([]);
    expect(await differing({ hash_cont_tokens: 'other' }, false)).toEqual([]);
  });

  test('of the ids that the model was given count where no details show the text', async () => {
    expect(await differing({ hash_input_tokens: 'other' })).toEqual([]);
    expect(await differing({ hash_input_tokens: 'other' }, false)).toEqual(['prompt']);
  });
});

test('without details there are aggregates', async () => {
  const { runs, faults } = await load({ [RESULTS]: results() });
  expect(faults).toEqual([]);
  expect(runs[0]?.record).toMatchObject({
    planned: 0,
    aggregates: [
      {
        metric: 'extractive_match',
        value: 0.75,
        stderr: expect.closeTo(0.26, 9),
        n: 4,
        rounded: { n: [4, 4], value: expect.closeTo(0.005, 9) },
      },
    ],
  });
});

test.each([
  [
    'one of several that a metric gives',
    { metric_name: ['a', 'b'], higher_is_better: { a: true, b: false } },
    'b',
    'lower_is_better',
  ],
  ['a metric alone', { metric_name: 'b', higher_is_better: true }, 'b', 'higher_is_better'],
])('the direction of %s', async (_what, listed, metric, direction) => {
  const own = { config_tasks: { gsm8k: { metrics: [listed] } } };
  const { runs } = await load({ [RESULTS]: results({ 'gsm8k:0': { [metric]: 0.5 } }, own) });
  expect(runs[0]?.record.metrics).toMatchObject([{ direction }]);
});

test('a direction that nobody says can be said', async () => {
  const files = { [RESULTS]: results({ 'gsm8k:0': { politeness: 0.5 } }) };
  expect((await load(files)).faults[0]).toMatch(
    /gsm8k:0.politeness.*which way politeness is better[\s\S]*#higher=politeness/,
  );
  expect((await load(files, 'out#lower=politeness')).runs).toHaveLength(1);
});

describe('refused', () => {
  test.each<[string, Readonly<Record<string, string | Uint8Array>>, RegExp]>([
    [
      'details of another run',
      { ...WHOLE, [details('gsm8k|0')]: parquet([1, 0]) },
      /is 0\.75 in the results file and 0\.5/,
    ],
    [
      'fewer details than documents',
      {
        ...WHOLE,
        [RESULTS]: results(undefined, {
          config_tasks: {
            gsm8k: {
              effective_num_docs: 9,
              metrics: [{ metric_name: 'extractive_match', higher_is_better: true }],
            },
          },
        }),
      },
      /has 4 details, and the run evaluated 9/,
    ],
    [
      'torn details',
      { ...WHOLE, [details('gsm8k|0')]: parquet([1, 0]).subarray(0, 200) },
      /cannot be read as Parquet/,
    ],
    [
      'details of another task only',
      { [RESULTS]: results(), [details('other|0')]: parquet([1, 0]) },
      /no details of the task "gsm8k:0"/,
    ],
    [
      'two runs in one folder',
      { ...WHOLE, [RESULTS.replace('2025', '2026')]: results() },
      /2 results of the task[\s\S]*#newest/,
    ],
    ['no task', { [RESULTS]: results({}) }, /no task has a metric/],
  ])('%s', async (_what, files, message) => {
    const { runs, faults } = await load(files);
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(message)]);
  });
});
