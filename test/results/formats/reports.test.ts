import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonl, temporaryFolder } from '../../support/temporary-folder.ts';
import { evalLog, header, sample, score } from './inspect/build.ts';
import { parquet } from './lighteval/build.ts';
import { lines, python, RESULTS, ROWS, results, samplesName } from './lm-eval/build.ts';
import { compare, type Files, load } from './load.ts';

/** What public reports say of results that mislead, each with an input of its shape and what is made of it. */

type Members = Readonly<Record<string, unknown>>;

async function told(baseline: Files, candidate: Files) {
  const [left, right] = [baseline, candidate].map((files) => join(temporaryFolder(files), '.'));
  const { comparability } = await compare(left ?? '', right ?? '');
  return comparability.map(({ field, setting, severity }) => `${setting ?? field} ${severity}`);
}

describe('EleutherAI/lm-evaluation-harness', () => {
  const HF = { model: 'hf', model_args: { pretrained: 'models/ckpt' }, limit: null, random_seed: 7 };
  const of = (config: Members = {}, top: Members = {}, rows: readonly unknown[] = ROWS): Files => ({
    [RESULTS]: python(results({ config: { ...HF, ...config }, ...top })),
    [samplesName('facts')]: lines(rows),
  });
  const task = (own: Members): Members => ({
    configs: {
      facts: {
        ...{ task: 'facts', metric_list: [{ metric: 'acc', aggregation: 'mean', higher_is_better: true }] },
        ...own,
      },
    },
  });

  test.each<[report: string, baseline: Files, candidate: Files, said: readonly string[]]>([
    [
      '#1841: one side asked through a chat API',
      of(),
      of({ model: 'local-chat-completions' }),
      ['engine hard'],
    ],
    [
      '#1841: with a template that the other lacks',
      of(),
      of({}, { chat_template: '{{ messages }}', chat_template_sha: 'a' }),
      ['chat_template hard'],
    ],
    [
      '#2676: BOS on one side',
      of(),
      of({ model_args: { pretrained: 'models/ckpt', add_bos_token: true } }),
      ['model_args.add_bos_token hard'],
    ],
    ['#1854: vllm beside hf, which adds a BOS', of(), of({ model: 'vllm' }), ['engine hard']],
    ['#1101: ten examples beside none', of(), of({}, { 'n-shot': { facts: 10 } }), ['few_shot hard']],
    ['#1751: another batch size', of({ batch_size: 1 }), of({ batch_size: 4 }), ['batch_size soft']],
    [
      '#3129: sampled beside greedy',
      of({}, task({ generation_kwargs: { do_sample: false, temperature: 0 } })),
      of({}, task({ generation_kwargs: { do_sample: true, temperature: 0.6 } })),
      ['generation hard'],
    ],
    [
      '#3438: another instruction in the prompt',
      of(),
      of(
        {},
        {},
        ROWS.map((each) => ({ ...each, arguments: { gen_args_0: { arg_0: 'End with ####', arg_1: ' A' } } })),
      ),
      ['inputs hard'],
    ],
  ])('%s', async (_, baseline, candidate, said) => {
    expect(await told(baseline, candidate)).toEqual(said);
  });

  const twoFilters = (): Files => {
    const both = ROWS.flatMap((each) => [
      { ...each, filter: 'strict-match', acc: 0 },
      { ...each, filter: 'flexible-extract' },
    ]);
    const facts = { 'acc,strict-match': 0, 'acc,flexible-extract': 0.5 };
    return of({}, { results: { facts } }, both);
  };

  test('#1687: a document that is logged once a filter is one document', async () => {
    const { runs, faults } = await load(twoFilters(), '.');
    expect(faults).toEqual([]);
    expect(runs[0]?.record.planned).toBe(4);
    expect(new Set(runs[0]?.samples.map(({ id }) => id)).size).toBe(4);
  });

  test('#2034: a strict and a flexible filter are two numbers, never one', async () => {
    const path = temporaryFolder(twoFilters());
    const { metrics } = await compare(path, path);
    const values = [...metrics].map(([name, { baseline }]) => [name, baseline?.value] as const);
    expect(values.filter(([name]) => name.startsWith('facts/acc'))).toEqual([
      ['facts/acc,flexible-extract', 0.5],
      ['facts/acc,strict-match', 0],
    ]);
  });

  test('#1401: samples of the first of several GPUs only', async () => {
    const { runs, faults } = await load(of({}, {}, ROWS.slice(0, 2)), '.');
    expect(runs).toEqual([]);
    expect(faults).toEqual([
      expect.stringContaining('facts has 2 samples, and the run evaluated 4 documents'),
    ]);
  });

  test('#1715: a standard error that is an empty list is none', async () => {
    const facts = { 'acc,none': 0.5, 'acc_stderr,none': [] };
    const { runs, faults } = await load({ [RESULTS]: python(results({ results: { facts } })) }, '.');
    expect(faults).toEqual([]);
    expect(runs[0]?.record.aggregates).toEqual([
      { metric: 'acc', filter: 'none', value: 0.5, stderr: null, n: 4 },
    ]);
  });

  const count = (n: number) => ({ original: n, effective: n });
  const sums = (rows: Members, children: readonly string[] = []): Files => ({
    [RESULTS]: python(
      results({
        results: rows,
        group_subtasks: { math: children },
        configs: {},
        higher_is_better: {},
        'n-samples': { algebra: count(307), geometry: count(132), facts: count(307) },
      }),
    ),
  });

  test('#3966: an error of 0 of what is neither all right nor all wrong is not believed', async () => {
    const files = sums({ facts: { 'acc,none': 14 / 307, 'acc_stderr,none': 0 } });
    const path = join(temporaryFolder(files), '.');
    const { of: metric } = await compare(path, path);
    expect(metric('facts/acc')?.baseline?.stderr).toBeCloseTo(0.0119, 4);
  });

  const algebra = { 'acc,none': 14 / 307, 'acc_stderr,none': 0 };
  const geometry = { 'acc,none': 2 / 132, 'acc_stderr,none': 0.0106 };
  const errorOfGroup = async (value: number, stderr: number, leaves: Members = { algebra, geometry }) => {
    const math = { 'acc,none': value, 'acc_stderr,none': stderr };
    const { runs, faults } = await load(sums({ math, ...leaves }, Object.keys(leaves)), '.');
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => record.task)).toEqual(['math']);
    return runs[0]?.record.aggregates?.[0]?.stderr ?? NaN;
  };

  test('#3966: nor does it make the group that holds it surer than it is', async () => {
    const variance = (307 / 439) ** 2 * 0.01191 ** 2 + (132 / 439) ** 2 * 0.0106 ** 2;
    expect(await errorOfGroup(16 / 439, 0.001)).toBeCloseTo(Math.sqrt(variance), 5);
  });

  test('#3882: a mean over tasks has not the error of the mean over documents', async () => {
    const sure = { ...algebra, 'acc_stderr,none': 0.012 };
    const value = (14 / 307 + 2 / 132) / 2;
    const error = await errorOfGroup(value, 0.0001, { algebra: sure, geometry });
    expect(error).toBeCloseTo(Math.hypot(0.012, 0.0106) / 2, 9);
    // The error of a mean over documents is the harness's own.
    expect(await errorOfGroup(16 / 439, 0.009, { algebra: sure, geometry })).toBe(0.009);
  });

  test('#3882: a task that is all right makes no mean over tasks certain', async () => {
    const sure = { 'acc,none': 1, 'acc_stderr,none': 0 };
    const error = await errorOfGroup((1 + 2 / 132) / 2, 0.0001, { algebra: sure, geometry });
    const rate = (307 + 2) / (307 + 4);
    expect(error).toBeCloseTo(Math.hypot(Math.sqrt((rate * (1 - rate)) / 307), 0.0106) / 2, 9);
  });

  test('#3882: of what is no rate no error is made up', async () => {
    const files = sums(
      {
        math: { 'rouge1,none': 0.4, 'rouge1_stderr,none': 0.01 },
        algebra: { 'rouge1,none': 0.3, 'rouge1_stderr,none': 'N/A' },
        geometry: { 'rouge1,none': 0.5, 'rouge1_stderr,none': 'N/A' },
      },
      ['algebra', 'geometry'],
    );
    const { runs, faults } = await load(files, '.');
    expect(faults).toEqual([]);
    expect(runs[0]?.record.metrics[0]).toMatchObject({ name: 'rouge1', unit: 'number' });
    expect(runs[0]?.record.aggregates).toMatchObject([{ value: 0.4, stderr: null }]);
  });
});

