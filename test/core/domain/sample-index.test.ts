import { expect, test } from 'vitest';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { SampleIndex } from '../../../src/core/domain/sample-index.ts';

const sample = (id: string, filter?: string): SampleRecord => ({
  ...{ id, index: 0, input_digest: 'i', target_digest: 't', scores: {} },
  ...(filter === undefined ? {} : { filter }),
});

test('finds samples by key, those whose hashes meet as well', () => {
  // FNV-1a gives both the same 32 bits.
  const samples = [sample('costarring'), sample('liquid'), sample('liquid', 'strict'), sample('other')];
  const index = new SampleIndex(samples);
  const keys = ['costarring', 'liquid', 'liquid\u0000strict', 'other'];
  for (const [position, key] of keys.entries()) {
    expect(index.find(key)).toBeUndefined();
    expect(index.claim(key, position)).toBeUndefined();
  }
  expect(keys.map((key) => index.claim(key, 9))).toEqual([0, 1, 2, 3]);
  expect(keys.map((key) => index.find(key))).toEqual([0, 1, 2, 3]);
  expect(index.find('absent')).toBeUndefined();
});
