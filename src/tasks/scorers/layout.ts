import { z } from 'zod';
import { LAYOUTS, layoutOf } from '../../core/metrics/text/layout.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { defineScorer, metricOption, oneByOne } from './scorer.ts';

/** 1 where the answer is written in a form that is asked for, else 0: what drift tells of the format, for a gate. */
export const layout = defineScorer({
  name: 'layout',
  summary: 'the answer is written in one of the forms that are named',
  facts: {
    definition:
      'the first of these that the answer is: empty, JSON and nothing else, with a fenced code block, with a Markdown table, with a list, with headings, plain; 1 where it is one of `is`',
    reference: 'own: the formats of response drift',
    use: 'a form that a fine-tune must keep or leave, such as plain text where lists began: the format of `type: drift`, with a limit; `json_valid`, `markdown_table` and `code_block` for whether a program can read it',
  },
  codeVersion: 2,
  options: z.strictObject({
    ...metricOption,
    is: z
      .array(z.enum(LAYOUTS))
      .min(1)
      .refine((forms) => new Set(forms).size === forms.length, 'a form is here twice')
      .refine((forms) => forms.length < LAYOUTS.length, 'every answer is in one of these forms')
      .describe('Forms that are right.'),
  }),
  metric: HIGHER,
  example: { options: { is: ['plain'] }, targets: [] },
  open: async ({ is }) => oneByOne(({ output }) => Number(is.includes(layoutOf(output)))),
});
