import { expect, test } from 'vitest';
import { classBalance } from '../../../src/core/compare/class-balance.ts';

const golds = (...counts: number[]) => counts.flatMap((count, index) => Array<number>(count).fill(index));
const CLASSES = ['spam', 'ham', 'other'];

test.each<[counts: number[], says: RegExp[]]>([
  [[40, 40, 40], []],
  [[40, 40, 5], [/^fewer than 20 rows of other 5: /]],
  [[20, 20, 20], []],
  [[40, 0, 19], [/^fewer than 20 rows of ham 0, other 19: /]],
  [[400, 40, 40], [/^400 of 480 rows are spam: .*f1_macro/]],
  [[160, 20, 20], []],
  [[161, 20, 20], [/^161 of 201 rows are spam/]],
])('of %j rows a class', (counts, says) => {
  const said = classBalance(CLASSES, golds(...counts));
  expect(said).toHaveLength(says.length);
  for (const [index, pattern] of says.entries()) expect(said[index]).toMatch(pattern);
});
