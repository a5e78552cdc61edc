import { expect, test } from 'vitest';
import { wordsIn } from '../../../../src/core/metrics/text/words.ts';

test.each([
  ["Don't stop, it’s 3.5 km!", ["don't", 'stop', 'it’s', '3', '5', 'km']],
  ['Größe ÜBER naïve', ['größe', 'über', 'naïve']],
  ['東京は 大きい', ['東', '京', 'は', '大', 'き', 'い']],
  ['abc東京def', ['abc', '東', '京', 'def']],
  ['...!? — \u0000\u200b', []],
  ['', []],
])('%j', (text, words) => {
  expect(wordsIn(text)).toEqual(words);
});
