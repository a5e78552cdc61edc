import { expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import { decideOne, maxDrop } from '../decide/build.ts';
import { ACC, BITS, PERPLEXITY, run } from './build.ts';

const N = 500;
const half = Array.from({ length: N }, (_, index) => index % 2);
const ratio = (numerator: number, denominator: number) =>
  Array.from({ length: N }, (_, index) => ({ numerator: numerator + (index % 7), denominator }));
const F1: MetricDeclaration = { ...ACC, name: 'f1_micro', kind: 'ratio' };

const judged = (baseline: Parameters<typeof run>, candidate: Parameters<typeof run>) =>
  decideOne(compareTask(run(...baseline), run(...candidate)), maxDrop(0.02)).result;

// red-team 7: other denominators on the two sides
test.each([BITS, PERPLEXITY, { ...BITS, unit: 'rate' as const }])(
  'a candidate twice as bad does not hide in larger denominators: %o',
  (metric) => {
    const { verdict, reasons } = judged([ratio(100, 100), metric], [ratio(200, 200), metric]);
    expect(verdict).toBe('invalid');
    expect(reasons.join()).toContain(`denominator of ${metric.name} 100 at s000000 (500 differ)`);
  },
);

test('denominators that count what was predicted may differ', () => {
  const mixed = half.map((right) => ({ numerator: right, denominator: right === 1 ? 2 : 1 }));
  const other = half.map((right) => ({ numerator: right, denominator: 2 }));
  expect(judged([mixed, F1], [other, F1]).verdict).not.toBe('invalid');
});

const weighing = (weightOf: (index: number) => number) => {
  const of = (index: number) => ({ weight: weightOf(index) });
  return judged([half, ACC, {}, of], [half, ACC, {}, of]);
};

// red-team 7: weights of 5e-324 and of 1e7
test.each([
  ['one that decides alone', (index: number) => (index === 9 ? 1e7 : 1)],
  ['one that counts for nothing', (index: number) => (index === 9 ? 1e-7 : 1)],
  ['the least number there is, throughout', () => 5e-324],
  ['the greatest number there is, throughout', () => Number.MAX_VALUE],
])('a weight out of all proportion is refused: %s', (_, weightOf) => {
  const { verdict, reasons } = weighing(weightOf);
  expect(verdict).toBe('invalid');
  expect(reasons.join()).toMatch(/weight \S+ at s00000\d \(\d+ beyond a millionth to a million times/);
});

test('weights within a million of their median are the data', () => {
  expect(weighing((index) => 1 + (index % 5)).verdict).not.toBe('invalid');
});

// red-team 7: one denominator of a billion
test('a denominator out of all proportion is refused, and an empty document is none', () => {
  const odd = ratio(100, 100).map((each, index) => (index === 3 ? { ...each, denominator: 1e9 } : each));
  const empty = ratio(100, 100).map((each, i) => (i === 3 ? { numerator: 0, denominator: 0 } : each));
  expect(judged([odd, BITS], [odd, BITS]).verdict).toBe('invalid');
  expect(judged([empty, BITS], [empty, BITS]).verdict).toBe('pass');
  expect(judged([ratio(100, 100), BITS], [empty, BITS]).verdict).toBe('invalid');
});

// red-team 7: two runs that both declare acc as lower-is-better
test.each([
  'acc',
  'acc_norm',
  'exact_match',
  'accuracy',
  'f1',
  'rougeL',
  'ROUGE-L',
  'Exact match',
  'mc2',
  'win_rate',
  'maj@4',
])('runs that both turn %s round do not turn a loss into a gain', (name) => {
  const turned: MetricDeclaration = { ...ACC, name, direction: 'lower_is_better' };
  const { verdict, reasons } = judged([half.map(() => 1), turned], [half, turned]);
  expect(verdict).toBe('invalid');
  expect(reasons.join()).toContain(`${name} lower_is_better, which is higher_is_better`);
});
