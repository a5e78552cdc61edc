import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cells } from '../../../src/core/stats/columns.ts';

const number = fc.oneof(
  fc.integer({ min: -1, max: 257 }),
  fc.constantFrom(0, -0, 1, 0.5, 254, 255, 256, Number.NaN, Infinity, -Infinity, 2 ** -1074),
  fc.double(),
);

test('cells give back what was set to the last bit, and NaN where nothing was', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), number)), (sets) => {
      const cells = new Cells(10);
      const expected = new Float64Array(10).fill(Number.NaN);
      for (const [place, value] of sets) {
        cells.set(place, value);
        expected[place] = value;
      }
      for (let place = 0; place < 11; place += 1)
        expect(Object.is(cells.get(place), expected[place] ?? Number.NaN)).toBe(true);
    }),
  );
});
