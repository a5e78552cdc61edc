import { expect, test } from 'vitest';
import { jsonl } from '../../../support/temporary-folder.ts';
import { load } from '../load.ts';

const row = (id: number, target: unknown, output: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ task: 'intents', id: `q${id}`, metric: 'f1_macro', score: null, target, output },
  ...more,
});
const ROWS = [
  row(1, 'refund', 'refund'),
  row(2, 'delivery', ' refund'),
  row(3, 'delivery', '?'),
  row(4, 'refund', ''),
];

test('classes are read from what was right and what was said', async () => {
  const { runs, faults } = await load({ 'scores.jsonl': jsonl(...ROWS, row(5, 'refund', null)) });
  expect(faults).toEqual([]);
  expect(runs[0]?.record.metrics).toMatchObject([
    { name: 'f1_macro', kind: 'corpus', classes: ['delivery', 'refund'] },
  ]);
  expect(runs[0]?.samples.map(({ scores }) => scores.f1_macro)).toEqual([
    { parts: [1, 1] },
    { parts: [0, 1] },
    { parts: [0, -1] },
    { parts: [1, -1] },
    { unscored: 'the file has no output' },
  ]);
});

test.each<[string, readonly Readonly<Record<string, unknown>>[], readonly unknown[]]>([
  ['bleu', [{ target: ['the cat'], output: 'the cat' }], [{ parts: [2, 2, 2, 1, 0, 0, 2, 1, 0, 0] }]],
  [
    'auc',
    [
      { target: 'no', score: 0.2 },
      { target: 'yes', score: 0.9, output: 'yes' },
      { target: 'yes', score: null },
    ],
    [{ parts: [0, 0.2] }, { parts: [1, 0.9] }, { unscored: 'no score in the file' }],
  ],
  [
    'ece',
    [
      { target: 'Paris', output: 'Paris', score: 0.8 },
      { target: 'Paris', output: 'Rome', score: 1 },
    ],
    [{ parts: [0.8, 1] }, { parts: [1, 0] }],
  ],
])('%s is read from its columns', async (metric, lines, scores) => {
  const rows = lines.map((line, index) => row(index, null, null, { metric, ...line }));
  const { runs, faults } = await load({ 'scores.jsonl': jsonl(...rows) });
  expect(faults).toEqual([]);
  expect(runs[0]?.samples.map((sample) => sample.scores[metric])).toEqual(scores);
});

test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
  ['auc', { target: 'a', score: 0.5 }, /needs classes, and the column target has 1/],
  ['ece', { target: 'a', output: 'a', score: 80 }, /how sure the model was of its answer, from 0 to 1/],
  ['bleu', { target: null, output: 'a' }, /needs what is right/],
])('%s of %j is refused', async (metric, line, fault) => {
  const { faults } = await load({ 'scores.jsonl': jsonl(row(1, null, null, { metric, ...line })) });
  expect(faults.join()).toMatch(fault);
});

test('numbers in CSV are labels', async () => {
  const csv = 'task,id,metric,score,target,output\nt,1,mcc,,0,1\nt,2,mcc,,1,1\n';
  const { runs, faults } = await load({ 'scores.csv': csv });
  expect(faults).toEqual([]);
  expect(runs[0]?.samples.map(({ scores }) => scores.mcc)).toEqual([{ parts: [0, 1] }, { parts: [1, 1] }]);
});

test.each<[string, readonly unknown[], RegExp]>([
  ['a score', [...ROWS, row(6, 'refund', 'refund', { score: 1 })], /none has a score/],
  ['no target', [...ROWS, row(6, null, 'refund')], /needs what is right/],
  ['one class', ROWS.slice(1, 3), /needs classes, and the column target has 1/],
])('%s is refused', async (_, rows, message) => {
  const { faults } = await load({ 'scores.jsonl': jsonl(...rows) });
  expect(faults.map(String).join()).toMatch(message);
});

test.each([
  ['f1_micro', [2, 2], [0, 2], [0, 1]],
  ['precision_micro', [1, 1], [0, 1], [0, 0]],
] as const)('%s, in which every answer counts alike, too', async (metric, right, wrong, none) => {
  const lines = [row(1, 'a', 'a'), row(2, 'a', 'b'), row(3, 'b', 'neither')].map((each) => ({
    ...each,
    metric,
  }));
  const { runs, faults } = await load({ 'scores.jsonl': jsonl(...lines) });
  expect(faults).toEqual([]);
  expect(runs[0]?.samples.map(({ scores }) => scores[metric])).toEqual(
    [right, wrong, none].map(([numerator, denominator]) => ({ numerator, denominator })),
  );
});

test('metrics of numbers are read from the same columns', async () => {
  const lines = [row(1, 2, '2.5'), row(2, 3, 'three'), row(3, 1, '1')].map((each) => ({
    ...each,
    metric: 'spearman',
  }));
  const { runs, faults } = await load({ 'scores.jsonl': jsonl(...lines) });
  expect(faults).toEqual([]);
  expect(runs[0]?.samples.map(({ scores }) => scores.spearman)).toEqual([
    { parts: [2, 2.5] },
    { unscored: 'the output is no number' },
    { parts: [1, 1] },
  ]);
});
