import { describe, expect, test } from 'vitest';
import { shownSamples } from '../../../src/core/compare/shown-samples.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { ACC, run } from './build.ts';

type More = (index: number) => Partial<SampleRecord>;

const shown = (
  [before, after]: readonly (readonly number[])[],
  more: {
    readonly baseline?: More;
    readonly candidate?: More;
    readonly include?: 'all';
    readonly room?: number;
  } = {},
) => {
  const { baseline = () => ({}), candidate = () => ({}), include = 'changed', ...options } = more;
  const runs = {
    baseline: [run(before ?? [], ACC, {}, baseline)],
    candidate: [run(after ?? [], ACC, {}, candidate)],
  };
  return shownSamples(runs, { include, ...options });
};

const idsOf = ({ samples }: ReturnType<typeof shown>) =>
  samples.map(({ id, change }) => `${Number(id.slice(1))} ${change}`);

const SCORES = [
  [1, 0, 1, 0, 1],
  [0, 1, 1, 0, 0],
];

describe('the samples that a report shows', () => {
  test('those that got worse come first, then those that got better, then the others', () => {
    const found = shown(SCORES);
    expect(idsOf(found)).toEqual(['0 worse', '4 worse', '1 better', '2 same', '3 same']);
    expect(found).toMatchObject({
      omitted: 0,
      tasks: [{ metric: 'acc', counts: { worse: 2, better: 1, same: 2 } }],
    });
  });

  test('among equals the loss of confidence decides', () => {
    const sure = (values: readonly number[]) => (index: number) => ({
      scores: { acc: SCORES[0]?.[index] ?? 0, prob_correct: values[index] ?? 0 },
    });
    const found = shown([SCORES[0] ?? [], SCORES[0] ?? []], {
      baseline: sure([0.5, 0.5, 0.5, 0.5, 0.5]),
      candidate: sure([0.4, 0.6, 0.1, 0.5, 0.3]),
    });
    expect(idsOf(found).map((each) => Number(each.split(' ')[0]))).toEqual([2, 4, 0, 3, 1]);
    expect(found.samples[0]).toMatchObject({ baseline: { confidence: 0.5 }, candidate: { confidence: 0.1 } });
  });

  test('of unchanged ones a few, and with `all` every one', () => {
    const same = Array.from({ length: 200 }, () => 1);
    expect(shown([same, same]).samples).toHaveLength(50);
    expect(shown([same, same], { include: 'all' }).samples).toHaveLength(200);
  });

  test('what has no room is counted, the worst stay', () => {
    const output = () => ({ output: 'x'.repeat(3000) });
    const found = shown([Array(50).fill(1), Array(50).fill(0)], {
      baseline: output,
      candidate: output,
      room: 20_000,
    });
    expect(found.samples).toHaveLength(3);
    expect(found.omitted).toBe(47);
  });

  test('the question is the one that the baseline was asked, without what all begin with', () => {
    const asked = (index: number) => ({ asked: { question: `Answer.\n\nQ: a\nA: b\n\nQ: number ${index}` } });
    const scores = [Array(6).fill(1), Array(6).fill(0)];
    const questions = (more: Parameters<typeof shown>[1]) =>
      shown(scores, more).samples.map((sample) => sample.asked?.question);
    expect(questions({ baseline: asked, candidate: () => ({ asked: { question: 'another' } }) })[2]).toBe(
      '…\nQ: number 2',
    );
    expect(
      shown(
        [
          [1, 1],
          [0, 0],
        ],
        { candidate: asked },
      ).samples[1]?.asked?.question,
    ).toMatch(/^Answer/);
    expect(questions({})[0]).toBeUndefined();
  });

  test('where the primary metric stays, a metric of a gate may have changed', () => {
    const json = declareMetric('json_valid');
    const side = (valid: number) => {
      const own = run([1], ACC, {}, () => ({ scores: { acc: 1, json_valid: valid } }));
      return { ...own, record: { ...own.record, metrics: [ACC, json] } };
    };
    const runs = { baseline: [side(1)], candidate: [side(0)] };
    const gated = new Map([['task', ['json_valid']]]);
    expect(shownSamples(runs, { include: 'changed' }).samples[0]).toMatchObject({
      change: 'same',
      metric: 'acc',
    });
    const [task] = runs.candidate.map(({ record }) => record.task);
    const found = shownSamples(runs, {
      include: 'changed',
      gated: new Map([[task ?? '', gated.get('task') ?? []]]),
    });
    expect(found.samples[0]).toMatchObject({ change: 'worse', metric: 'json_valid' });
  });
});
