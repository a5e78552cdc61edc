import { describe, expect, test } from 'vitest';
import type { AnswerHealth, MetricResult, TaskResult, VerdictFile } from '../../src/core/domain/decision.ts';
import type { DriftFeatureName, MeasuredDrift } from '../../src/core/domain/drift.ts';
import { buildVerdictFile } from '../../src/report/build.ts';
import { toPlain } from '../../src/report/inline.ts';
import { diagnose } from '../../src/report/patterns.ts';
import { delta, facts, gate, metricResult, PASS, task } from './examples.ts';

const moved = (metric: string, value: number, more: Partial<MetricResult> = {}): MetricResult =>
  metricResult({ metric, delta: delta(value, value - 0.01, value + 0.01), ...more });
const target = (...metrics: readonly MetricResult[]): TaskResult =>
  task({ task: 'tickets', role: 'target', primaryMetric: 'exact_match', metrics });
const general = (...metrics: readonly MetricResult[]): TaskResult => task({ metrics });

const HEALTH: AnswerHealth = {
  ...{
    answers: 200,
    blank: 0,
    invisible: 0,
    repeating: 2,
    identical: 5,
    truncated: 4,
    thinking: 0,
    unclosed: 0,
  },
};
const answering = (candidate: Partial<AnswerHealth>): TaskResult =>
  task({ answers: { baseline: HEALTH, candidate: { ...HEALTH, ...candidate } } });

const found = (tasks: readonly TaskResult[], more: Partial<VerdictFile> = {}) =>
  diagnose({ ...buildVerdictFile({ ...facts(), tasks }), ...more }).map(({ cause }) => toPlain(cause));

const NUMBER = { unit: 'number', direction: 'lower_is_better' } as const;

