import { expect, test } from 'vitest';
import { metricMeant } from '../../../src/core/metrics/synonyms.ts';

test.each([
  ['accuracy', ['acc_norm', 'acc'], 'acc'],
  ['acc', ['accuracy'], 'accuracy'],
  ['mc2', ['acc'], 'acc'],
  ['em', ['exact_match', 'f1'], 'exact_match'],
  ['exact_match', ['em', 'f1'], 'em'],
  ['f1_score', ['f1', 'em'], 'f1'],
  ['F1', ['exact_match', 'f1_macro'], 'f1_macro'],
  ['perplexity', ['word_perplexity'], 'word_perplexity'],
  ['rouge', ['rougeL'], 'rougeL'],
  ['acx', ['acc'], 'acc'],
  ['accuracy', ['exact_match'], undefined],
])('by %s of %j is meant %s', (written, known, meant) => {
  expect(metricMeant(written, known)).toBe(meant);
});