describe('huggingface/lighteval', () => {
  const TIME = '2025-11-21T02-02-49.864881';
  const of = (
    general: Members = {},
    own: Members = {},
    details: Uint8Array = parquet([1, 0]),
    metric = 'extractive_match',
  ): Files => ({
    [`results/org/m/results_${TIME}.json`]: python({
      config_general: { lighteval_sha: 'abc', model_config: { model_name: 'org/m' }, ...general },
      results: { 'gsm8k:0': { [metric]: 0.5 } },
      versions: { 'gsm8k:0': 0 },
      config_tasks: { gsm8k: { metrics: [{ metric_name: metric, higher_is_better: true }], ...own } },
    }),
    [`details/org/m/${TIME}/details_gsm8k|0_${TIME}.parquet`]: details,
  });

  test.each<[report: string, baseline: Files, candidate: Files, said: readonly string[]]>([
    [
      '#649: other stop texts in the task of another suite',
      of({}, { stop_sequence: ['Question='] }),
      of({}, { stop_sequence: ['Question=', 'Question', '='] }),
      ['generation hard'],
    ],
    [
      '#82: a chat template on one side',
      of(),
      of({ model_config: { model_name: 'org/m', use_chat_template: true } }),
      ['model.use_chat_template hard'],
    ],
    [
      '#598: special tokens added to a template that has them',
      of(),
      of({ model_config: { model_name: 'org/m', add_special_tokens: false } }),
      ['model.add_special_tokens hard'],
    ],
    [
      'huggingface/open-r1#622: another version of the harness',
      of(),
      of({ lighteval_sha: 'def' }),
      ['harness_version soft'],
    ],
  ])('%s', async (_, baseline, candidate, said) => {
    expect(await told(baseline, candidate)).toEqual(said);
  });

  test('#202: two tasks of one name and different suites are not compared', async () => {
    const other = of();
    const renamed = Object.fromEntries(
      Object.entries(other).map(([name, content]) => [
        name.replace('gsm8k|0', 'leaderboard|gsm8k|0'),
        typeof content === 'string' ? content.replaceAll('gsm8k:0', 'leaderboard:gsm8k:0') : content,
      ]),
    );
    expect((await told(other, renamed)).every((each) => each === 'run hard')).toBe(true);
  });

  test('#957: details that lack a metric of the results', async () => {
    const { runs, faults } = await load(of({}, {}, parquet([1, 0], 'other')), '.');
    expect(runs).toEqual([]);
    expect(faults.join()).toContain('extractive_match');
  });

  test.each(['math_pass@1:16_samples', 'pass@k:k=1&n=16', 'avg@n:n=4'])(
    '#661: %s is a metric by that name',
    async (metric) => {
      const { runs, faults } = await load(of({}, {}, parquet([1, 0], metric), metric), '.');
      expect(faults).toEqual([]);
      expect(runs[0]?.record.metrics.map(({ name }) => name)).toEqual([metric]);
    },
  );
});

