import { RE2JS } from 're2js';
import { z } from 'zod';
import { METRICS } from '../../core/metrics/registry.ts';
import { regularExpression } from './regex.ts';
import { defineScorer, metricOption } from './scorer.ts';

const options = z.strictObject({
  ...metricOption,
  strip: z
    .boolean()
    .default(true)
    .describe(
      'Compare without the white space around both texts (the `remove_whitespace` filter of lm-evaluation-harness).',
    ),
  regexes_to_ignore: z
    .array(regularExpression)
    .default([])
    .describe('Parts matching these RE2 patterns are removed from both texts first.'),
  ignore_case: z.boolean().default(false).describe('Compare in lower case.'),
  ignore_punctuation: z.boolean().default(false).describe('Remove ASCII punctuation from both texts.'),
  ignore_numbers: z.boolean().default(false).describe('Remove the digits 0 to 9 from both texts.'),
});

const PUNCTUATION = /[!-/:-@[-`{-~]/g;
const DIGITS = /[0-9]/g;

function normaliser(settings: z.infer<typeof options>): (text: string) => string {
  const ignored = settings.regexes_to_ignore.map((pattern) => RE2JS.compile(pattern));
  return (text) => {
    let result = settings.strip ? text.trim() : text;
    for (const pattern of ignored) result = pattern.matcher(result).replaceAll('');
    if (settings.ignore_case) result = result.toLowerCase();
    if (settings.ignore_punctuation) result = result.replace(PUNCTUATION, '');
    if (settings.ignore_numbers) result = result.replace(DIGITS, '');
    return result;
  };
}

/**
 * 1 where the answer equals one of the targets, else 0: the `exact_match` of lm-evaluation-harness, with its options in
 * its order. One difference: white space around both texts is removed first unless `strip` is off, since the answer
 * to "A:" begins with a space.
 */
export const exactMatch = defineScorer({
  name: 'exact_match',
  summary: 'the answer equals a target',
  facts: {
    definition: '1 where answer and a target are equal after what the options remove, else 0',
    reference:
      'lm-evaluation-harness 0.4.13, exact_match (white space around both texts goes first unless `strip` is off)',
    use: 'short answers with one right wording; `squad_em` forgives case, punctuation and articles',
  },
  codeVersion: 1,
  options,
  metric: METRICS.exact_match,
  example: { options: {}, targets: ['Paris'] },
  checkTargets(targets, settings) {
    if (targets.length === 0) return 'exact_match needs a target: set doc_to_target';
    const normalise = normaliser(settings);
    const gone = targets.find((target) => target.trim() !== '' && normalise(target) === '');
    return gone === undefined
      ? null
      : `exact_match ignores all of the target ${JSON.stringify(gone.slice(0, 80))}: any answer that is ignored as well would be right`;
  },
  async open(settings) {
    const normalise = normaliser(settings);
    return {
      inputs: [],
      async score(answers) {
        return answers.map(({ output, targets }) => {
          const answer = normalise(output);
          return targets.some((target) => normalise(target) === answer) ? 1 : 0;
        });
      },
    };
  },
});
