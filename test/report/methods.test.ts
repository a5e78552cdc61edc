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
