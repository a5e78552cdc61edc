import { InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { parseShard } from '../../src/cli/evaluate.ts';

describe('parseShard', () => {
  test.each([
    ['1/1', { index: 1, count: 1 }],
    ['2/4', { index: 2, count: 4 }],
    ['9999/9999', { index: 9999, count: 9999 }],
  ])('%s', (text, shard) => {
    expect(parseShard(text)).toEqual(shard);
  });

  test.each([
    '',
    '1',
    '0/2',
    '3/2',
    '-1/2',
    '1/0',
    '1.5/2',
    '1/2/3',
    ' 1/2',
    '1/2 ',
    'a/b',
    '1e1/20',
    '10000/10000',
  ])('%j is refused with an example', (text) => {
    expect(() => parseShard(text)).toThrow(InvalidArgumentError);
    expect(() => parseShard(text)).toThrow('such as 2/4');
  });
});