describe('what may be behind it', () => {
  test.each<[string, readonly TaskResult[], RegExp]>([
    ['forgetting', [target(moved('exact_match', 0.1)), general(moved('acc', -0.05))], /forgot other things/],
    ['too sure', [general(metricResult(), moved('nll', 0.3, NUMBER))], /surer of what is wrong/],
    ['form', [target(moved('json_valid', -0.2))], /the form that was asked for/],
    ['in circles', [answering({ repeating: 80 })], /the form that was asked for/],
    ['cut off', [answering({ truncated: 90 })], /cut off at the limit/],
    ['thoughts', [answering({ thinking: 90, unclosed: 60 })], /thoughts come to no end/],
    ['refusals', [task({ role: 'safety', metrics: [moved('refusal', 0.2)] })], /What it refuses/],
    [
      'tone',
      [task({ role: 'safety', metrics: [moved('toxicity', 0.1, { direction: 'lower_is_better' })] })],
      /tone has changed/,
    ],
    ['contamination', [general(moved('acc', 0.08))], /contamination/],
    ['length', [target(moved('output_tokens', 40, NUMBER))], /another length/],
    [
      'loss and answers',
      [general(moved('bits_per_byte', -0.1, NUMBER), moved('acc', -0.05))],
      /loss and its answers disagree/,
    ],
  ])('%s is seen, and nothing else', (_, tasks, cause) => {
    expect(found(tasks)).toEqual([expect.stringMatching(cause)]);
  });

  test.each<[DriftFeatureName, RegExp]>([
    ['length', /another length/],
    ['refusal', /What it refuses/],
    ['format', /the form that was asked for/],
    ['vocabulary', /tone has changed/],
  ])('answers that drifted in %s', (feature, cause) => {
    const moved = {
      ...{ feature, status: 'moved', prompts: 60, baseline: 1, candidate: 2, matters: 0.1, p: 0.003 },
      effect: { value: 0.4, low: 0.3, high: 0.5 },
    } as const;
    const drifted = (status: MeasuredDrift['status']) =>
      found([task()], {
        drift: [{ task: 'chat', planned: 60, answered: 60, features: [{ ...moved, status }] }],
      });
    expect(drifted('moved')).toEqual([expect.stringMatching(cause)]);
    expect(drifted('slight')).toEqual([]);
    expect(drifted('none')).toEqual([]);
  });

  test('a checkpoint that answers like its baseline', () => {
    expect(found([task()], { identicalAnswers: 500 })).toEqual([expect.stringContaining('adapter')]);
  });

  test('overfitting, where the training loss fell, the evaluation loss rose, and both are apart', () => {
    const curves: NonNullable<VerdictFile['curves']> = {
      ...{ files: [], faults: [], axis: 'step', train: [], evaluation: [], gated: 300, signs: [], fell: 0.4 },
      gap: { value: 0.3, train: 1, evaluation: 1.3 },
      rising: { value: 0.08, best: { at: 100, value: 1.2 }, last: 1.3, since: 4 },
    };
    expect(found([task()], { curves })).toEqual([expect.stringContaining('overfitting')]);
    const { gap, rising } = curves;
    for (const other of [
      { fell: 0.001 },
      { fell: null },
      { gap: null },
      { rising: null },
      ...(gap === null ? [] : [{ gap: { ...gap, value: 0.09 } }]),
      ...(rising === null ? [] : [{ rising: { ...rising, value: 0.005 } }]),
    ]) {
      expect(found([task()], { curves: { ...curves, ...other } })).toEqual([]);
    }
  });

  test('another template, where something does not hold', () => {
    const mismatch = {
      task: 'facts',
      field: 'chat_template',
      baseline: 'a',
      candidate: 'b',
      severity: 'soft',
    } as const;
    const comparability = [mismatch];
    const gates = [gate({ verdict: 'regression', blocks: true })];
    expect(found([task()], { comparability, gates })).toEqual([expect.stringContaining('another way')]);
    expect(found([task()], { comparability })).toEqual([]);
  });

  test('a baseline that does as well with a prompt of its own', () => {
    const own = {
      task: 'tickets',
      field: 'own_prompt',
      baseline: 'a',
      candidate: 'not recorded',
      severity: 'soft',
    } as const;
    const still = [target(metricResult({ metric: 'exact_match', delta: delta(0.002, -0.02, 0.024) }))];
    expect(found(still, { comparability: [own] })).toEqual([expect.stringMatching(/prompt of its own/)]);
    expect(found(still)).toEqual([]);
    expect(found([target(moved('exact_match', 0.1))], { comparability: [own] })).toEqual([]);
  });

  test.each<[string, readonly TaskResult[]]>([
    ['a general task that rose a little', [general(moved('acc', 0.03))]],
    ['a good one', [target(moved('exact_match', 0.1)), general(metricResult())]],
    [
      'what is not proven',
      [target(moved('exact_match', 0.1)), general(metricResult({ delta: delta(-0.02, -0.05, 0.01) }))],
    ],
    [
      'what only describes the samples of a stopped run',
      [
        target(moved('exact_match', 0.1)),
        general(metricResult({ delta: { ...delta(-0.05, -0.06, -0.04), method: 'tango, descriptive' } })),
      ],
    ],
    ['two answers more that are cut', [answering({ truncated: 6 })]],
  ])('nothing is said of %s', (_, tasks) => {
    expect(found(tasks)).toEqual([]);
  });

  test('each says what to look at, what people do, and how to find out', () => {
    const [diagnosis] = diagnose({ ...PASS, tasks: [answering({ truncated: 90 })] });
    expect(toPlain(diagnosis?.evidence[0] ?? [])).toBe(
      "facts: 45 % of 200 answers are cut at the limit, 2 % of the baseline's",
    );
    const [silent] = diagnose({ ...PASS, tasks: [answering({ blank: 90 })] });
    expect(toPlain(silent?.evidence[0] ?? [])).toBe(
      "facts: 45 % of 200 answers show nothing, none of the baseline's",
    );
    expect(diagnosis?.remedy).toContain('max_gen_toks');
    expect(diagnosis?.check).toContain('raise');
  });

  test('of many metrics that do not move, few are called moved', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      task({ task: `t${index}`, metrics: [metricResult({ delta: delta(-0.0105, -0.021, -0.0001) })] }),
    );
    expect(found([target(moved('exact_match', 0.1)), ...many])).toEqual([]);
  });
});
