import { describe, expect, test } from 'vitest';
import { helm } from '../../../../src/results/formats/helm/helm.ts';
import { findFormat } from '../../../../src/results/formats/registry.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { load as loadAny } from '../load.ts';

type Members = Readonly<Record<string, unknown>>;

const stat = (name: string, mean: number | null, own: Members = {}) => ({
  name: { name, split: 'test', ...own },
  count: 1,
  ...(mean === null ? {} : { mean }),
});

const ANSWERS = [1, 0, 1, 1];

const instance = (id: number, exact: number | null, overrides: Members = {}) => ({
  instance_id: `id${id}`,
  train_trial_index: 0,
  stats: [
    ...(exact === null ? [] : [stat('exact_match', exact)]),
    stat('num_output_tokens', 3),
    stat('inference_runtime', 0.1),
  ],
  ...overrides,
});

const state = (id: number) => ({
  instance: { id: `id${id}`, references: [{ output: { text: 'A' } }] },
  train_trial_index: 0,
  request: { prompt: `question ${id}` },
  result: { completions: [{ text: `answer ${id}` }] },
});

const run = (overrides: Readonly<Record<string, unknown>> = {}, model = 'org/base') => {
  const files: Record<string, unknown> = {
    'run_spec.json': {
      name: `mmlu:subject=philosophy,model=${model.replace('/', '_')}`,
      scenario_spec: { class_name: 'Mmlu' },
      adapter_spec: {
        model,
        model_deployment: `huggingface/${model}`,
        max_train_instances: 5,
        temperature: 0,
      },
    },
    'stats.json': [
      stat('exact_match', 0.75),
      stat('num_instances', 4),
      stat('exact_match', 0.5, { perturbation: { name: 'robustness' } }),
    ],
    'per_instance_stats.json': ANSWERS.map((exact, id) => instance(id, exact)),
    'scenario_state.json': { request_states: ANSWERS.map((_, id) => state(id)) },
    ...overrides,
  };
  return Object.fromEntries(Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)]));
};

const inFolder = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

const load = (files: Readonly<Record<string, string>>, name = '') => loadAny(files, name || '.');

test('a run folder is a run, named without its model', async () => {
  expect(await findFormat(temporaryFolder(run()))).toBe(helm);
  const { runs, faults } = await load(run());
  expect(faults).toEqual([]);
  expect(runs[0]?.record).toMatchObject({
    task: 'mmlu:subject=philosophy',
    planned: 4,
    metrics: [{ name: 'exact_match', unit: 'rate', direction: 'higher_is_better' }],
    fingerprint: { few_shot: 5, engine: 'huggingface', harness: 'helm' },
  });
  expect(runs[0]?.samples[1]).toMatchObject({ id: 'id1', scores: { exact_match: 0 }, output: 'answer 1' });
});

test('what was asked shows', async () => {
  const of = async (files: Readonly<Record<string, string>>) =>
    (await load(files)).runs[0]?.samples[0]?.input_digest;
  const { 'scenario_state.json': _lost, ...without } = run();
  expect(await of(run())).toMatch(/^sha256:/);
  expect(await of(without)).toBe('not recorded');
});

test('perturbed instances are another question', async () => {
  const perturbed = instance(0, 0, { perturbation: { name: 'robustness' } });
  const all = [...ANSWERS.map((exact, id) => instance(id, exact)), perturbed];
  const { runs, faults } = await load(run({ 'per_instance_stats.json': all }));
  expect(faults).toEqual([]);
  expect(runs[0]?.samples).toHaveLength(4);
});

test('several trials of an instance are one cluster', async () => {
  const trials = [0, 1].flatMap((trial) =>
    ANSWERS.map((exact, id) => instance(id, exact, { train_trial_index: trial })),
  );
  const { runs, faults } = await load(run({ 'per_instance_stats.json': trials }));
  expect(faults).toEqual([]);
  expect(runs[0]?.samples.filter(({ cluster }) => cluster === 'id0').map(({ id }) => id)).toEqual([
    'id0',
    'id0#trial1',
  ]);
});

test('a statistic that HELM left out since it was no number is unscored', async () => {
  const some = [instance(0, null), ...ANSWERS.slice(1).map((exact, id) => instance(id + 1, exact))];
  const stats = [stat('exact_match', 2 / 3), stat('num_instances', 4)];
  const { runs, faults } = await load(run({ 'per_instance_stats.json': some, 'stats.json': stats }));
  expect(faults).toEqual([]);
  expect(runs[0]?.samples[0]?.scores.exact_match).toEqual({
    unscored: expect.stringContaining('leaves out'),
  });
});

test('a metric that nobody knows can be named', async () => {
  const own = ANSWERS.map((value, id) => ({ ...instance(id, null), stats: [stat('politeness', value)] }));
  const files = run({ 'per_instance_stats.json': own, 'stats.json': [stat('politeness', 0.75)] });
  expect((await load({ ...inFolder('r', files) }, 'r')).faults[0]).toMatch(
    /no metric[\s\S]*politeness[\s\S]*#higher=/,
  );
  const { runs } = await load({ ...inFolder('r', files) }, 'r#lower=politeness');
  expect(runs[0]?.record.metrics).toMatchObject([{ name: 'politeness', direction: 'lower_is_better' }]);
});

describe('refused', () => {
  const { 'stats.json': _stats, ...unfinished } = run();
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'half the instances',
      run({ 'per_instance_stats.json': [instance(0, 1), instance(1, 0)] }),
      /2 instances, and the run evaluated 4/,
    ],
    [
      'other statistics',
      run({ 'stats.json': [stat('exact_match', 0.7), stat('num_instances', 4)] }),
      /is 0\.7 in the results file and 0\.75/,
    ],
    ['a run that did not finish', unfinished, /no such file/],
    ['a torn file', { ...run(), 'stats.json': run()['stats.json']?.slice(0, -3) ?? '' }, /not JSON/],
    ['another shape', run({ 'stats.json': { a: 1 } }), /not a file of HELM/],
  ])('%s', async (_what, files, message) => {
    const { runs, faults } = await load(files);
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(message)]);
  });

  test('a suite of several models', async () => {
    const files = { ...inFolder('a', run()), ...inFolder('b', run({}, 'org/tuned')) };
    const { runs, faults } = await load(files);
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(/several models[\s\S]*org\/base[\s\S]*org\/tuned/)]);
    expect((await load(files, 'b')).runs).toHaveLength(1);
  });
});

test('of a chat the messages are what was asked', async () => {
  const messages = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Capital of France?' },
  ];
  const request_states = ANSWERS.map((_, id) => ({ ...state(id), request: { prompt: '', messages } }));
  const { runs } = await load(run({ 'scenario_state.json': { request_states } }));
  expect(runs[0]?.samples[0]).toMatchObject({
    input_digest: expect.stringMatching(/^sha256:/),
    asked: { question: 'Capital of France?', turns: [{ role: 'system', text: 'Be brief.' }] },
  });
});
