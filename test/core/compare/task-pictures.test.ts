import { describe, expect, test } from 'vitest';
import { shownSamples } from '../../../src/core/compare/shown-samples.ts';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { METRICS } from '../../../src/core/metrics/registry.ts';
import { ACC, run } from './build.ts';

type More = (index: number) => Partial<SampleRecord>;

const picturesOf = (
  before: readonly number[],
  after: readonly number[],
  baseline: More,
  candidate = baseline,
) => {
  const runs = { baseline: [run(before, ACC, {}, baseline)], candidate: [run(after, ACC, {}, candidate)] };
  return shownSamples(runs, { include: 'changed' }).tasks[0]?.pictures;
};

const times = <T>(count: number, of: T): T[] => Array.from({ length: count }, () => of);

describe('what pictures show', () => {
  test('groups come worst first, with what is proven although there are several', () => {
    const group = (index: number) => ({ group: ['fell', 'same', 'maybe'][Math.floor(index / 100)] ?? '' });
    const after = [...times(30, 0), ...times(70, 1), ...times(100, 1), ...times(3, 0), ...times(97, 1)];
    const found = picturesOf(times(300, 1), after, group)?.groups;
    expect(found?.map(({ group: name, proven }) => [name, proven])).toEqual([
      ['fell', true],
      ['maybe', false],
      ['same', false],
    ]);
    expect(found?.[0]).toMatchObject({ pairs: 100, delta: -0.3 });
    expect(found?.[0]?.low).toBeLessThan(-0.3);
    expect(found?.[0]?.high).toBeGreaterThan(-0.3);
  });

  test.each<[string, More, Partial<RunRecord>?]>([
    ['weights', (index) => ({ weight: 1 + (index % 2) })],
    [
      'a run that was stopped',
      () => ({}),
      { status: { state: 'complete', stopped: { after: 200, because: 'decided' } } },
    ],
  ])('nothing is called proven of %s', (_, more, record = {}) => {
    const side = (scores: readonly number[]) => [
      run(scores, ACC, record, (index) => ({ group: index < 100 ? 'fell' : 'same', ...more(index) })),
    ];
    const runs = { baseline: side(times(200, 1)), candidate: side([...times(50, 0), ...times(150, 1)]) };
    expect(shownSamples(runs, { include: 'changed' }).tasks[0]?.pictures.groups).toEqual([]);
  });

  const halfFell = (more: More) => {
    const group = (index: number) => ({ group: index < 100 ? 'fell' : 'same', ...more(index) });
    return picturesOf(times(200, 1), [...times(50, 0), ...times(150, 1)], group)?.groups;
  };

  test.each<[string, More]>([
    ['are of one cluster', (index) => ({ cluster: `c${index % 9}` })],
    ['ask the same', (index) => ({ input_digest: `sha256:${index % 9}` })],
  ])('rows that %s are no more evidence than one', (_, more) => {
    const [alone, together] = [halfFell(() => ({}))?.[0], halfFell(more)?.[0]];
    expect([alone?.proven, together?.proven]).toEqual([true, false]);
    expect(together).toMatchObject({ group: 'fell', pairs: 100, delta: -0.5 });
    expect((together?.high ?? 0) - (together?.low ?? 0)).toBeGreaterThan(
      2 * ((alone?.high ?? 0) - (alone?.low ?? 0)),
    );
  });

  test('one question that is asked twice hides no group', () => {
    const found = halfFell((index) => ({ input_digest: `sha256:${Math.max(1, index)}` }));
    expect(found?.map(({ group: name, proven }) => [name, proven])).toEqual([
      ['fell', true],
      ['same', false],
    ]);
  });

  test('how often an answer is right, by how sure the model was of it', () => {
    const choices = (index: number) => ({
      choices: index < 2 ? [Math.log(0.95), Math.log(0.05)] : [Math.log(0.6), Math.log(0.4)],
    });
    const bins = picturesOf([1, 1, 1, 0], [1, 0, 1, 0], choices)?.reliability;
    expect(bins?.baseline).toEqual([
      { count: 2, confidence: expect.closeTo(0.6), accuracy: 0.5 },
      { count: 2, confidence: expect.closeTo(0.95), accuracy: 1 },
    ]);
    expect(bins?.candidate[1]).toMatchObject({ accuracy: 0.5 });
    expect(picturesOf([1, 0.5], [1, 1], choices)?.reliability).toBeUndefined();
  });

  test('classes are those that a scorer found in the answers', () => {
    const metric = { name: 'f1_macro', ...METRICS.f1_macro, classes: ['refund', 'other'] };
    const said: More = (index) => ({
      output: 'It is a refund, I think',
      scores: { acc: 1, f1_macro: { parts: [index % 2, [0, 1, 0, -1][index] ?? 0] } },
    });
    const side = () => [run([1, 1, 1, 1], ACC, { metrics: [ACC, metric] }, said)];
    const [shown] = shownSamples({ baseline: side(), candidate: side() }, { include: 'changed' }).tasks;
    expect(shown?.pictures.classes).toMatchObject({
      labels: ['other', 'refund'],
      candidate: [
        [1, 0, 1],
        [0, 2, 0],
      ],
    });
  });

  test('a confidence that the model states is drawn as one that is read', () => {
    const stated: More = (index) => ({ scores: { acc: 1, ece: { parts: [0.95, Number(index > 0)] } } });
    const metrics = [ACC, { name: 'ece', ...METRICS.ece }];
    const side = () => [run([1, 1, 1, 1], ACC, { metrics }, stated)];
    const [shown] = shownSamples({ baseline: side(), candidate: side() }, { include: 'changed' }).tasks;
    expect(shown?.pictures.reliability?.candidate).toEqual([{ count: 4, confidence: 0.95, accuracy: 0.75 }]);
  });

  test('what was said for each class that was expected', () => {
    const said = (output: readonly string[]) => (index: number) => ({
      asked: { question: 'q', reference: index < 2 ? 'yes' : 'no' },
      output: output[index] ?? '',
    });
    const classes = picturesOf(
      [1, 1, 1],
      [1, 0, 1],
      said(['yes', 'yes', 'no']),
      said(['yes', 'no', 'perhaps']),
    )?.classes;
    expect(classes).toEqual({
      labels: ['no', 'yes'],
      baseline: [
        [1, 0, 0],
        [0, 2, 0],
      ],
      candidate: [
        [0, 0, 1],
        [1, 1, 0],
      ],
    });
  });

  test.each<[string, More]>([
    ['no reference', () => ({ output: 'yes' })],
    [
      'more classes than a table shows',
      (index) => ({ output: 'x', asked: { question: 'q', reference: `r${index}` } }),
    ],
    [
      'answers that name none',
      (index) => ({ output: 'free text', asked: { question: 'q', reference: `r${index % 2}` } }),
    ],
  ])('no classes: %s', (_, more) => {
    expect(picturesOf(times(20, 1), times(20, 1), more)?.classes).toBeUndefined();
  });

  test('how long answers are, where they are no choices', () => {
    const output = (length: number) => () => ({ output: 'x'.repeat(length) });
    const lengths = picturesOf([1, 1], [1, 1], output(3), output(100_000))?.lengths;
    expect(lengths?.baseline[2]).toBe(2);
    expect(lengths?.candidate.at(-1)).toBe(2);
    expect(picturesOf([1], [1], () => ({ output: 'A', choices: [0, -1] }))?.lengths).toBeUndefined();
  });
});
