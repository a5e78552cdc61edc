import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleOrder } from '../../src/runners/order.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `s${index}` }));

test('is a permutation that does not depend on the order of the file', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 30 }), fc.nat(), (names, seed) => {
      const samples = names.map((id) => ({ id }));
      const order = sampleOrder(samples, seed, 'd');
      expect(order.map(({ id }) => id).sort()).toEqual([...names].sort());
      expect(sampleOrder([...samples].reverse(), seed, 'd')).toEqual(order);
    }),
  );
});

test('depends on seed and dataset', () => {
  const order = (seed: number, dataset: string) => JSON.stringify(sampleOrder(ids(50), seed, dataset));
  expect(new Set([order(1, 'a'), order(2, 'a'), order(1, 'b')]).size).toBe(3);
  expect(order(1, 'a')).toBe(order(1, 'a'));
});

test('stays as it is for all time: stored runs of a limit depend on it', () => {
  expect(sampleOrder(ids(6), 1234, 'digest').map(({ id }) => id)).toMatchInlineSnapshot(`
    [
      "s3",
      "s0",
      "s5",
      "s2",
      "s4",
      "s1",
    ]
  `);
});
