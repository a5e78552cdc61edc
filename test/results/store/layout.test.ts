import { posix } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WeighbridgeError } from '../../../src/core/domain/errors.ts';
import { taskFolder } from '../../../src/results/store/layout.ts';

test.each([
  ['facts', 'facts'],
  ['mmlu_high-school.v2', 'mmlu_high-school.v2'],
  ['mmlu/anatomy', 'mmlu%2Fanatomy'],
  ['../../etc', '..%2F..%2Fetc'],
  ["a b'(*", 'a%20b%27%28%2a'],
  ['...', '...'],
])('%s is kept in %s', (name, folder) => {
  expect(taskFolder(name)).toBe(folder);
});

test.each(['', '.', '..', 'a\nb', 'a\u0000', '\ud800', 'x'.repeat(201)])('%j is refused', (name) => {
  expect(() => taskFolder(name)).toThrow(WeighbridgeError);
});

test('a folder is one name of its own', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ maxLength: 20 }),
      (left, right) => {
        const [first, second] = [attempt(left), attempt(right)];
        if (first !== null) {
          expect(posix.join('/out', first)).toBe(`/out/${first}`);
          expect(first).toMatch(/^[A-Za-z0-9._%-]+$/);
        }
        if (left !== right && first !== null) expect(first).not.toBe(second);
      },
    ),
  );
});

function attempt(name: string): string | null {
  try {
    return taskFolder(name);
  } catch {
    return null;
  }
}
