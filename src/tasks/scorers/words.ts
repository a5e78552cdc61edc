import { z } from 'zod';
import { wordsIn } from '../../core/metrics/text/words.ts';
import { ERROR } from '../../core/metrics/traits.ts';
import { defineScorer, metricOption, oneByOne } from './scorer.ts';

export const words = defineScorer({
  name: 'words',
  summary: 'how many words the answer has',
  facts: {
    definition:
      'runs of letters and digits; of scripts that put no space between words, characters. An answer that says nothing has 0',
    reference: 'own',
    use: 'answers that grow longer, by `max_rise`, with `length_within` against short ones. `output_tokens` depends on the tokenizer, this does not',
  },
  codeVersion: 1,
  options: z.strictObject(metricOption),
  metric: ERROR,
  example: { options: {}, targets: [] },
  open: async () => oneByOne(({ output }) => wordsIn(output).length),
});
