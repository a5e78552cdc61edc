import { z } from 'zod';
import { strip } from '../../core/metrics/text/python-text.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { defineScorer, metricOption, oneByOne } from './scorer.ts';

const options = z.strictObject({
  ...metricOption,
  ignore_case: z.boolean().default(false).describe('Compare in lower case.'),
  phrases: z
    .array(z.string().refine((phrase) => strip(phrase) !== '', 'every answer contains an empty text'))
    .min(1)
    .optional()
    .describe('The same texts for every sample, in place of its targets.'),
});

interface Row {
  readonly name: string;
  readonly summary: string;
  readonly use: string;
  readonly holds: (answer: string, phrases: readonly string[]) => boolean;
}

/** 1 where the answer has the phrases in the way that the row says, else 0. */
function phraseScorer({ name, summary, use, holds }: Row) {
  return defineScorer({
    name,
    summary,
    facts: {
      definition: `1 where ${summary}, else 0`,
      reference: `the assertion of that name in promptfoo 0.123`,
      use,
    },
    codeVersion: 1,
    options,
    metric: HIGHER,
    example: { options: {}, targets: ['refund'] },
    checkTargets(targets, { phrases }) {
      if (phrases !== undefined) return null;
      if (targets.length === 0) return `${name} needs a target: set doc_to_target, or give it phrases`;
      return targets.some((target) => strip(target) === '')
        ? `a target of ${name} is empty: every answer would be right`
        : null;
    },
    async open({ ignore_case: ignoreCase, phrases }) {
      const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
      const fixed = phrases?.map(fold);
      return oneByOne(({ output, targets }) => Number(holds(fold(output), fixed ?? targets.map(fold))));
    },
  });
}

const inside = (answer: string) => (phrase: string) => answer.includes(phrase);

export const containsAny = phraseScorer({
  name: 'contains_any',
  summary: 'the answer contains one of the texts',
  use: 'a fact that may be put in several ways, in an answer that may say more',
  holds: (answer, phrases) => phrases.some(inside(answer)),
});

export const contains = phraseScorer({
  name: 'contains',
  summary: 'the answer contains a target',
  use: 'a fact that must be there, in an answer that may say more; a long answer contains more by luck: watch its length too',
  holds: (answer, phrases) => phrases.some(inside(answer)),
});

export const containsAll = phraseScorer({
  name: 'contains_all',
  summary: 'the answer contains all of the texts',
  use: 'several facts or words that must all be there',
  holds: (answer, phrases) => phrases.every(inside(answer)),
});

export const startsWith = phraseScorer({
  name: 'starts_with',
  summary: 'the answer begins with one of the texts, white space before it aside',
  use: 'a prescribed opening, such as a label before an explanation',
  holds: (answer, phrases) => phrases.some((phrase) => strip(answer).startsWith(strip(phrase))),
});

export const endsWith = phraseScorer({
  name: 'ends_with',
  summary: 'the answer ends with one of the texts, white space after it aside',
  use: 'a prescribed close, such as a disclaimer or a signature',
  holds: (answer, phrases) => phrases.some((phrase) => strip(answer).endsWith(strip(phrase))),
});