describe('UKGovernmentBEIS/inspect_ai', () => {
  const log = (samples: Parameters<typeof evalLog>[0], accuracy: number, extra: Members = {}): Files => ({
    'run.eval': evalLog(
      samples,
      header({
        results: {
          total_samples: samples?.length ?? 0,
          completed_samples: samples?.length ?? 0,
          scores: [score({ accuracy, stderr: 0.1 })],
          ...extra,
        },
      }),
    ),
  });
  const failed = { error: { message: 'endpoint returned 503' } };

  test('#4286: samples that failed leave the accuracy, and not the run', async () => {
    const samples = [sample(1, 'C'), sample(2, 'C'), sample(3, 0, { scores: {}, ...failed }), sample(4, 'I')];
    const { runs, faults } = await load(log(samples, 2 / 3));
    expect(faults).toEqual([]);
    expect(runs[0]?.record.planned).toBe(4);
    expect(runs[0]?.samples[2]?.scores.match).toEqual({ unscored: 'error: endpoint returned 503' });
  });

  test('#2914: and two that failed of eight are told as missing, not as a better model', async () => {
    const samples = [1, 2, 3, 4, 5, 6, 7, 8].map((id) =>
      id > 6 ? sample(id, 0, { scores: {}, ...failed }) : sample(id, id > 2 ? 'I' : 'C'),
    );
    const { runs } = await load(log(samples, 1 / 3));
    expect(runs[0]?.samples.filter(({ scores }) => typeof scores.match === 'object')).toHaveLength(2);
  });

  test('#4286: a value of a rate beyond 1 is refused', async () => {
    const samples = [sample(1, 5), sample(2, 'I')];
    const { runs, faults } = await load(log(samples, 2.5));
    expect(runs).toEqual([]);
    expect(faults.join()).toMatch(/outside/);
  });

  test.each([
    ['counted, as the log says', 0.5, []],
    [
      'left out by a log that holds it, which contradicts itself',
      1,
      [/match is 1 in the results file and 0\.5/],
    ],
  ])('#4412: the score of a sample that failed is %s', async (_, accuracy, said) => {
    const samples = [sample(1, 'C'), sample(2, 'I', failed)];
    const { faults } = await load(log(samples, accuracy));
    expect(faults).toEqual(said.map((each) => expect.stringMatching(each)));
  });

  test('#796: epochs give a fraction of each sample', async () => {
    const samples = [1, 2].flatMap((id) =>
      [1, 2, 3, 4].map((epoch) => sample(id, epoch <= id ? 'C' : 'I', { epoch })),
    );
    const top = header(
      {
        results: {
          ...{ total_samples: 8, completed_samples: 8 },
          scores: [score({ accuracy: 0.375, stderr: 0.1 }, { reducer: 'mean' })],
        },
      },
      { config: { epochs: 4, epochs_reducer: ['mean'] } },
    );
    const { runs, faults } = await load({ 'run.eval': evalLog(samples, top) });
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ scores }) => scores.match)).toEqual([0.25, 0.5]);
  });

  test('#245: reduced scores beside the results change nothing', async () => {
    const reductions = [{ scorer: 'match', reducer: 'mean', samples: [{ value: 1, sample_id: 1 }] }];
    const { runs, faults } = await load(
      log([sample(1, 'C'), sample(2, 'I')], 0.5, { sample_reductions: reductions }),
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.samples).toHaveLength(2);
  });

  test('#175: letters that only a metric of the task knows are no scores', async () => {
    const { runs, faults } = await load(log([sample(1, 'A'), sample(2, 'D')], 0.5));
    expect(runs).toEqual([]);
    expect(faults.join()).toContain('match is 0.5 in the results file');
  });

  test('evaleval/every_eval_ever#59: a score that stands in an event only is none', async () => {
    const event = { events: [{ event: 'score', score: { value: 'C' } }] };
    const { runs, faults } = await load(log([sample(1, 'C', { scores: {}, ...event }), sample(2, 'I')], 0.5));
    expect(runs).toEqual([]);
    expect(faults.join()).toContain('match is 0.5 in the results file');
  });
});

