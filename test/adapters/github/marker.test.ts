import { describe, expect, test } from 'vitest';
import {
  hasMarker,
  isCommentKey,
  isNewer,
  markerLine,
  readMarker,
  textOf,
} from '../../../src/adapters/github/marker.ts';
import { KEY, META, marked, result } from './commenting.ts';

describe('the marker', () => {
  test('holds its metadata, on one line that ends the HTML comment once', () => {
    const state = {
      meta: META,
      of: META,
      results: [result({ label: '--> @x', text: 'text' })],
    };
    const line = markerLine(KEY, state, [{ start: 0, length: 4 }]);
    expect(line.match(/--/g)).toHaveLength(2);
    expect(hasMarker(`${line}\ntext`, KEY)).toBe(true);
    expect(readMarker(`${line}\r\ntext`, KEY)).toEqual(state);
    expect(textOf(`${line}\r\ntext\r\n`)).toBe('text');
  });

  test('of the largest matrix leaves half of a comment to what is said', () => {
    const results = Array.from({ length: 256 }, (_, index) =>
      result({ id: `${index}`.padStart(12, 'a'), label: '漢'.repeat(20) }),
    );
    const places = results.map(() => ({ start: 64_000, length: 64_000 }));
    expect(markerLine(KEY, { meta: META, of: META, results }, places).length).toBeLessThan(50_000);
  });

  test('of an earlier version has no results, and is read all the same', () => {
    const line = `<!-- weighbridge:v1:${KEY} ${Buffer.from(JSON.stringify(META)).toString('base64')} -->`;
    expect(readMarker(`${line}\nold`, KEY)).toEqual({ meta: META, of: META, results: [] });
  });

  test.each([
    ['fact', false],
    ['facts-2', false],
  ])('is not that of the key %s', (key, expected) => {
    expect(hasMarker(marked('x'), key)).toBe(expected);
  });

  test.each([
    ['a-b_c.1', true],
    ['', false],
    ['a b', false],
    ['-->', false],
    ['x'.repeat(65), false],
  ])('the key %j is allowed: %s', (key, allowed) => {
    expect(isCommentKey(key)).toBe(allowed);
  });

  test('newer is a matter of runs, then attempts', () => {
    expect(isNewer({ ...META, run: 43 }, META)).toBe(true);
    expect(isNewer({ ...META, attempt: 2 }, META)).toBe(true);
    expect(isNewer(META, META)).toBe(false);
    expect(isNewer({ ...META, run: 41, attempt: 9 }, META)).toBe(false);
  });
});
