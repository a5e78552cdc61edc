import { expect, test } from 'vitest';
import { nearest } from '../../../src/core/domain/suggest.ts';

const KNOWN = ['max_drop', 'min_gain', 'ceiling', 'floor'];

test.each([
  ['max_dropp', 'max_drop'],
  ['max-drop', 'max_drop'],
  ['MAX_DROP', 'max_drop'],
  ['cieling', 'ceiling'],
  ['flor', 'floor'],
  ['drop-max', 'max_drop'],
  ['maxDrop', 'max_drop'],
  ['accuracy', undefined],
  ['', undefined],
])('%s is nearest to %s', (written, expected) => {
  expect(nearest(written, KNOWN)).toBe(expected);
});

test('nothing is near to nothing', () => {
  expect(nearest('x', [])).toBeUndefined();
});
