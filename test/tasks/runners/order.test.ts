import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleOrder, sequentialOrder } from '../../../src/tasks/runners/order.ts';
import { plan } from '../../support/stored-run.ts';

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

describe('the order of a sequential run', () => {
  const model = (digest: string, adapter: string | null = null) => ({
    ...plan().model,
    digest,
    adapter_digest: adapter,
  });
  const order = (digest: string, adapter: string | null = null, seed = 1, dataset = 'd') =>
    JSON.stringify(
      sequentialOrder(ids(50), { seed, fingerprint: { dataset }, model: model(digest, adapter) }),
    );
  test('is another one for every model, seed and dataset, and always the same for one', () => {
    const orders = [order('a'), order('b'), order('a', 'x'), order('a', null, 2), order('a', null, 1, 'e')];
    expect(new Set([...orders, JSON.stringify(sampleOrder(ids(50), 1, 'd'))]).size).toBe(6);
    expect(order('a')).toBe(orders[0]);
  });
  test('does not depend on the order in which the samples are given', () => {
    const run = { seed: 1, fingerprint: { dataset: 'd' }, model: model('a') };
    expect(sequentialOrder([...ids(50)].reverse(), run)).toEqual(sequentialOrder(ids(50), run));
  });
});
