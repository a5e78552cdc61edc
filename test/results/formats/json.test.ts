import { expect, test } from 'vitest';
import { parseLenientJson } from '../../../src/results/formats/json.ts';

const at = { file: 'log.json' };

test.each([
  ['9007199254740993', '9007199254740993'],
  ['{"id":9007199254740993}', { id: '9007199254740993' }],
  ['{"id" :\t-9007199254740993\n}', { id: '-9007199254740993' }],
  ['[9007199254740993,9007199254740993 , 1]', ['9007199254740993', '9007199254740993', 1]],
  ['[NaN,9007199254740993]', [Number.NaN, '9007199254740993']],
])('an integer that no number holds is a text: %s', (text, value) => {
  expect(parseLenientJson(text, at)).toEqual(value);
});

test.each([
  ['[9007199254740991]', [9007199254740991]],
  [
    '[-1.2345678901234567,0.30000000000000004,1234567890123456e-3]',
    [-1.2345678901234567, 0.30000000000000004, 1_234_567_890_123.456],
  ],
  ['["9007199254740993 , 9007199254740993"]', ['9007199254740993 , 9007199254740993']],
])('and nothing else is: %s', (text, value) => {
  expect(parseLenientJson(text, at)).toEqual(value);
});
