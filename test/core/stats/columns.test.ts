import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cells, kindsOfRows, NumberLists } from '../../../src/core/stats/columns.ts';

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

const list = fc.array(number, { maxLength: 3 });

test('lists give back what was set, whatever their lengths', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.oneof(list, fc.tuple(number, number)))), (sets) => {
      const lists = new NumberLists(10);
      const expected = new Map<number, readonly number[]>();
      for (const [place, value] of sets) {
        lists.set(place, value);
        expected.set(place, value);
      }
      for (let place = 0; place < 10; place += 1) expect(lists.get(place)).toEqual(expected.get(place));
    }),
  );
});

test('rows are of one kind where their numbers are the same', () => {
  const few = fc.oneof(fc.constantFrom(0, -0, 1, 0.1, 0.1 + Number.EPSILON, 1e300, -1), fc.nat(200));
  fc.assert(
    fc.property(fc.array(fc.tuple(few, few), { maxLength: 300 }), (rows) => {
      const found = kindsOfRows(rows.length, 2, (row, into) => into.set(rows[row] ?? []));
      if (found === null) throw new Error('too many kinds');
      const { of, firsts } = found;
      const known = new Map<string, number>();
      const expected = rows.map((row) => {
        const key = row.map((each) => each + 0).join(' ');
        known.set(key, known.get(key) ?? known.size);
        return known.get(key);
      });
      expect([...of]).toEqual(expected);
      expect([...firsts]).toEqual(Array.from(known.values(), (kind) => expected.indexOf(kind)));
    }),
  );
});
