import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStop } from '../../../../src/tasks/engines/llama-cpp/generate.ts';

describe('findStop', () => {
  test.each([
    { name: 'none asked for', text: 'abc', from: 0, stop: [], end: null },
    { name: 'not there', text: 'abc', from: 0, stop: ['x'], end: null },
    { name: 'inside new text', text: 'ab\ncd', from: 2, stop: ['\n'], end: 2 },
    { name: 'begun before, ended now', text: 'one\n\nQ:', from: 4, stop: ['\n\nQ:'], end: 3 },
    { name: 'the earliest of several', text: 'a stop or b', from: 0, stop: ['b', 'stop'], end: 2 },
    { name: 'at the very beginning', text: '\n', from: 0, stop: ['\n'], end: 0 },
    { name: 'an empty string stops nothing', text: 'abc', from: 0, stop: [''], end: null },
  ])('$name', ({ text, from, stop, end }) => {
    expect(findStop(text, from, stop)).toBe(end);
  });

  test('however the text arrives in pieces, it ends where the whole text would', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 30 });
    const stops = fc.array(fc.array(fc.constantFrom('a', 'b', '\n'), { minLength: 1, maxLength: 3 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(letters, stops, fc.array(fc.nat(4), { maxLength: 40 }), (symbols, wanted, sizes) => {
        const stop = wanted.map((parts) => parts.join(''));
        const whole = symbols.join('');
        let text = '';
        let end: number | null = null;
        for (const size of [...sizes, whole.length]) {
          const from = text.length;
          text += whole.slice(from, from + size);
          end = findStop(text, from, stop);
          if (end !== null) break;
        }
        expect(end).toBe(findStop(text, 0, stop));
        if (end === null) expect(text).toBe(whole);
      }),
    );
  });
});
