import { expect, test } from 'vitest';
import { Tail } from '../../../src/adapters/process/tail.ts';

test.each([
  { name: 'nothing', chunks: [], text: '' },
  { name: 'less than the limit', chunks: ['abc', 'def'], text: 'abcdef' },
  { name: 'exactly the limit', chunks: ['abcdefgh'], text: 'abcdefgh' },
  { name: 'one byte more', chunks: ['abcdefghi'], text: '… bcdefghi' },
  {
    name: 'far more, in pieces',
    chunks: Array.from({ length: 100 }, (_, i) => String(i % 10)),
    text: '… 23456789',
  },
  { name: 'colours and control characters', chunks: ['\x1b[1mr\x08'], text: 'r' },
  { name: 'a character cut in half', chunks: ['xé1234567'], text: '… 1234567' },
])('keeps the end of $name', ({ chunks, text }) => {
  const tail = new Tail(8);
  for (const chunk of chunks) tail.push(Buffer.from(chunk));
  expect(tail.text()).toBe(text);
  expect(tail.text()).toBe(text);
});