describe('promptfoo/promptfoo', () => {
  const row0 = (question: string, own: Members = {}) => ({
    ...{ provider: { id: 'openai:m' }, prompt: { raw: question, label: 'p' }, vars: { question } },
    ...{ success: true, score: 1, namedScores: {}, response: { output: 'yes' }, testIdx: 0, promptIdx: 0 },
    testCase: { vars: { question }, assert: [{ type: 'equals', value: 'yes' }] },
    gradingResult: { pass: true, score: 1, componentResults: [{ assertion: { type: 'equals' } }] },
    failureReason: 0,
    ...own,
  });
  const of = (rows: readonly ReturnType<typeof row0>[]): Files => ({
    'out.json': python({
      results: {
        ...{ version: 3, timestamp: '2026-11-21T02:16:37.700Z', prompts: [], results: rows },
        stats: {
          successes: rows.filter(({ success }) => success).length,
          failures: rows.filter(({ success }) => !success).length,
          errors: 0,
        },
      },
      config: {},
    }),
  });

  test('#360: repeats from the cache are one question', async () => {
    const { runs, faults } = await load(of([row0('a'), row0('a'), row0('a'), row0('b')]));
    expect(faults).toEqual([]);
    const clusters = runs[0]?.samples.map(({ cluster, id }) => cluster ?? id);
    expect(new Set(clusters).size).toBe(2);
  });

  test.each(['#10141', '#5623'])('%s: a test that passes with a score of 0 keeps both', async () => {
    const { runs, faults } = await load(of([row0('a', { score: 0 }), row0('b', { score: 0 })]));
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ scores }) => scores)).toEqual([
      { pass: 1, score: 0 },
      { pass: 1, score: 0 },
    ]);
  });

  test.each([
    ['#9736: a threshold of 0', { threshold: 0 }, {}],
    ['#124: another threshold', { threshold: 0.5 }, { threshold: 0.9 }],
    [
      '#690: an assertion with another threshold',
      { assert: [{ type: 'python', threshold: 0.5 }] },
      { assert: [{ type: 'python', threshold: 0.9 }] },
    ],
  ])('%s is another question', async (_, left, right) => {
    const side = (own: Members) =>
      of([
        row0('a', {
          testCase: { vars: { question: 'a' }, assert: [{ type: 'equals', value: 'yes' }], ...own },
        }),
      ]);
    const [a, b] = [left, right].map((own) => join(temporaryFolder(side(own)), 'out.json'));
    const { comparability } = await compare(a ?? '', b ?? '');
    expect(comparability).toMatchObject([{ field: 'targets', severity: 'hard' }]);
  });

  test('promptfoo/promptfoo-action#669: two tests that ask the same with other assertions are two', async () => {
    const other = { vars: { question: 'a' }, assert: [{ type: 'contains', value: 'no' }] };
    const { runs, faults } = await load(
      of([row0('a'), row0('a', { testCase: other, success: false, score: 0 })]),
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ scores }) => scores.pass).sort()).toEqual([0, 1]);
  });
});

