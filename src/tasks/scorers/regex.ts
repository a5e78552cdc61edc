import { RE2JS } from 're2js';
import { z } from 'zod';
import { messageOf } from '../../core/domain/errors.ts';
import { METRICS } from '../../core/metrics/registry.ts';
import { defineScorer, metricOption } from './scorer.ts';

/** A pattern for RE2, whose running time is linear in the text: a model cannot hang the gate by what it says. */
export const regularExpression = z
  .string()
  .min(1)
  .superRefine((pattern, context) => {
    try {
      RE2JS.compile(pattern);
    } catch (error) {
      // Nothing else can be said of an entry with such a pattern.
      const message = `not an RE2 pattern: ${messageOf(error)}`;
      context.addIssue({ code: 'custom', message, continue: false });
    }
  });

const options = z.strictObject({
  ...metricOption,
  pattern: regularExpression.describe('RE2 pattern.'),
  match: z
    .enum(['search', 'full'])
    .default('search')
    .describe('Whether the pattern may stand anywhere in the answer, or must cover all of it.'),
  ignore_case: z.boolean().default(false).describe('Match without regard to case.'),
  group: z
    .int()
    .min(0)
    .optional()
    .describe(
      'Compare this group of the first match with the target, white space around both removed. 0 is the whole match. Without it, a match is all that is asked.',
    ),
});

const compile = (pattern: string, ignoreCase: boolean) =>
  RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);

const matcherOf =
  ({ pattern, match, ignore_case }: z.infer<typeof options>) =>
  (answer: string): boolean => {
    const matcher = compile(pattern, ignore_case).matcher(answer);
    return match === 'full' ? matcher.matches() : matcher.find();
  };

/** Answers that nothing is common to: what matches them all asks nothing. */
const UNLIKE = ['', '\u0001', 'a 7.\n§'];

/** 1 where the answer matches, and, with `group`, where what was extracted equals a target; else 0. */
export const regex = defineScorer({
  name: 'regex',
  summary: 'the answer matches a pattern, or what the pattern extracts equals a target',
  facts: {
    definition: '1 where the answer matches, and with `group` where what is extracted equals a target',
    reference: 're2js 2.10 (RE2, linear in the text)',
    use: 'answers with a form, such as a number after a mark; `numeric` for numbers in any form',
  },
  codeVersion: 1,
  options: options.superRefine((settings, context) => {
    const { group } = settings;
    if (group === undefined) {
      if (UNLIKE.every(matcherOf(settings))) {
        const message = 'the pattern matches any answer: every model would be right';
        context.addIssue({ code: 'custom', path: ['pattern'], message });
      }
      return;
    }
    const groups = RE2JS.compile(settings.pattern).groupCount();
    if (group > groups) {
      const message = `the pattern has ${groups} groups, group ${group} is not one of them`;
      context.addIssue({ code: 'custom', path: ['group'], message });
    }
  }),
  metric: METRICS.regex,
  example: { options: { pattern: '[0-9]+', group: 0 }, targets: ['42'] },
  checkTargets: (targets, { group }) =>
    group !== undefined && targets.length === 0
      ? 'regex with a group needs a target: set doc_to_target'
      : null,
  async open({ pattern, match, ignore_case, group }) {
    const compiled = compile(pattern, ignore_case);
    return {
      inputs: [],
      async score(answers) {
        return answers.map(({ output, targets }) => {
          const matcher = compiled.matcher(output);
          const found = match === 'full' ? matcher.matches() : matcher.find();
          if (!found) return 0;
          if (group === undefined) return 1;
          const extracted = matcher.group(group)?.trim();
          return targets.some((target) => target.trim() === extracted) ? 1 : 0;
        });
      },
    };
  },
});
