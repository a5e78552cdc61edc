import { expect, test } from 'vitest';
import { configureScorer } from '../../../src/tasks/scorers/registry.ts';

// Pins words.
test.each([
  ['Yes, it is 3 km.', 5],
  ['', 0],
  ['...', 0],
  ['東京 city', 3],
])('%j', async (output, count) => {
  const configured = configureScorer('words');
  if (!configured.ok) throw new Error('words takes no options');
  const scorer = await configured.scorer.open('.');
  const [scores] = await scorer.score([{ id: 'a', output, targets: [] }], new AbortController().signal);
  expect(scores).toEqual({ words: count });
});
