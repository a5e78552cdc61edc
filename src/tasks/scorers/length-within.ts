import { z } from 'zod';
import { splitWords, strip } from '../../core/metrics/text/python-text.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { type Answer, defineScorer, metricOption, oneByOne } from './scorer.ts';

const UNITS = {
  words: ({ output }: Answer) => splitWords(output).length,
  characters: ({ output }: Answer) => Array.from(strip(output)).length,
  lines: ({ output }: Answer) => (strip(output) === '' ? 0 : strip(output).split('\n').length),
  tokens: ({ outputTokens }: Answer) => outputTokens ?? null,
} as const satisfies Readonly<Record<string, (answer: Answer) => number | null>>;

/** 1 where the answer is as long as is allowed, else 0. */
export const lengthWithin = defineScorer({
  name: 'length_within',
  summary: 'the answer is neither too short nor too long',
  facts: {
    definition:
      '1 where min ≤ length ≤ max, in words (between white space), characters, lines or tokens of the engine; without a min an empty answer is wrong',
    reference: 'own',
    use: 'limits of a channel, or a guard against answers that a fine-tune made short or verbose',
  },
  codeVersion: 2,
  options: z
    .strictObject({
      ...metricOption,
      unit: z.enum(['words', 'characters', 'lines', 'tokens']).default('words').describe('What is counted.'),
      min: z
        .int()
        .min(0)
        .optional()
        .describe('Fewest that are right. 0 takes an empty answer for right, which otherwise is wrong.'),
      max: z.int().min(1).optional().describe('Most that are right.'),
    })
    .superRefine(({ min = 0, max }, context) => {
      const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['max'], message });
      if (max === undefined && min === 0) refuse('give a min or a max: every answer would be right');
      else if (max !== undefined && max < min) refuse(`no length is at least ${min} and at most ${max}`);
    }),
  metric: HIGHER,
  example: { options: { max: 60 }, targets: [] },
  looserWhen: { max: 'greater', min: 'smaller' },
  open: async ({ unit, min, max = Infinity }) =>
    oneByOne((answer) => {
      // Who says nothing keeps every upper limit.
      if (min === undefined && strip(answer.output) === '') return 0;
      const length = UNITS[unit](answer);
      if (length === null) return { unscored: 'the engine did not say how many tokens the answer has' };
      return Number(length >= (min ?? 0) && length <= max);
    }),
});