test('openai/evals#1834: an error of NaN beside one sample', async () => {
  const log = [
    { spec: { completion_fns: ['m'], eval_name: 'facts', run_config: { seed: 1 }, run_id: 'r' } },
    { run_id: 'r', sample_id: 'facts.1', type: 'match', data: { correct: false } },
  ];
  const last = '{"final_report": {"accuracy": 0.0, "boostrap_std": NaN}, "run_id": "r"}\n';
  const { runs, faults } = await load({ 'log.jsonl': `${jsonl(...log)}${last}` });
  expect(faults).toEqual([]);
  expect(runs[0]?.samples).toHaveLength(1);
});

test('stanford-crfm/helm#597: what was asked otherwise on purpose is no sample', async () => {
  const stat = (mean: number, perturbation?: Members) => ({
    ...{ name: { name: 'exact_match', split: 'valid', ...(perturbation ? { perturbation } : {}) }, count: 1 },
    mean,
  });
  const identity = { name: 'identity', robustness: false };
  const { runs, faults } = await load(
    {
      'run/run_spec.json': python({ name: 'boolq:model=m', adapter_spec: { model: 'm' } }),
      'run/stats.json': python([
        stat(0.5),
        stat(0.25, identity),
        { name: { name: 'num_instances', split: 'valid' }, count: 1, mean: 2 },
      ]),
      'run/per_instance_stats.json': python([
        { instance_id: 'a', train_trial_index: 0, stats: [stat(1)] },
        { instance_id: 'b', train_trial_index: 0, stats: [stat(0)] },
        { instance_id: 'b', train_trial_index: 0, perturbation: identity, stats: [stat(0, identity)] },
      ]),
      'run/scenario_state.json': python({
        request_states: ['a', 'b'].map((id) => ({
          instance: { id },
          train_trial_index: 0,
          request: { prompt: id },
        })),
      }),
    },
    'run',
  );
  expect(faults).toEqual([]);
  expect(runs[0]?.samples.map(({ id, scores }) => [id, scores.exact_match])).toEqual([
    ['a', 1],
    ['b', 0],
  ]);
});
