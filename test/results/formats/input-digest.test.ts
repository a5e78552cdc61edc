import { expect, test } from 'vitest';
import { NOT_RECORDED } from '../../../src/core/domain/sample.ts';
import { inputDigest } from '../../../src/results/formats/digest.ts';

test.each([
  [undefined],
  [null],
  [''],
  [[]],
  [[undefined, null]],
  [['', '']],
  [{ prompt: '' }],
  [[{ content: [] }]],
])('nothing, as in %j, is no record of what was asked', (nothing) =>
  expect(inputDigest(nothing)).toBe(NOT_RECORDED),
);

test.each([['q'], [['', 'q']], [{ prompt: 0 }], [[false]]])('%j is', (asked) =>
  expect(inputDigest(asked)).toMatch(/^sha256:[0-9a-f]{64}$/),
);
