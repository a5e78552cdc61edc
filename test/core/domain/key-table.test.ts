import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyTable } from '../../../src/core/domain/key-table.ts';

const tableOf = (keys: readonly string[]) => {
  const table = new KeyTable();
  for (const key of keys) table.claim(key);
  return table;
};

const anyKey = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.string({ unit: fc.constantFrom('a', 'b', '\u0000', '\ud800', 'é', '😀'), maxLength: 4 }),
  fc.integer({ min: 0, max: 99 }).map((number) => 'x'.repeat(4090 + (number % 12))),
);

test('finds every key where it first came, whatever its characters are, and sorts them as texts', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 60 }), fc.array(anyKey, { maxLength: 20 }), (keys, others) => {
      const distinct = [...new Set(keys)];
      const table = new KeyTable();
      for (const key of keys) expect(table.claim(key)).toBe(distinct.indexOf(key));
      expect(table.length).toBe(distinct.length);
      const all = [...keys, ...others];
      expect(all.map((key) => table.find(key))).toEqual(all.map((key) => distinct.indexOf(key)));
      expect(distinct.map((_, position) => table.at(position))).toEqual(distinct);
      expect(Array.from(table.order(), (position) => table.at(position))).toEqual([...distinct].sort());
      const second = tableOf(others);
      const inSecond = [...new Set(others)];
      expect(inSecond.map((_, position) => table.findOf(second, position))).toEqual(
        inSecond.map((key) => distinct.indexOf(key)),
      );
    }),
  );
});

test('takes bytes for the text that they are', () => {
  const table = tableOf(['q1']);
  const line = Buffer.from('{"id":"q1"}{"id":"q22"}');
  expect(table.claimBytes(line, 7, 9)).toBe(0);
  expect(table.claimBytes(line, 18, 21)).toBe(1);
  expect(table.at(1)).toBe('q22');
});

test('grows beyond what it began with', () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `sample ${(index * 7919) % 20_000}`);
  const table = tableOf(keys);
  expect(keys.every((key, position) => table.claim(key) === position && table.at(position) === key)).toBe(
    true,
  );
  expect(table.find('sample 20000')).toBe(-1);
  expect(Array.from(table.order(), (position) => table.at(position))).toEqual([...keys].sort());
});

test('takes keys, and finds them, after it has forgotten how they are found', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 60 }), fc.array(anyKey, { maxLength: 60 }), (keys, more) => {
      const table = tableOf(keys);
      table.release();
      const all = [...keys, ...more];
      const distinct = [...new Set(all)];
      for (const key of all) expect(table.claim(key)).toBe(distinct.indexOf(key));
      table.release();
      expect(Array.from(table.order(), (position) => table.at(position))).toEqual([...distinct].sort());
      expect(distinct.map((key) => table.find(key))).toEqual(distinct.map((_, position) => position));
    }),
  );
});

/** As the table has it. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const character of key) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

test('holds keys that were made to meet, however many there are', () => {
  const keys: string[] = [];
  for (let index = 0; keys.length < 400; index += 1)
    if ((hashOf(`k${index}`) & 1023) === 5) keys.push(`k${index}`);
  const others = Array.from({ length: 400 }, (_, index) => `other ${index}`);
  const all = keys.flatMap((key, index) => [key, others[index] ?? '']);
  const table = new KeyTable();
  for (const [position, key] of all.entries()) expect(table.claim(key)).toBe(position);
  expect(all.map((key) => table.find(key))).toEqual(all.map((_, position) => position));
  expect(all.map((_, position) => table.at(position))).toEqual(all);
  expect(Array.from(table.order(), (position) => table.at(position))).toEqual([...all].sort());
});

test('finds and takes keys as before after it has forgotten how they are found', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyKey, fc.boolean()), { maxLength: 60 }),
      fc.array(anyKey, { maxLength: 20 }),
      (claims, others) => {
        const [table, released] = [new KeyTable(), new KeyTable()];
        for (const [key, isReleased] of claims) {
          if (isReleased) released.release();
          expect(released.claim(key)).toBe(table.claim(key));
        }
        released.release();
        expect(others.map((key) => released.find(key))).toEqual(others.map((key) => table.find(key)));
        expect(Array.from(released.order())).toEqual(Array.from(table.order()));
      },
    ),
  );
});

test('two tables hold the same keys once, and take others each by itself', () => {
  const someKeys = fc.array(fc.oneof(anyKey, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 })), {
    maxLength: 30,
  });
  const isHeldAsBytes = (key: string) => /^[\0-\x7f]{0,4096}$/.test(key);
  fc.assert(
    fc.property(someKeys, fc.option(someKeys), someKeys, someKeys, (keys, otherKeys, more, others) => {
      const [one, other] = [tableOf(keys), tableOf(otherKeys ?? keys)];
      const isSame = JSON.stringify([...new Set(keys)]) === JSON.stringify([...new Set(otherKeys ?? keys)]);
      expect(one.shareWith(other)).toBe(isSame && keys.every(isHeldAsBytes));
      for (const [table, before, after] of [
        [one, keys, more],
        [other, otherKeys ?? keys, others],
      ] as const) {
        for (const key of after) table.claim(key);
        const distinct = [...new Set([...before, ...after])];
        expect(distinct.map((_, position) => table.at(position))).toEqual(distinct);
        expect(distinct.map((key) => table.find(key))).toEqual(distinct.map((_, position) => position));
      }
    }),
  );
});
