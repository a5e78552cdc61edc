import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isDescriptive, methodOf } from '../../src/report/methods.ts';

test.each([
  ['tango', /^Tango/],
  ['tango, descriptive', /fixed in advance/],
  ['group sequential, tango', /^one of ten planned looks: Tango/],
  ['group sequential, clustered t', /^one of ten planned looks: Student/],
  ['betting without replacement', /^betting/],
  ['e-process', /^a mixture/],
])('%s has a description', (method, name) => {
  expect(methodOf(method)?.name).toMatch(name);
  expect(isDescriptive(method)).toBe(method.endsWith('descriptive'));
});

test.each(['toString', 'unheard of'])('%s has none', (method) => {
  expect(methodOf(method)).toBeNull();
});

test('every method points at a section that docs/explanation/method.md has', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/explanation/method.md'), 'utf8');
  for (const name of [
    ...['tango', 't', 'clustered t', 'linearised t', 'clopper-pearson', 'benchmark'],
    ...['holm, mcnemar mid-p', 'holm, margin', 'stratified t', 'bca bootstrap', 'jackknife t'],
    ...['unpaired z', 'square-and-add', 'calibration limits', 'batched t'],
  ]) {
    expect(text, name).toContain(`\n## ${methodOf(name)?.section}\n`);
  }
  expect(methodOf('constructor')).toBeNull();
});
