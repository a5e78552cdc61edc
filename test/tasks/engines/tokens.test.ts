import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  batchSizes,
  commonPrefix,
  digestTokens,
  encodePair,
  encodeText,
  fitPair,
  rollingWindows,
  type Tokenizer,
} from '../../../src/tasks/engines/tokens.ts';

const BOS = 1;
const EOS = 2;
/** A character a token, but "ab" is one, as a merge would make it; "<s>" is BOS when special tokens are read. */
function tokenize(text: string, specialTokens: boolean): number[] {
  const pieces = text.match(specialTokens ? /<s>|ab|[\s\S]/g : /ab|[\s\S]/g) ?? [];
  return pieces.map((piece) => (piece === '<s>' ? BOS : piece === 'ab' ? 1000 : piece.charCodeAt(0)));
}
const pieceOf = String;
const withBos: Tokenizer = { tokenize, prepended: BOS, prefix: BOS, pieceOf };
const withoutBos: Tokenizer = { tokenize, prepended: null, prefix: EOS, pieceOf };
const codes = (text: string) => [...text].map((character) => character.charCodeAt(0));

describe('encodePair', () => {
  test.each([
    { name: 'plain', context: 'xy', continuation: ' z', pair: [codes('xy'), codes(' z')] },
    {
      name: 'white space moves over',
      context: 'xy \n',
      continuation: 'z',
      pair: [codes('xy'), codes(' \nz')],
    },
    { name: 'only white space before', context: ' ', continuation: 'z', pair: [[], codes(' z')] },
    { name: 'nothing before', context: '', continuation: 'z', pair: [[], codes('z')] },
    {
      name: 'cut by the length of the context alone',
      context: 'xa',
      continuation: 'bc',
      pair: [codes('xa'), codes('c')],
    },
    { name: 'a continuation that merges away', context: 'xa', continuation: 'b', pair: [codes('xa'), []] },
  ])('$name', ({ context, continuation, pair: [before = [], after = []] }) => {
    expect(encodePair(withBos, context, continuation)).toEqual({
      context: [BOS, ...before],
      continuation: after,
    });
    expect(encodePair(withoutBos, context, continuation)).toEqual({
      context: before.length === 0 ? [EOS] : before,
      continuation: after,
    });
  });

  test('a BOS that the text spells out is not doubled', () => {
    expect(encodePair(withBos, '<s>x', 'y')).toEqual({
      context: [BOS, ...codes('x')],
      continuation: codes('y'),
    });
    expect(encodePair(withBos, '', '<s>y')).toEqual({ context: [BOS], continuation: codes('y') });
  });

  test('special tokens stay text when the prompt says so', () => {
    expect(encodeText(withBos, '<s>', false)).toEqual([BOS, ...codes('<s>')]);
  });

  test('a model with nothing to stand before a text', () => {
    expect(() => encodePair({ tokenize, prepended: null, prefix: null, pieceOf }, '', 'x')).toThrow(
      'no BOS and no EOS',
    );
  });
});

test('a digest of tokens tells ids, texts and their limits apart', () => {
  const digests = [
    digestTokens(withBos, [[5, 6]]),
    digestTokens(withBos, [[5], [6]]),
    digestTokens(withBos, [[56]]),
    digestTokens({ ...withBos, pieceOf: (token) => `#${token}` }, [[5, 6]]),
  ];
  expect(new Set(digests).size).toBe(4);
  expect(digestTokens(withoutBos, [[5, 6]])).toBe(digests[0]);
});

describe('fitPair', () => {
  const pair = { context: [1, 2, 3, 4], continuation: [5, 6] };
  test.each([
    { contextSize: 6, truncation: 'refuse', result: { ...pair, truncated: 0 } },
    { contextSize: 5, truncation: 'refuse', result: { overflow: { tokens: 6, context: 5 } } },
    {
      contextSize: 5,
      truncation: 'left',
      result: { context: [2, 3, 4], continuation: [5, 6], truncated: 1 },
    },
    { contextSize: 3, truncation: 'left', result: { context: [4], continuation: [5, 6], truncated: 3 } },
    { contextSize: 2, truncation: 'left', result: { overflow: { tokens: 6, context: 2 } } },
  ] as const)('$contextSize tokens, $truncation', ({ contextSize, truncation, result }) => {
    expect(fitPair(pair, contextSize, truncation)).toEqual(result);
  });
});

describe('rollingWindows', () => {
  test('the example of the harness: ten tokens, windows of four', () => {
    // lm_eval/api/model.py, loglikelihood_rolling: inputs BOS 0 1 2 | 3 4 5 6 | 5 6 7 8, predicting 0-3, 4-7, 8-9.
    const tokens = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
    expect([...rollingWindows(tokens, BOS, 5)]).toEqual([
      { context: [BOS], continuation: [10, 11, 12, 13] },
      { context: [13], continuation: [14, 15, 16, 17] },
      { context: [15, 16, 17], continuation: [18, 19] },
    ]);
  });

  test('every token is predicted once, after its own predecessors, in windows that fit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 100 }), fc.integer({ min: 3, max: 20 }), (tokens, size) => {
        const before = [-1, ...tokens];
        let done = 0;
        for (const { context, continuation } of rollingWindows(tokens, -1, size)) {
          expect(context.length + continuation.length).toBeLessThanOrEqual(size);
          expect(context).toEqual(before.slice(done + 1 - context.length, done + 1));
          expect(continuation).toEqual(tokens.slice(done, done + continuation.length));
          done += continuation.length;
        }
        expect(done).toBe(tokens.length);
      }),
    );
  });
});

describe('batchSizes', () => {
  test.each([
    { tokens: 0, sizes: [] },
    { tokens: 1, sizes: [1] },
    { tokens: 4, sizes: [4] },
    { tokens: 5, sizes: [3, 2] },
    { tokens: 6, sizes: [4, 2] },
    { tokens: 9, sizes: [4, 3, 2] },
  ])('$tokens tokens in batches of 4', ({ tokens, sizes }) => {
    expect(batchSizes(tokens, 4)).toEqual(sizes);
  });

  test('never one token alone, never more than a batch, all of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.integer({ min: 3, max: 600 }),
        (tokens, batchSize) => {
          const sizes = batchSizes(tokens, batchSize);
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(tokens);
          expect(sizes.every((size) => size >= 2 && size <= batchSize)).toBe(true);
        },
      ),
    );
  });

  test('a batch of two cannot keep the promise', () => {
    expect(() => batchSizes(5, 2)).toThrow('batch size of 2');
  });
});

test.each([
  { a: [], b: [1], length: 0 },
  { a: [1, 2, 3], b: [1, 2], length: 2 },
  { a: [1, 2], b: [1, 3], length: 1 },
])('commonPrefix of $a and $b', ({ a, b, length }) => {
  expect(commonPrefix(a, b)).toBe(length);
});
