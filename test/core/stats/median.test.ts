import { expect, test } from 'vitest';
import { median } from '../../../src/core/stats/median.ts';

test.each([
  [[3], 3],
  [[3, 1], 2],
  [[9, 1, 2], 2],
  [[1, Number.NaN, 2], Number.NaN],
  [[], Number.NaN],
])('the median of %j is %d', (values, middle) => expect(median(values)).toEqual(middle));
