import { describe, expect, test } from 'vitest';
import { explainConfig } from '../../src/config/explain.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { faults } from './support.ts';

const withCurves = (curves: string, task = 'facts') => `version: 1
candidate: c.gguf
baseline: b.gguf
tasks: { ${task}: { role: general, type: multiple_choice, dataset: facts.jsonl } }
gates: [{ metric: ${task}/acc, max_drop: 2pp }]
${curves}`;
const resolve = (curves: string) => resolveConfig({ text: withCurves(curves), file: 'w.yml' });

test('files alone are held to the usual limits, as a remark', () => {
  const { curves } = resolve('curves: { files: out/trainer_state.json }\n');
  const gate = (value: number) => ({ limit: { value, source: { kind: 'default' } }, tier: 'advisory' });
  expect(curves).toEqual({
    ...{ files: ['out/trainer_state.json'], columns: {}, schedule: { warmup: false, decay: false } },
    ...{ generalizationGap: gate(0.2), validationRising: gate(0.05) },
  });
  expect(resolve('').curves).toBeNull();
});

test('limits, tiers and columns are those that are written, with their places', () => {
  const config = resolve(`curves:
  files: [train.csv, val.csv]
  columns: { eval_loss: valid }
  schedule: { decay: true }
  generalization_gap: { ceiling: 10%, tier: blocking }
`);
  expect(config.curves).toMatchObject({
    ...{ files: ['train.csv', 'val.csv'], columns: { eval_loss: 'valid' }, schedule: { decay: true } },
    generalizationGap: {
      ...{ tier: 'blocking', limit: { value: 0.1, source: { kind: 'file', file: 'w.yml', line: 10 } } },
    },
  });
  const explained = explainConfig(config).map(({ key, value }) => `${key}: ${value}`);
  expect(explained).toContain('curves/generalization_gap:ceiling: 10% (blocking)');
  expect(explained).toContain('curves.columns.eval_loss: valid');
});

test('the digest tells limits, tiers and columns apart, and that of a config without curves is as ever', () => {
  const digests = [
    '',
    'curves: { files: a.csv }',
    'curves: { files: a.csv, generalization_gap: { ceiling: 10% } }',
    'curves: { files: a.csv, generalization_gap: { tier: blocking } }',
    'curves: { files: a.csv, columns: { loss: other } }',
  ].map((curves) => resolve(curves).digest);
  expect(new Set(digests).size).toBe(digests.length);
  expect(resolve('curves: { files: a.csv, generalization_gap: { ceiling: 0.2 } }').digest).toBe(digests[1]);
});

describe('faults of the config', () => {
  test.each<[string, string, RegExp]>([
    ['no files', 'curves: {}', /files/],
    ['an empty list', 'curves: { files: [] }', /must not be empty/],
    ['an unknown key', 'curves: { file: a.csv }', /file/],
    ['a relative limit', 'curves: { files: a, generalization_gap: { ceiling: 10%rel } }', /10%rel/],
    [
      'a limit beyond 100 %',
      'curves: { files: a, validation_rising: { ceiling: 5 } }',
      /5 is more than a rate can be/,
    ],
    ['an unknown tier', 'curves: { files: a, validation_rising: { tier: blocks } }', /tier/],
  ])('%s', (_, curves, message) => {
    expect(faults(withCurves(curves))).toEqual(
      expect.arrayContaining([expect.objectContaining({ message: expect.stringMatching(message) })]),
    );
  });

  test('a task of the same name would have gates of the same name', () => {
    const text = withCurves('curves: { files: a.csv }', 'curves');
    expect(faults(text)).toEqual([
      expect.objectContaining({ kind: 'config', message: expect.stringContaining('so is a task') }),
    ]);
  });
});
