import { z } from 'zod';
import { similarityOf } from '../../core/metrics/text/edits.ts';
import { strip } from '../../core/metrics/text/python-text.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { defineScorer, metricOption, oneByOne } from './scorer.ts';

/** How near the answer comes to the nearest target, character by character. */
export const editSimilarity = defineScorer({
  name: 'edit_similarity',
  summary: 'how few characters have to be changed to make the answer a target',
  facts: {
    definition:
      '1 − Levenshtein distance / length of the longer text, in characters; of several targets the best',
    reference: 'rapidfuzz 3.14.6, Levenshtein.normalized_similarity',
    use: 'codes, names and short strings where a small slip is better than another answer; ROUGE or chrF for sentences',
  },
  codeVersion: 1,
  options: z.strictObject({
    ...metricOption,
    ignore_case: z.boolean().default(false).describe('Compare in lower case.'),
  }),
  metric: HIGHER,
  example: { options: {}, targets: ['INV-2024-0042'] },
  checkTargets: (targets) =>
    targets.length === 0 ? 'edit_similarity needs a target: set doc_to_target' : null,
  async open({ ignore_case: ignoreCase }) {
    const fold = (text: string) => (ignoreCase ? strip(text).toLowerCase() : strip(text));
    return oneByOne(({ output, targets }) =>
      Math.max(...targets.map((target) => similarityOf(fold(output), fold(target)))),
    );
  },
});
