import { describe, expect, test } from 'vitest';
import { opencompass } from '../../../../src/results/formats/opencompass/opencompass.ts';
import { findFormat } from '../../../../src/results/formats/registry.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { load as loadAny } from '../load.ts';

const WORK = '20260101_000000';
const RIGHT = [true, false, true, false];

const json = (value: unknown) => JSON.stringify(value);
const results = (own: Readonly<Record<string, unknown>> = {}) =>
  json({
    accuracy: 50,
    details: {
      type: 'GEN',
      ...Object.fromEntries(RIGHT.map((correct, id) => [id, { pred: 'A', answer: 'A', correct }])),
    },
    ...own,
  });
const predictions = (from: number, to: number) =>
  json(
    Object.fromEntries(
      Array.from({ length: to - from }, (_, index) => [
        index,
        { origin_prompt: `question ${from + index}`, prediction: `answer ${from + index}`, gold: 'A' },
      ]),
    ),
  );

const files = (own: Readonly<Record<string, string>> = {}, model = 'base') => ({
  [`${WORK}/results/${model}/gsm8k.json`]: results(),
  [`${WORK}/predictions/${model}/gsm8k.json`]: predictions(0, 4),
  [`${WORK}/summary/summary_${WORK}.csv`]: `dataset,version,metric,mode,${model}\ngsm8k,1d7fe4,accuracy,gen,50.00\nother,-,-,-,-\n`,
  ...own,
});

const load = (given: Readonly<Record<string, string>>, name = '') => loadAny(given, name || '.');

test.each(['', WORK, `${WORK}/results/base`])('a work directory is a side, named by %j', async (name) => {
  expect(await findFormat(temporaryFolder(files()))).toBe(opencompass);
  const { runs, faults } = await load(files(), name);
  expect(faults).toEqual([]);
  expect(runs[0]?.record).toMatchObject({
    task: 'gsm8k',
    planned: 4,
    metrics: [{ name: 'accuracy', unit: 'rate' }],
    fingerprint: { harness: 'opencompass', task_version: '1d7fe4' },
  });
  expect(runs[0]?.samples.map(({ scores }) => scores.accuracy)).toEqual([1, 0, 1, 0]);
});

test('predictions in parts are counted on, and say what was asked', async () => {
  const { [`${WORK}/predictions/base/gsm8k.json`]: _whole, ...rest } = files();
  const parts = {
    ...rest,
    [`${WORK}/predictions/base/gsm8k_0.json`]: predictions(0, 3),
    [`${WORK}/predictions/base/gsm8k_1.json`]: predictions(3, 4),
  };
  expect((await load(parts)).runs[0]?.samples).toEqual((await load(files())).runs[0]?.samples);
});

test('values without details are aggregates in per cent, without a standard error', async () => {
  const { runs, faults } = await load(files({ [`${WORK}/results/base/gsm8k.json`]: json({ score: 47.9 }) }));
  expect(faults).toEqual([]);
  expect(runs[0]?.record).toMatchObject({
    planned: 0,
    metrics: [{ unit: 'number' }],
    aggregates: [{ metric: 'score', value: 47.9, stderr: null, n: 4 }],
  });
});

describe('refused', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'a dataset that failed',
      { [`${WORK}/results/base/gsm8k.json`]: json({ error: 'out of memory' }) },
      /the evaluation failed: out of memory/,
    ],
    [
      'another accuracy',
      { [`${WORK}/results/base/gsm8k.json`]: results({ accuracy: 51 }) },
      /is 0\.51 in the results file and 0\.5/,
    ],
    [
      'details cut',
      { [`${WORK}/predictions/base/gsm8k.json`]: predictions(0, 3) },
      /4 details, and 3 predictions/,
    ],
    ['no number', { [`${WORK}/results/base/gsm8k.json`]: json({ accuracy: null }) }, /has no number/],
    [
      'an unknown metric',
      { [`${WORK}/results/base/gsm8k.json`]: json({ vibes: 3 }) },
      /which way vibes is better/,
    ],
    ['a torn file', { [`${WORK}/results/base/gsm8k.json`]: '{"accuracy": 5' }, /not JSON/],
  ])('%s', async (_what, own, message) => {
    const { runs, faults } = await load(files(own));
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(message)]);
  });

  test('several models', async () => {
    const both = { ...files(), [`${WORK}/results/tuned/gsm8k.json`]: results() };
    expect((await load(both)).faults).toEqual([expect.stringContaining('2 runs of OpenCompass lie here')]);
    expect((await load(both, `${WORK}/results/tuned`)).faults).toEqual([]);
  });
});

describe('what was asked is kept for people', () => {
  const asked = async (own: Readonly<Record<string, string>>) =>
    (await load(files(own))).runs[0]?.samples.map((sample) => sample.asked)[0];

  test('with what was expected, a conversation turn by turn', async () => {
    expect(await asked({})).toEqual({ question: 'question 0', reference: 'A' });
    const origin_prompt = [
      { role: 'SYSTEM', prompt: 'Be brief.' },
      { role: 'HUMAN', prompt: 'Capital of France?' },
    ];
    const chat = Object.fromEntries(
      RIGHT.map((_, id) => [id, { origin_prompt, prediction: 'A', gold: 'A' }]),
    );
    expect(await asked({ [`${WORK}/predictions/base/gsm8k.json`]: json(chat) })).toEqual({
      question: 'Capital of France?',
      turns: [{ role: 'SYSTEM', text: 'Be brief.' }],
      reference: 'A',
    });
  });

  test('of choices weighed by perplexity the labels, from the details where predictions were left behind', async () => {
    const origin_prediction = {
      origin_prompt: 'The capital of France is A. Paris B. Rome. Answer: A',
      A: { prompt: '…', PPL: 1.2 },
      B: { prompt: '…', PPL: 2.2 },
    };
    const details = Object.fromEntries(
      RIGHT.map((correct, id) => [id, { origin_prediction, predictions: 'A', references: 'A', correct }]),
    );
    const { [`${WORK}/predictions/base/gsm8k.json`]: _, ...rest } = files({
      [`${WORK}/results/base/gsm8k.json`]: results({ details: { type: 'PPL', ...details } }),
    });
    const [sample] = (await load(rest)).runs[0]?.samples ?? [];
    expect(sample).toMatchObject({
      ...{ choices: 2, output: 'A', input_digest: expect.stringMatching(/^sha256:/) },
      asked: { question: origin_prediction.origin_prompt, choices: ['A', 'B'], reference: 'A' },
    });
  });
});
