import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUTS, overridesFromInputs, readInputs } from '../../src/action/inputs.ts';
import type { DeclaredTask } from '../../src/config/metric-name.ts';
import { dashed } from '../../src/config/overrides.ts';
import {
  describeThreshold,
  THRESHOLD_NAMES,
  type ThresholdName,
  thresholdOf,
  thresholdRequests,
} from '../../src/config/thresholds.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';

const task = (name: string, overrides: Partial<DeclaredTask> = {}): DeclaredTask => ({
  ...{ task: name, role: 'general', primaryMetric: 'acc', metrics: [declareMetric('acc')] },
  ...overrides,
});
const toxicity = declareMetric('toxicity');
const origin = { source: { kind: 'flag', name: '--x' } } as const;
const requests = (name: ThresholdName, tasks: readonly DeclaredTask[], broken: readonly string[] = []) =>
  thresholdRequests({ [name]: { limit: thresholdOf(name).example, origin } }, { tasks, broken });

describe('a threshold becomes a gate on', () => {
  test.each<[ThresholdName, string, readonly DeclaredTask[], readonly string[]]>([
    ['max_mmlu_drop', 'the task of the name', [task('mmlu'), task('facts')], ['mmlu:max_drop']],
    ['max_mmlu_drop', 'the task of the alias', [task('facts', { alias: 'mmlu' })], ['mmlu:max_drop']],
    [
      'min_task_delta',
      'every target',
      [task('a', { role: 'target' }), task('b', { role: 'target' }), task('c')],
      ['a:min_gain', 'b:min_gain'],
    ],
    [
      'toxicity_ceiling',
      'every safety task that scores it',
      [task('rude', { role: 'safety', metrics: [toxicity] }), task('safe', { role: 'safety' })],
      ['rude/toxicity:ceiling'],
    ],
  ])('%s: %s', (name, _, tasks, gates) => {
    const { values, issues } = requests(name, tasks);
    expect(issues).toEqual([]);
    expect(values.map(({ metric, rule }) => `${metric}:${rule}`)).toEqual(gates);
  });

  test.each(THRESHOLD_NAMES)(
    '%s on nothing is an error, unless a task is broken and may be the one',
    (name) => {
      expect(requests(name, [task('facts')]).issues.map(String)).toEqual([
        expect.stringContaining(`flag --x: ${name} is set and ${thresholdOf(name).unused.says}`),
      ]);
      expect(requests(name, [task('facts')], ['mmlu'])).toEqual({ values: [], issues: [] });
    },
  );

  test('a word list that was named toxicity is none', () => {
    const weak = { ...toxicity, weak: true };
    expect(requests('toxicity_ceiling', [task('rude', { role: 'safety', metrics: [weak] })])).toMatchObject({
      ...{ values: [], issues: [{ kind: 'usage' }] },
    });
  });

  test('a weak scorer is one where its errors are known', () => {
    const known = { least: { rate: 0.5, of: 100 }, most: { rate: 0.9, of: 100 } };
    const measured = { ...toxicity, weak: true, errors: { sensitivity: known, specificity: known } };
    expect(
      requests('toxicity_ceiling', [task('rude', { role: 'safety', metrics: [measured] })]),
    ).toMatchObject({ values: [{ metric: 'rude/toxicity' }], issues: [] });
  });

  test('of a safety task that has not run nobody knows yet', () => {
    const open = task('rude', { role: 'safety', metrics: [], open: true });
    expect(requests('toxicity_ceiling', [open])).toEqual({ values: [], issues: [] });
  });
});

describe.each(THRESHOLD_NAMES)('%s', (name) => {
  test('is an input of the action, described by its row', () => {
    const { inputs } = parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8'));
    expect(inputs[dashed(name)].description).toContain(describeThreshold(name));
    expect(Object.keys(INPUTS.shape)).toContain(dashed(name));
  });

  test('given as an input wins over the file', () => {
    const inputs = readInputs(JSON.stringify({ [dashed(name)]: '3pp' }));
    expect(overridesFromInputs(inputs)).toEqual({
      [name]: { value: '3pp', source: { kind: 'input', name: dashed(name) } },
    });
  });
});
