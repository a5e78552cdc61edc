import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortLine } from '../../../src/core/domain/short-line.ts';

test.each([
  ['vllm 0.28.0', 'vllm 0.28.0'],
  ['a\r\n\tb\u001b[31m', 'a b [31m'],
  ['right\u202eleft\u200b', 'right left'],
  ['12345678901234567890 more', '1234567890123456789…'],
  ['🔑'.repeat(30), `${'🔑'.repeat(19)}…`],
])('%j is shown as %j', (text, shown) => {
  expect(shortLine(text, 19)).toBe(shown);
});

test('whatever was said, it is one short line that can be seen', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 20 }), (said, most) => {
      const line = shortLine(said, most);
      return [...line].length <= most + 1 && !/[\p{Cc}\p{Cf}\p{Cs}\n]/u.test(line);
    }),
  );
});
